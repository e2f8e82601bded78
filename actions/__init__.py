"""The coach: knows people, and asks the library for what it knows of texts."""
