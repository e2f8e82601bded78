"""Which addresses the coach may send an employee's wishes to: encrypted, or on the same machine."""

import ipaddress
import re

import httpx

from actions.errors import CoachError

_NAME = re.compile(r"[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)*\.?")


def is_loopback(host: str) -> bool:
    """Says whether a host name or address is this machine."""
    return host.lower() == "localhost" or (_is_number(host) and ipaddress.ip_address(host).is_loopback)


def is_host(host: str) -> bool:
    """Says whether this can be a host: a name in ASCII, or an address of numbers."""
    return bool(_NAME.fullmatch(host)) or _is_number(host)


def check_endpoint(url: str) -> None:
    """Raises CoachError unless the URL is https, or http on this machine, without a password in it."""
    try:
        parsed = httpx.URL(url)
    except httpx.InvalidURL as error:
        raise CoachError("the HR system's address must be a URL such as https://hr.example/coach") from error
    if parsed.userinfo:
        raise CoachError("the HR system's address must not hold a user name or password")
    host = parsed.raw_host.decode()
    if not is_host(host):
        raise CoachError("the HR system's address must name a host, as in https://hr.example/coach")
    if parsed.scheme != "https" and not (parsed.scheme == "http" and is_loopback(host)):
        raise CoachError("the HR system's address must start with https://; http:// only on this machine")


def _is_number(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True
