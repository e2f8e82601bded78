"""Writes an answer sentence by sentence and checks each against its source."""
