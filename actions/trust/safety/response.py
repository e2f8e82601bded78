"""The calm words for a message that may mean danger, with help lines of the employee's country."""

import re
from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).parent
OTHER = re.compile(
    r"\b(?:he|she|they|him|her|them|his|their|colleague|co-?worker|teammate|report|manager|boss|friend|mate"
    r"|partner|wife|husband|girlfriend|boyfriend|brother|sister|son|daughter|mother|father|mum|mom|dad"
    r"|someone|somebody)\b"
)
# The speaker's own danger weighs more than the mention of others.
OWN = re.compile(
    r"\bmyself\b|\bmy (?:own )?life\b|\bwithout me\b|\bi'm (?:done|tired|a burden)"
    r"|\bi(?:'m| am| have|'ve)? (?:want|wish|can'?t|cannot|don'?t want|decided|planning|going to|keep|took"
    r"|tried|could|would|have nothing)\b"
)
VIOLENCE = re.compile(
    r"\b(?:gun|guns|rifles?|knife|knives|weapons?|bomb|hits?|hitting|beats?|beating|beaten|strangl\w*|stab\w*"
    r"|chok(?:e|es|ed|ing)|punch\w*|attack\w*|threat\w*|violent\w*|afraid of (?:him|her)"
    r"|make (?:him|her|them) pay"
    r"|(?:kill|hurt|shoot|burn) (?:him|her|them|you|us|me|everyone|everybody|people|my (?!self)\w+|the \w+)"
    r"|killed (?:me|him|her))\b"
)


def respond(text: str, country: str) -> str:
    """Returns the response to a message in danger: words, emergency number, help lines."""
    kind = _kind(text)
    words = " ".join(str(_load("responses.yml")[kind]).split())
    return "\n\n".join(part for part in (words, _lines(country, kind)) if part)


def care(country: str) -> str:
    """Returns what stands beside coaching when a message may mean more than it says: words and help lines."""
    words = " ".join(str(_load("responses.yml")["care"]).split())
    return "\n\n".join(part for part in (words, _lines(country, "crisis_self")) if part)


def reviewed_by() -> str:
    """Returns who has reviewed the responses; empty as shipped."""
    return str(_load("responses.yml")["reviewed_by"]).strip()


def _kind(text: str) -> str:
    lowered = text.lower().replace("’", "'")
    if VIOLENCE.search(lowered):
        return "violence"
    if OTHER.search(lowered) and not OWN.search(lowered):
        return "crisis_other"
    return "crisis_self"


def _lines(country: str, kind: str) -> str:
    known = _load("helplines.yml").get(country)
    if not known:
        return ""
    emergency = known["emergency"]["number"]
    lines = [f"Emergency: {emergency}"]
    for line in known.get("lines", []):
        if line.get("for", kind) in (kind, "crisis"):
            hours = f" ({line['hours']})" if line.get("hours") else ""
            lines.append(f"{line['name']}: {line['number']}{hours}")
    return "\n".join(lines)


def _load(name: str) -> dict[str, Any]:
    # Read anew each time: HR edits these files, and a crisis is rare.
    return dict(yaml.safe_load((FOLDER / name).read_text(encoding="utf-8")))
