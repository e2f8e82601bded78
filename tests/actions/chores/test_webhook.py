import gzip
import json
from datetime import UTC, date, datetime, timedelta, timezone
from email.utils import format_datetime
from pathlib import Path
from typing import Any

import pytest

from actions.chores.system import Chore, ChoreError, HRSystem, NotOffered
from actions.chores.webhook import NOT_ANSWERED, NOTHING_SENT, REFUSED, UNSURE, WebhookHRSystem
from actions.errors import CoachError

from .conftest import Clock
from .endpoint import BOOKING, LEAVE, NOW, SECRET, TICKET, Endpoint, Planned

ALL = frozenset(Chore)


@pytest.fixture
def hr(endpoint: Endpoint, clock: Clock) -> HRSystem:
    return connect(endpoint.url, clock)


def connect(url: str, clock: Clock, **options: Any) -> WebhookHRSystem:
    options = {"secret": SECRET, "capabilities": ALL, "timeout": 5.0, **options}
    return WebhookHRSystem(url, sleep=clock.sleep, monotonic=clock.monotonic, now=clock.now, **options)


def test_an_employee_gets_a_place_on_a_course(hr: HRSystem, endpoint: Endpoint) -> None:
    booking = hr.enrol("ann@company.example", "Giving feedback")

    assert (booking.reference, booking.course, booking.place) == ("B-17", "Giving feedback", "Leeds, room 4")
    assert booking.starts_at == datetime(2027, 3, 1, 9, tzinfo=timezone(timedelta(hours=1)))
    assert booking.ends_at == datetime(2027, 3, 1, 15, 30, tzinfo=UTC)
    request = endpoint.received[0]
    assert request.pop("id")
    assert request == {
        "action": "enrol",
        "employee": "ann@company.example",
        "at": "2027-01-15T08:00:00+00:00",
        "course": "Giving feedback",
    }


def test_an_employee_sees_the_leave_that_is_left(hr: HRSystem, endpoint: Endpoint) -> None:
    balance = hr.leave_balance("ann")

    assert (balance.days_left, balance.days_taken, balance.unit) == (12.5, 14.5, "days")
    assert balance.as_of == date(2027, 1, 15)
    assert set(endpoint.received[0]) == {"id", "action", "employee", "at"}


def test_an_employee_opens_a_ticket_and_can_follow_it(hr: HRSystem, endpoint: Endpoint) -> None:
    ticket = hr.open_ticket("ann", "Payslip\nof May", "The figure looks wrong.\r\nCould you look?")

    assert (ticket.reference, ticket.url) == ("T-9", "https://hr.example/t/9")
    assert endpoint.received[0]["subject"] == "Payslip of May"
    assert endpoint.received[0]["text"] == "The figure looks wrong.\nCould you look?"


def test_handing_over_sends_the_chosen_text_and_nothing_else(hr: HRSystem, endpoint: Endpoint) -> None:
    ticket = hr.hand_over("ann", "I would like to talk about my hours.")

    assert (ticket.reference, ticket.url) == ("H-3", None)
    assert set(endpoint.received[0]) == {"id", "action", "employee", "at", "text"}
    assert endpoint.received[0]["text"] == "I would like to talk about my hours."


def test_the_employee_is_named_as_the_company_knows_them(endpoint: Endpoint, clock: Clock) -> None:
    hr = connect(endpoint.url, clock, employee_reference=lambda employee: f"no. {len(employee)}")

    hr.leave_balance("ann")

    assert endpoint.received[0]["employee"] == "no. 3"


def test_what_the_company_does_not_offer_is_never_asked_for(endpoint: Endpoint, clock: Clock) -> None:
    hr = connect(endpoint.url, clock, capabilities={Chore.ticket})

    for ask in (
        lambda: hr.enrol("ann", ""),
        lambda: hr.leave_balance("ann"),
        lambda: hr.hand_over("ann", "Hello"),
    ):
        with pytest.raises(NotOffered, match="has not been set up"):
            ask()

    assert hr.capabilities == {Chore.ticket}
    assert endpoint.received == []


@pytest.mark.parametrize(
    ("subject", "text", "says"),
    [
        ("", "Text", "subject first"),
        (" \n\t", "Text", "subject first"),
        ("Subject", "\x00\x07", "text of the message first"),
        ("x" * 151, "Text", "up to 150 characters, and this has 151"),
        ("Subject", "x" * 5_001, "up to 5,000 characters, and this has 5,001"),
    ],
)
def test_a_ticket_that_says_nothing_or_too_much_is_not_sent(
    hr: HRSystem, endpoint: Endpoint, subject: str, text: str, says: str
) -> None:
    with pytest.raises(ChoreError, match=says):
        hr.open_ticket("ann", subject, text)

    assert endpoint.received == []


