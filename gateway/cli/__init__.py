"""The coach command."""
