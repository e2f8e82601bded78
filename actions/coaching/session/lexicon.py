"""The word lists that listening needs, read once on first use."""

from functools import lru_cache
from pathlib import Path
from typing import Literal

import yaml

PATH = Path(__file__).with_name("words.yml")
Kind = Literal["verbs", "leaning", "nouns_too", "feelings", "adjectives", "feeling_nouns", "common"]
_IRREGULAR_S = {"has": "have", "does": "do", "goes": "go", "is": "be"}


@lru_cache
def words(kind: Kind) -> frozenset[str]:
    """Returns the words of one list, in lower case."""
    return frozenset(_lists()[kind].split())


@lru_cache
def all_verbs() -> frozenset[str]:
    """Returns the base forms of all verbs, also of those that are as often nouns."""
    return words("verbs") | words("leaning") | words("nouns_too")


@lru_cache
def pasts() -> dict[str, str]:
    """Returns the irregular past forms, each with its participle."""
    return {past: participle for _, past, participle in _irregular()}


@lru_cache
def participles() -> dict[str, str]:
    """Returns the participles of irregular verbs by their base form."""
    return {base: participle for base, _, participle in _irregular()}


@lru_cache
def known() -> frozenset[str]:
    """Returns every word of the lists: what is not among them may be a name."""
    lists = [words(kind) for kind in ("common", "feelings", "adjectives", "feeling_nouns")]
    return all_verbs().union(*lists, pasts(), pasts().values())


@lru_cache(maxsize=4096)
def base_of(word: str) -> str | None:
    """Returns the verb behind a form in -s, "run" for "runs"; None where there is none."""
    if word in _IRREGULAR_S:
        return _IRREGULAR_S[word]
    if not word.endswith("s") or len(word) < 3:
        return None
    stems = [word[:-1]]
    stems += [word[:-2]] if word.endswith("es") else []
    stems += [f"{word[:-3]}y"] if word.endswith("ies") else []
    return next((stem for stem in stems if stem in all_verbs()), None)


def _irregular() -> list[list[str]]:
    return [forms.split("/") for forms in _lists()["irregular"].split()]


@lru_cache
def _lists() -> dict[str, str]:
    return dict(yaml.safe_load(PATH.read_text(encoding="utf-8")))