def test_odd_characters_reach_the_company_as_readable_json(hr: HRSystem, endpoint: Endpoint) -> None:
    hr.hand_over("an\ud800n\u2028", "Grüße 🙂\ud800\x1b[31m ok")

    assert endpoint.received[0]["employee"] == "an n"
    assert endpoint.received[0]["text"] == "Grüße 🙂[31m ok"


@pytest.mark.parametrize("first", [Planned(500), Planned(503), Planned(599), Planned(hangs_up=True)])
def test_a_server_that_fails_once_is_asked_again_under_the_same_key(
    hr: HRSystem, endpoint: Endpoint, first: Planned
) -> None:
    endpoint.plan = [first]

    assert hr.open_ticket("ann", "Payslip", "Text").reference == "T-9"

    assert len(endpoint.received) == 2
    assert endpoint.received[0] == endpoint.received[1]


def test_two_wishes_have_two_keys(hr: HRSystem, endpoint: Endpoint) -> None:
    hr.hand_over("ann", "The same text")
    hr.hand_over("ann", "The same text")

    assert endpoint.received[0]["id"] != endpoint.received[1]["id"]


def test_each_try_is_signed_afresh(hr: HRSystem, endpoint: Endpoint) -> None:
    endpoint.plan = [Planned(429, headers={"Retry-After": "5"})]

    hr.leave_balance("ann")

    assert [int(stamp) for stamp in endpoint.timestamps] == [NOW, NOW + 5]


def test_pauses_grow_and_the_tries_end(hr: HRSystem, endpoint: Endpoint, clock: Clock) -> None:
    endpoint.plan = [Planned(500) for _ in range(9)]

    with pytest.raises(ChoreError) as error:
        hr.open_ticket("ann", "Payslip", "Text")

    assert str(error.value) == UNSURE
    assert len(endpoint.received) == 4
    assert len({request["id"] for request in endpoint.received}) == 1
    for pause, longest in zip(clock.slept, (0.5, 1.0, 2.0), strict=True):
        assert longest / 2 <= pause <= longest


