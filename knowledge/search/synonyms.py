"""What the company says for what: abbreviations and other words, kept by the content team in one file."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from knowledge.errors import LibraryError
from knowledge.words import FUNCTION_WORDS

FILE = "synonyms.yml"
# What most workplaces say; a library's own file stands in place of it.
SHIPPED = Path(__file__).resolve().parents[1] / "library" / FILE
SHAPE = "each line is 'term: other words for it' or 'term: [several, of them]'"


@dataclass(frozen=True)
class Synonyms:
    """Terms and what else they are called."""

    terms: dict[str, tuple[str, ...]]

    def expand(self, query: str) -> str:
        """Returns the query with the other words behind each term that it uses."""
        expanded = query
        for term, others in self.terms.items():
            new = [word for word in others if word.lower() not in query.lower()]
            if new:
                beside = f" ({', '.join(new)})"
                expanded = _pattern(term).sub(lambda found, b=beside: found[0] + b, expanded, count=1)  # type: ignore[misc]
        return expanded


@cache
def _pattern(term: str) -> re.Pattern[str]:
    """Finds the term as a word, in any case; what is a common word in small letters, as it is written."""
    exact = term.lower() in FUNCTION_WORDS
    return re.compile(rf"(?<![\w:/]){re.escape(term)}(?:['’]?s)?(?![\w:/])", 0 if exact else re.IGNORECASE)


def synonyms_text(folder: Path) -> str:
    """Returns the text of a library's own file, else of the shipped one; a wrong one raises LibraryError."""
    own = folder / FILE
    file = own if own.is_file() else SHIPPED
    read_synonyms(file)
    return file.read_text(encoding="utf-8")


def read_synonyms(file: Path) -> Synonyms:
    """Reads one file of terms; raises LibraryError naming what is not allowed in it."""
    try:
        values = yaml.safe_load(file.read_text(encoding="utf-8")) or {}
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise LibraryError(f"{file}: not valid YAML; {SHAPE}") from error
    if not isinstance(values, dict):
        raise LibraryError(f"{file}: {SHAPE}")
    terms: dict[str, tuple[str, ...]] = {}
    for term, others in values.items():
        words = [others] if isinstance(others, str) else others
        if not isinstance(words, list) or not all(isinstance(w, str) and w.strip() for w in words):
            raise LibraryError(f"{file}: {term}: {SHAPE}")
        terms[str(term)] = tuple(w.strip() for w in words)
    return Synonyms(terms)
