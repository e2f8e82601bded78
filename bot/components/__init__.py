"""Rasa NLU components, one a file."""