def test_the_time_for_all_tries_is_bounded(
    hr: HRSystem, endpoint: Endpoint, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("actions.chores.delivery.TIME_LIMIT", 10.0)
    endpoint.plan = [Planned(429, headers={"Retry-After": "7"}) for _ in range(9)]

    with pytest.raises(ChoreError):
        hr.leave_balance("ann")

    assert clock.slept == [7.0]
    assert len(endpoint.received) == 2


@pytest.mark.parametrize(
    ("asked", "waited"),
    [
        ("2", 2.0),
        ("0", 0.0),
        ("3600", 8.0),
        ("9" * 5_000, 8.0),
        (format_datetime(datetime.fromtimestamp(NOW + 3, UTC), usegmt=True), 3.0),
        (format_datetime(datetime.fromtimestamp(NOW - 60, UTC), usegmt=True), 0.0),
    ],
)
def test_a_busy_server_is_given_the_time_it_asks_for_up_to_a_limit(
    hr: HRSystem, endpoint: Endpoint, clock: Clock, asked: str, waited: float
) -> None:
    endpoint.plan = [Planned(429, headers={"Retry-After": asked})]

    hr.leave_balance("ann")

    assert clock.slept == [waited]


@pytest.mark.parametrize("asked", ["", "soon", "-5", "1.5", "²", "1 Jan 99999999999 00:00 GMT"])
def test_a_wish_for_time_that_is_none_is_passed_over(
    hr: HRSystem, endpoint: Endpoint, clock: Clock, asked: str
) -> None:
    endpoint.plan = [Planned(429, headers={"Retry-After": asked})]

    hr.leave_balance("ann")

    assert 0.25 <= clock.slept[0] <= 0.5


def test_a_slow_server_is_given_up_and_asked_again(endpoint: Endpoint, clock: Clock) -> None:
    endpoint.plan = [Planned(never=True)]
    hr = connect(endpoint.url, clock, timeout=0.2)

    assert hr.hand_over("ann", "Text").reference == "H-3"

    assert endpoint.received[0]["id"] == endpoint.received[1]["id"]


def test_an_answer_that_trickles_in_beyond_the_time_is_given_up(endpoint: Endpoint, clock: Clock) -> None:
    hr = WebhookHRSystem(
        endpoint.url,
        SECRET,
        ALL,
        sleep=clock.sleep,
        now=clock.now,
        monotonic=iter(range(0, 900, 20)).__next__,
    )

    with pytest.raises(ChoreError, match="did not confirm"):
        hr.open_ticket("ann", "Payslip", "Text")


def test_a_server_that_is_not_there_was_sent_nothing(clock: Clock, closed_port: int) -> None:
    hr = connect(f"http://127.0.0.1:{closed_port}/coach", clock)

    with pytest.raises(ChoreError) as error:
        hr.open_ticket("ann", "Payslip", "Text")

    assert str(error.value) == NOTHING_SENT
    assert len(clock.slept) == 3


def test_a_busy_server_was_sent_nothing_either(hr: HRSystem, endpoint: Endpoint) -> None:
    endpoint.plan = [Planned(429) for _ in range(4)]

    with pytest.raises(ChoreError) as error:
        hr.enrol("ann", "Giving feedback")

    assert str(error.value) == NOTHING_SENT


def test_one_doubtful_try_makes_the_outcome_doubtful(hr: HRSystem, endpoint: Endpoint) -> None:
    endpoint.plan = [Planned(hangs_up=True), *(Planned(429) for _ in range(3))]

    with pytest.raises(ChoreError) as error:
        hr.enrol("ann", "Giving feedback")

    assert str(error.value) == UNSURE


def test_looking_something_up_never_leaves_a_doubt(hr: HRSystem, endpoint: Endpoint) -> None:
    endpoint.plan = [Planned(500) for _ in range(4)]

    with pytest.raises(ChoreError) as error:
        hr.leave_balance("ann")

    assert str(error.value) == NOT_ANSWERED


@pytest.mark.parametrize("status", [400, 401, 403, 404, 408, 409, 410, 422, 425, 499])
def test_a_refusal_is_not_asked_about_again(hr: HRSystem, endpoint: Endpoint, status: int) -> None:
    endpoint.plan = [Planned(status)]

    with pytest.raises(ChoreError) as error:
        hr.open_ticket("ann", "Payslip", "Text")

    assert str(error.value) == REFUSED
    assert len(endpoint.received) == 1


@pytest.mark.parametrize("status", [404, 409, 422])
def test_the_company_can_say_why_it_refuses(hr: HRSystem, endpoint: Endpoint, status: int) -> None:
    endpoint.plan = [Planned(status, {"message": "That course\n is full.", "code": 7})]

    with pytest.raises(ChoreError) as error:
        hr.enrol("ann", "Giving feedback")

    assert str(error.value) == "The HR system says: That course is full."


@pytest.mark.parametrize(
    "body", [{"message": ""}, {"message": "x" * 301}, {"message": ["a"]}, b"<html>", b""]
)
def test_a_reason_that_cannot_be_shown_is_not_shown(hr: HRSystem, endpoint: Endpoint, body: Any) -> None:
    endpoint.plan = [Planned(409, body)]

    with pytest.raises(ChoreError) as error:
        hr.enrol("ann", "Giving feedback")

    assert str(error.value) == REFUSED


def test_a_wrong_secret_is_no_news_for_the_employee(endpoint: Endpoint, clock: Clock, caplog: Any) -> None:
    hr = connect(endpoint.url, clock, secret="another secret than theirs")

    with pytest.raises(ChoreError) as error:
        hr.leave_balance("ann")

    assert str(error.value) == REFUSED
    assert "answered 401" in caplog.text
    assert len(endpoint.paths) == 1


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirect_is_not_followed(hr: HRSystem, endpoint: Endpoint, status: int) -> None:
    endpoint.plan = [Planned(status, headers={"Location": "/elsewhere"})]

    with pytest.raises(ChoreError) as error:
        hr.open_ticket("ann", "Payslip", "Text")

    assert str(error.value) == REFUSED
    assert endpoint.paths == ["/coach"]


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"not json",
        b"[]",
        b"null",
        b"\xff\xfe",
        b"[" * 60_000,
        {},
        {"reference": ""},
        {"reference": " \n "},
        {"reference": None},
        {"reference": "x" * 201},
        {"reference": "T-9", "url": "javascript:alert(1)"},
        {"reference": "T-9", "url": "hr.example"},
        TICKET | {"filler": "x" * 70_000},
    ],
)
def test_an_answer_that_cannot_be_read_is_not_shown_and_not_asked_for_again(
    hr: HRSystem, endpoint: Endpoint, body: Any
) -> None:
    endpoint.plan = [Planned(200, body)]

    with pytest.raises(ChoreError) as error:
        hr.open_ticket("ann", "Payslip", "Text")

    assert str(error.value) == UNSURE
    assert len(endpoint.received) == 1


