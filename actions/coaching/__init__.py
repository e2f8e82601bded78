"""What the coach does for one employee, in plain Python."""
