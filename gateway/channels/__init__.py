"""The channels: platform message in, our message out, one platform a file."""
