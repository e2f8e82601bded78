"""The low-rank adapter that teaches the small writer to say a note in a coach's voice."""
