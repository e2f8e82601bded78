import itertools
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

from sqlalchemy import func, select, update

from actions.storage.database import open_database
from actions.storage.people import People
from actions.storage.tables import Consent, Employee, now

from ..conftest import SECRET


def test_somebody_who_comes_back_is_known(people: People, settings) -> None:
    first = people.employee_id("slack", "T1", "U1")

    assert people.employee_id("slack", "T1", "U1") == first
    assert People(open_database(settings), SECRET).employee_id("slack", "T1", "U1") == first


def test_the_same_name_elsewhere_is_somebody_else(people: People) -> None:
    names = itertools.product(("slack", "teams"), ("T1", "T2"), ("U1", "u1", "U2"))

    assert len({people.employee_id(*name) for name in names}) == 12


def test_an_id_says_nothing_of_its_person(people: People) -> None:
    employee = people.employee_id("teams", "contoso", "zebedee")

    assert len(employee) == 32
    int(employee, 16)


def test_two_first_messages_at_once_make_one_employee(people: People, sessions) -> None:
    together = Barrier(6)

    def meet(_: int) -> str:
        together.wait()
        return people.employee_id("web", "company", "cleo")

    with ThreadPoolExecutor(6) as pool:
        ids = set(pool.map(meet, range(6)))

    assert len(ids) == 1
    with sessions() as session:
        assert session.execute(select(func.count()).select_from(Employee)).scalar_one() == 1


def test_a_notice_counts_for_its_employee_purpose_and_version(people: People, ann, bo) -> None:
    assert not people.was_told(ann, "first_contact", 1)

    people.record(ann, "first_contact", 2)

    assert people.was_told(ann, "first_contact", 1)
    assert people.was_told(ann, "first_contact", 2)
    assert not people.was_told(ann, "first_contact", 3)
    assert not people.was_told(ann, "memory", 1)
    assert not people.was_told(bo, "first_contact", 1)


def test_what_was_withdrawn_no_longer_stands(people: People, sessions, ann) -> None:
    people.record(ann, "memory", 1, at=now() - timedelta(days=1))
    with sessions.begin() as session:
        session.execute(update(Consent).values(withdrawn_at=now()))

    assert not people.was_told(ann, "memory", 1)
    people.record(ann, "memory", 1)
    assert people.was_told(ann, "memory", 1)
