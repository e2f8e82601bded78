"""Dates, times of day and durations in plain English; nothing here knows Rasa."""
