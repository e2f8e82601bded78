"""The Rasa process: understands a message and decides the next move."""
