"""What to learn next: suggestions for one employee, and learning from what came of them."""
