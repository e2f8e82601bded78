"""HR's small chores: courses, leave balances, tickets, hand-over, and a checklist for newcomers."""
