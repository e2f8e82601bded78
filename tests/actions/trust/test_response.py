import pytest
import yaml

from actions.trust import notice
from actions.trust.safety.response import FOLDER, care, respond, reviewed_by

COUNTRIES = yaml.safe_load((FOLDER / "helplines.yml").read_text(encoding="utf-8"))
WORDS = {
    kind: " ".join(str(words).split())
    for kind, words in yaml.safe_load((FOLDER / "responses.yml").read_text(encoding="utf-8")).items()
}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("I want to die", "crisis_self"),
        ("I'm a burden to my wife, she is better off without me", "crisis_self"),
        ("My colleague says she wants to die", "crisis_other"),
        ("my partner hits me", "violence"),
        ("He said he has a gun", "violence"),
        ("I DON’T WANT TO LIVE", "crisis_self"),
        ("", "crisis_self"),
    ],
)
def test_the_words_fit_who_is_in_danger(text: str, kind: str) -> None:
    assert respond(text, "GB").startswith(WORDS[kind])


@pytest.mark.parametrize("country", sorted(COUNTRIES))
@pytest.mark.parametrize("text", ["I want to die", "my friend wants to die", "he hits me"])
def test_every_country_names_its_emergency_number_and_a_line(country: str, text: str) -> None:
    told = respond(text, country)

    assert f"Emergency: {COUNTRIES[country]['emergency']['number']}" in told
    assert "None" not in told


def test_a_line_for_violence_is_named_for_violence_only() -> None:
    assert "Domestic Abuse" in respond("he hits me", "GB")
    assert "Domestic Abuse" not in respond("I want to die", "GB")


def test_a_country_without_help_lines_still_gets_the_words() -> None:
    assert respond("I want to die", "ZZ") == WORDS["crisis_self"]


def test_the_message_itself_is_not_repeated() -> None:
    assert "xylophone" not in respond("I want to die, said the xylophone", "GB")


def test_the_responses_say_whether_a_professional_has_read_them() -> None:
    assert isinstance(reviewed_by(), str)


def test_the_notice_says_that_it_is_software_and_who_can_read_it() -> None:
    assert "AI" in notice.TEXT
    assert "not a person" in notice.TEXT
    assert "encrypted" in notice.TEXT
    assert "manager" in notice.TEXT


def test_what_stands_beside_coaching_names_help_lines_and_lets_work_go_on() -> None:
    text = care("GB")
    assert "we simply go on" in text
    assert "Emergency: " in text
