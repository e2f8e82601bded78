"""Says in one line which port is taken, before anything is started: python -m gateway.ports."""

import socket
import sys

from gateway.settings import GatewaySettings, gateway_settings
from knowledge.errors import one_line_errors


def taken(settings: GatewaySettings) -> list[str]:
    """Returns a line for each of the three ports that another process listens on."""
    wanted = {
        "EVERYCOACH_GATEWAY_PORT": settings.gateway_port,
        "EVERYCOACH_RASA_PORT": settings.rasa_port,
        "EVERYCOACH_ACTIONS_PORT": settings.actions_port,
    }
    return [
        f"error: port {port} is in use: stop what listens there, or set {name} to another"
        for name, port in wanted.items()
        if _in_use(port)
    ]


def _in_use(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def main() -> None:
    """Prints what is taken; status 2 where something is."""
    with one_line_errors():
        lines = taken(gateway_settings())
    for line in lines:
        print(line, file=sys.stderr)
    raise SystemExit(2 if lines else 0)


if __name__ == "__main__":
    main()
