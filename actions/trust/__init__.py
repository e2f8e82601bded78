"""What makes the coach one's own: notices, consent, safety."""
