"""Proves that a request comes from the coach and is fresh.

A receiver may copy this file: it needs nothing but Python.
The signature is "v1=" and the hex HMAC-SHA256, under the shared secret, of the timestamp, a full stop
and the body's bytes. The timestamp is in whole seconds since 1970, UTC.
"""

import hmac
import re

TIMESTAMP_HEADER = "X-Everycoach-Timestamp"
SIGNATURE_HEADER = "X-Everycoach-Signature"
# Seconds that a request may be old, or ahead of the receiver's clock.
TOLERANCE = 300
_TIMESTAMP = re.compile(r"[0-9]{1,12}")


def sign(secret: str, timestamp: str, body: bytes) -> str:
    """Returns the value of the signature header; raises ValueError when the secret is empty."""
    if not secret:
        raise ValueError("the secret is empty: anybody could sign with it")
    signed = timestamp.encode() + b"." + body
    return "v1=" + hmac.new(secret.encode(), signed, "sha256").hexdigest()


def verify(
    secret: str, timestamp: str, body: bytes, signature: str, now: float, tolerance: float = TOLERANCE
) -> bool:
    """Says whether the body was signed with the secret, at a time at most tolerance seconds from now.

    timestamp and signature are the two headers as they came, body is the raw bytes before any parsing,
    now is in seconds since 1970 (time.time()). Raises ValueError when the secret is empty.
    """
    if not _TIMESTAMP.fullmatch(timestamp):
        return False
    # Compared as bytes: compare_digest refuses text outside ASCII, which a forger may well send.
    genuine = hmac.compare_digest(sign(secret, timestamp, body).encode(), signature.encode(errors="replace"))
    return genuine and abs(now - int(timestamp)) <= tolerance
