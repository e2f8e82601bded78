"""Rasa's command line without the noise of its dependencies: python -m bot run|train|data ..."""

import warnings

import sanic.app  # noqa: F401 - it switches deprecations on when it is imported

# The dependencies are as old as Rasa; what they deprecate is known and hides what matters.
warnings.filterwarnings("ignore")

from rasa.__main__ import main  # noqa: E402

if __name__ == "__main__":
    main()
