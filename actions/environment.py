"""Prints the settings that Rasa's process needs, as shell exports: python -m actions.environment."""

import shlex

from actions.settings import coach_settings
from knowledge.errors import one_line_errors


def exports() -> dict[str, str]:
    """Returns the environment variables that bot/*.yml name."""
    settings = coach_settings()
    return {
        "EVERYCOACH_HOME": str(settings.home),
        "EVERYCOACH_DATABASE_URL": settings.database_url,
        "EVERYCOACH_KEYS": ",".join(settings.key_list),
        "EVERYCOACH_INTERNAL_SECRET": settings.internal_secret.get_secret_value(),
        "EVERYCOACH_RASA_PORT": str(settings.rasa_port),
        "EVERYCOACH_ACTIONS_URL": f"http://{settings.actions_host}:{settings.actions_port}",
    }


def main() -> None:
    """Prints one export a line, or one line of error and status 2."""
    with one_line_errors():
        for name, value in exports().items():
            print(f"export {name}={shlex.quote(value)}")


if __name__ == "__main__":
    main()
