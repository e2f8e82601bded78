import asyncio

from gateway.hub import Event, Hub


def drain(queue: asyncio.Queue) -> list[int]:
    return [queue.get_nowait().inbox_id for _ in range(queue.qsize())]


def test_everybody_who_listens_to_an_employee_hears_it_in_order() -> None:
    hub = Hub()
    with hub.listen("ann") as phone, hub.listen("ann") as desk:
        hub.tell("ann", Event("typing", 1))
        hub.tell("ann", Event("done", 2))

        assert drain(phone) == drain(desk) == [1, 2]


def test_nobody_hears_what_is_told_to_another() -> None:
    hub = Hub()
    with hub.listen("ann"), hub.listen("bo") as bo:
        hub.tell("ann", Event("reply", 1))

        assert drain(bo) == []


def test_telling_somebody_who_is_not_there_is_harmless() -> None:
    Hub().tell("ann", Event("typing", 1))


def test_who_has_left_hears_nothing_and_is_forgotten() -> None:
    hub = Hub()
    with hub.listen("ann") as gone:
        with hub.listen("ann"):
            pass
        hub.tell("ann", Event("typing", 1))
    hub.tell("ann", Event("typing", 2))

    assert drain(gone) == [1]
    assert not hub._listeners


def test_who_breaks_off_is_forgotten_too() -> None:
    hub = Hub()
    try:
        with hub.listen("ann"):
            raise ConnectionError
    except ConnectionError:
        pass

    assert not hub._listeners
