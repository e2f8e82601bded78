"""The signs by which a turn is heard: patterns for everyday English, with straight apostrophes."""
