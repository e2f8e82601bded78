"""Fits the small models that ship with the library; nothing in here runs in a coach."""