def test_a_packed_answer_is_not_unpacked(hr: HRSystem, endpoint: Endpoint) -> None:
    packed = gzip.compress(json.dumps(TICKET).encode())
    endpoint.plan = [Planned(200, packed, {"Content-Encoding": "gzip"})]

    with pytest.raises(ChoreError):
        hr.open_ticket("ann", "Payslip", "Text")


@pytest.mark.parametrize(
    "wrong",
    [
        {"starts_at": "2027-03-01T09:00:00"},
        {"starts_at": "tomorrow"},
        {"ends_at": "2027-02-28T09:00:00Z"},
        {"course": ""},
        {"place": "x" * 301},
    ],
)
def test_a_booking_that_makes_no_sense_is_not_shown(
    hr: HRSystem, endpoint: Endpoint, wrong: dict[str, str]
) -> None:
    endpoint.plan = [Planned(200, BOOKING | wrong)]

    with pytest.raises(ChoreError, match="did not confirm"):
        hr.enrol("ann", "Giving feedback")


@pytest.mark.parametrize(
    "wrong", [{"days_left": float("nan")}, {"days_left": "many"}, {"as_of": "today"}, {"unit": "hours"}]
)
def test_a_balance_that_makes_no_sense_is_not_shown(
    hr: HRSystem, endpoint: Endpoint, wrong: dict[str, Any]
) -> None:
    endpoint.plan = [Planned(200, LEAVE | wrong)]

    with pytest.raises(ChoreError) as error:
        hr.leave_balance("ann")

    assert str(error.value) == NOT_ANSWERED


def test_more_than_was_asked_for_and_numbered_tickets_are_fine(hr: HRSystem, endpoint: Endpoint) -> None:
    endpoint.plan = [Planned(201, {"reference": 4711, "url": None, "queue": {"name": "HR"}})]

    assert hr.open_ticket("ann", "Payslip", "Text").reference == "4711"


def test_what_is_written_and_who_writes_stay_out_of_the_log(
    hr: HRSystem, endpoint: Endpoint, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("DEBUG")
    endpoint.plan = [Planned(500), Planned(200, {"reference": ["an echo of a private matter"]})]

    with pytest.raises(ChoreError):
        hr.open_ticket("ann@company.example", "A private matter", "a private matter")

    assert "try 1 of 4 failed: status 500" in caplog.text
    assert "reference: string_type" in caplog.text
    for word in ("private", "ann@", SECRET):
        assert word not in caplog.text


def test_the_proxy_of_the_environment_is_not_used(
    hr: HRSystem, monkeypatch: pytest.MonkeyPatch, closed_port: int
) -> None:
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, f"http://127.0.0.1:{closed_port}")

    assert hr.leave_balance("ann").days_left == 12.5


def test_an_endpoint_with_a_certificate_that_this_machine_trusts_is_used(
    certificate: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    with Endpoint(clock.now, certificate) as secure:
        assert connect(secure.url, clock).leave_balance("ann").days_left == 12.5


def test_an_endpoint_with_a_strange_certificate_gets_nothing(
    certificate: Path, clock: Clock, caplog: pytest.LogCaptureFixture
) -> None:
    with Endpoint(clock.now, certificate) as secure:
        with pytest.raises(ChoreError) as error:
            connect(secure.url, clock).leave_balance("ann")

        assert secure.received == []
    assert str(error.value) == NOT_ANSWERED
    assert "CERTIFICATE_VERIFY_FAILED" in caplog.text


@pytest.mark.parametrize(
    "url",
    [
        "http://hr.example/coach",
        "http://10.0.0.7/coach",
        "http://localhost.hr.example/coach",
        "http://127.0.0.1.hr.example/coach",
        "ftp://127.0.0.1/coach",
        "hr.example",
        "https://",
        "",
        "https://[",
        "https://user:word@hr.example/coach",
    ],
)
def test_an_address_that_others_could_listen_to_is_refused(url: str, clock: Clock) -> None:
    with pytest.raises(CoachError, match="the HR system's address must") as error:
        connect(url, clock)

    assert "\n" not in str(error.value)
    assert "word" not in str(error.value).replace("password", "")


@pytest.mark.parametrize("url", ["https://hr.example/coach", "http://localhost:8080/", "http://[::1]:80/x"])
def test_an_encrypted_address_or_this_machine_is_fine(url: str, clock: Clock) -> None:
    assert connect(url, clock).capabilities == ALL


def test_an_empty_secret_is_refused(endpoint: Endpoint, clock: Clock) -> None:
    with pytest.raises(CoachError, match="secret is empty"):
        connect(endpoint.url, clock, secret="")
