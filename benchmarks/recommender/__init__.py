"""How well the recommender does: on logs, on events of others, and with a simulated workforce."""
