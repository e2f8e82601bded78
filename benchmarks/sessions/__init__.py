"""Simulated employees in coaching sessions with the running coach, and what the sessions were like."""
