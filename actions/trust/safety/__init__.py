"""Safety routing: what a message that may mean danger gets instead of coaching."""
