"""A coaching session: what the employee said, what it adds up to, and the coach's next move."""
