"""The little grammar that listening needs: verbs, clauses and fragments of everyday English."""

from actions.coaching.session.syntax import is_clause, starts_with_verb
from actions.coaching.session.word_classes import SUBJECTS
from actions.coaching.session.wordforms import as_infinitive, base_form, lower_first, tokens, upper_first

__all__ = [
    "SUBJECTS",
    "as_infinitive",
    "base_form",
    "is_clause",
    "lower_first",
    "starts_with_verb",
    "tokens",
    "upper_first",
]
