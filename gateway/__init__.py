"""The door: the only process that is meant to be reached from outside."""
