"""The folder of the files that a browser loads."""

from pathlib import Path

WEB = Path(__file__).parent
