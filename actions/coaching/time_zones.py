"""Time zones as employees name them: in full, or by a city."""

import re
from functools import cache
from zoneinfo import available_timezones

# These places are everyday words: only their full name counts.
_NO_PLACES = {
    "act",
    "christmas",
    "east",
    "easter",
    "factory",
    "general",
    "midway",
    "north",
    "south",
    "wake",
    "west",
}
_PLACED = re.compile(
    r"\b(?:(?:i'm|i am|im|we're|we are)(?: (?!not )\w+)? in|(?:live|living|based|located|here) in"
    r"|work(?:ing)? (?:in|from)|moved to|time ?zone(?: (?:is|to))?)(?: the)? (?P<place>.+)",
    re.I,
)
_TIME_OF = re.compile(r" time\b")
_PUNCTUATION = str.maketrans('.,!?;:()"“”', " " * 11)


def zone_named(text: str) -> str | None:
    """Returns the IANA zone that the text names, by its full name or its city; None where it names none."""
    zones, places = _places()
    words = text.lower().translate(_PUNCTUATION).split()
    full = next((zones[word] for word in words if word in zones and "/" in word), None)
    if full:
        return full
    said = " ".join(words)
    tries = [text.lower().split(",")[0].strip(" .!?")] if len(words) <= 4 else []
    if placed := _PLACED.search(said):
        following = placed["place"].split()
        tries += [" ".join(following[:count]) for count in (4, 3, 2, 1)]
    for match in _TIME_OF.finditer(said):
        preceding = said[max(0, match.start() - 40) : match.start()].split()
        tries += [" ".join(preceding[-count:]) for count in (3, 2, 1)]
    return next((places[place] for place in tries if place in places), None)


@cache
def _places() -> tuple[dict[str, str], dict[str, str]]:
    """Returns the zones by their full names and by their cities, in small letters."""
    zones = sorted(available_timezones())
    cities = {
        zone.rsplit("/", 1)[-1].replace("_", " ").lower(): zone
        for zone in sorted(zones, key=lambda zone: ("/" in zone, zone))
        if zone.count("/") <= 1 and not zone.startswith(("Etc/", "US/"))
    }
    return {zone.lower(): zone for zone in zones}, {
        city: zone for city, zone in cities.items() if city not in _NO_PLACES
    }
