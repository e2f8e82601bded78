import pytest

from actions.coaching.time_zones import zone_named


@pytest.mark.parametrize(
    ("said", "zone"),
    [
        ("I'm in Europe/Berlin", "Europe/Berlin"),
        ("my time zone is Asia/Ho_Chi_Minh.", "Asia/Ho_Chi_Minh"),
        ("I live in New York", "America/New_York"),
        ("we are on london time", "Europe/London"),
        ("Lisbon, Portugal", "Europe/Lisbon"),
        ("I moved to São Paulo", None),
        ("I'm in Sao Paulo!", "America/Sao_Paulo"),
        ("don't write after 6pm", None),
        ("Monday to Friday only", None),
        ("", None),
        ("i'm in europe/berlin", "Europe/Berlin"),
        ("don't wake me before 9am", None),
        ("nothing over Christmas", None),
        ("no messages in general after 6pm", None),
        ("I act as team lead, so not after 6", None),
        ("I'm not in Berlin any more", None),
        ("my time is short, not after 6", None),
        ("set my time zone to Paris", "Europe/Paris"),
        ("use Madrid time please", "Europe/Madrid"),
        ("I'm based in Singapore, so write then", "Asia/Singapore"),
    ],
)
def test_a_zone_is_known_by_its_name_or_its_city(said: str, zone: str | None) -> None:
    assert zone_named(said) == zone
