"""Practising a conversation: the coach plays the other person, then gives feedback on four criteria."""
