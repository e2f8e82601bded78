"""Posts a signed request to the company's endpoint, again where that may help, within bounds."""

import logging
import random
import ssl
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC
from email.utils import parsedate_to_datetime

import httpx

from actions.chores.address import check_endpoint
from actions.chores.signature import SIGNATURE_HEADER, TIMESTAMP_HEADER, sign
from actions.errors import CoachError

log = logging.getLogger(__name__)
TRIES = 4
# Seconds: for all tries together, for the first pause, and for the longest one that is waited out.
TIME_LIMIT, FIRST_PAUSE, LONGEST_PAUSE = 25.0, 0.5, 8.0
MAX_ANSWER = 64 * 1024
TOO_MANY_REQUESTS, SERVER_ERROR = 429, 500
# What these name has happened before anything was sent.
UNSENT = (httpx.ConnectError, httpx.ConnectTimeout)


@dataclass(frozen=True)
class Answered:
    """The endpoint's last word: status and body; the body is empty when it was larger than is read."""

    status: int
    body: bytes


class Undelivered(Exception):
    """Nothing was answered; unsure says whether the request may have arrived all the same."""

    def __init__(self, *, unsure: bool) -> None:
        super().__init__("the request may have arrived" if unsure else "the request did not arrive")
        self.unsure = unsure


class _TryAgain(Exception):
    """One failed try; pause is how many seconds the endpoint asks for, if it does."""

    def __init__(self, reason: str, *, unsure: bool, pause: float | None = None) -> None:
        super().__init__(reason)
        self.unsure = unsure
        self.pause = pause


class Delivery:
    """Posts to one endpoint; url is https, or http on this machine, else CoachError.

    timeout is in seconds for each read and write of a try. sleep, monotonic, now and jitter (0 to 1)
    stand for the clock and for chance.
    """

    def __init__(
        self,
        url: str,
        secret: str,
        *,
        timeout: float = 10.0,
        sleep: Callable[[float], object] = time.sleep,
        monotonic: Callable[[], float] = time.monotonic,
        now: Callable[[], float] = time.time,
        jitter: Callable[[], float] = random.random,
    ) -> None:
        check_endpoint(url)
        if not secret:
            raise CoachError("the HR system's secret is empty: anybody could sign with it")
        self._url = url
        self._secret = secret
        self._timeout = timeout
        self._sleep = sleep
        self._monotonic = monotonic
        self._now = now
        self._jitter = jitter
        # The machine's own store of certificates: an endpoint inside the company often has a private one.
        self._certificates = ssl.create_default_context()

    def post(self, body: bytes, name: str) -> Answered:
        """Posts the body until it is answered; name stands for it in the log. Raises Undelivered."""
        deadline = self._monotonic() + TIME_LIMIT
        unsure = False
        # The environment's proxy is not trusted: the request goes to the configured endpoint only.
        with httpx.Client(trust_env=False, follow_redirects=False, verify=self._certificates) as client:
            for number in range(1, TRIES + 1):
                try:
                    return self._post_once(client, body, deadline)
                except _TryAgain as failed:
                    log.warning("%s: try %d of %d failed: %s", name, number, TRIES, failed)
                    unsure = unsure or failed.unsure
                    pause = self._pause(number, failed.pause)
                if number == TRIES or self._monotonic() + pause >= deadline:
                    break
                self._sleep(pause)
        raise Undelivered(unsure=unsure)

    def _pause(self, number: int, asked_for: float | None) -> float:
        """Returns the seconds to wait after a try: what was asked for, or twice as long each time."""
        if asked_for is not None:
            return min(max(asked_for, 0.0), LONGEST_PAUSE)
        # Jitter keeps many employees' requests from coming back all at once.
        return min(FIRST_PAUSE * 2.0 ** (number - 1), LONGEST_PAUSE) * (0.5 + self._jitter() / 2)

    def _post_once(self, client: httpx.Client, body: bytes, deadline: float) -> Answered:
        left = max(deadline - self._monotonic(), 0.1)
        try:
            with client.stream(
                "POST",
                self._url,
                content=body,
                headers=self._headers(body),
                timeout=min(self._timeout, left),
            ) as response:
                if response.status_code == TOO_MANY_REQUESTS or response.status_code >= SERVER_ERROR:
                    raise self._busy(response)
                return Answered(response.status_code, self._read(response, deadline))
        except UNSENT as error:
            # The operating system's own words, such as a refused connection or a certificate's fault.
            raise _TryAgain(str(error) or type(error).__name__, unsure=False) from error
        except httpx.TransportError as error:
            raise _TryAgain(type(error).__name__, unsure=True) from error

    def _headers(self, body: bytes) -> dict[str, str]:
        # Signed anew at each try, so that a late one is still fresh.
        timestamp = str(int(self._now()))
        return {
            "Content-Type": "application/json",
            "Accept": "application/json",
            # Unpacking could make a small answer a huge one.
            "Accept-Encoding": "identity",
            "User-Agent": "Everycoach",
            TIMESTAMP_HEADER: timestamp,
            SIGNATURE_HEADER: sign(self._secret, timestamp, body),
        }

    def _busy(self, response: httpx.Response) -> _TryAgain:
        status = response.status_code
        pause = _seconds(response.headers.get("retry-after", ""), self._now())
        return _TryAgain(f"status {status}", unsure=status >= SERVER_ERROR, pause=pause)

    def _read(self, response: httpx.Response, deadline: float) -> bytes:
        body = bytearray()
        for part in response.iter_raw():
            body += part
            if len(body) > MAX_ANSWER:
                log.warning("the HR system's answer is larger than %d bytes", MAX_ANSWER)
                return b""
            if self._monotonic() > deadline:
                raise _TryAgain("the answer took too long", unsure=True)
        return bytes(body)


def _seconds(retry_after: str, now: float) -> float | None:
    """Returns the seconds that a Retry-After header asks for: a number, or a date; None for neither."""
    value = retry_after.strip()
    if value.isascii() and value.isdigit():
        # Cut first: a number of thousands of digits is no float.
        return float(value[:6])
    try:
        date = parsedate_to_datetime(value)
    except (TypeError, ValueError, OverflowError):
        return None
    # A date without a zone means UTC.
    return (date if date.tzinfo else date.replace(tzinfo=UTC)).timestamp() - now
