"""What another policy would have earned on what was logged, and how sure that is."""
