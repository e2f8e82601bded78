"""Fits the classifier of what a turn does: .venv/bin/python -m benchmarks.fit_acts [--check].

Writes actions/coaching/acts.npz, the same from the same examples; --check writes nothing and prints how it
does in five folds and on what simulated people say, which it never learns from. About half a minute.
"""

import argparse
import json
import re
from collections.abc import Iterable, Sequence

import numpy as np
import yaml
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score
from sklearn.model_selection import cross_val_predict

from actions.coaching.acts import ACTS, ARTEFACT, ActClassifier, features
from benchmarks.questions import own_questions
from knowledge.search.encoder import Encoder
from knowledge.settings import ROOT, knowledge_settings

MOVES = ROOT / "actions" / "coaching" / "moves"
TALK = ROOT / "actions" / "trust" / "safety"
NLU = ROOT / "bot" / "data" / "nlu"
PEOPLE = ("employees", "strangers")
REACH = 3.0
# How much a mark of wording counts beside a vector of length one.
MARK_SCALE = 0.2
# What the coach's intents do, where an act of their own covers them.
INTENTS = {
    "list_goals": "requests",
    "what_do_you_know": "requests",
    "recall_history": "requests",
    "forget_this": "requests",
    "remember_this": "requests",
    "set_reminder": "requests",
    "mute_nudges": "requests",
    "unmute_nudges": "requests",
    "set_quiet_hours": "requests",
    "leave_balance": "requests",
    "open_ticket": "requests",
    "onboarding_checklist": "requests",
    "enroll_course": "requests",
    "hand_over": "requests",
    "talk_to_human": "requests",
    "practice_conversation": "requests",
    "recommend_learning": "requests",
    "export_data": "requests",
    "erase_data": "requests",
    "privacy_question": "requests",
    "ask_library": "asks_facts",
    "small_talk": "off_topic",
    "out_of_scope": "off_topic",
    "pause_session": "pauses",
}
MOST = 260


def examples() -> tuple[list[str], list[str]]:
    """Returns (texts, acts) that are learned from."""
    found: dict[str, list[str]] = {act: [] for act in ACTS}
    for act, texts in yaml.safe_load((MOVES / "acts.yml").read_text(encoding="utf-8"))["acts"].items():
        found[act] += texts
    for name in ("talk-situations.txt", "talk-answers.txt"):
        found["tells"] += (TALK / name).read_text(encoding="utf-8").splitlines()
    found["asks_facts"] += [question["question"] for question in own_questions("train")]
    for intent, texts in _intents():
        if intent in INTENTS:
            found[INTENTS[intent]] += _spread(texts, MOST if intent == "ask_library" else 30)
    pairs = [(text, act) for act, texts in found.items() for text in dict.fromkeys(texts)]
    return [text for text, _ in pairs], [act for _, act in pairs]


def said_by_people() -> tuple[list[str], list[str]]:
    """Returns (texts, acts) of simulated people; what they answer tells something."""
    pairs: list[tuple[str, str]] = []
    habits = {"asks_library": "asks_facts", "asks_advice": "asks_advice", "doubts": "doubts"}
    habits |= {
        "goes_off_topic": "off_topic",
        "pauses": "pauses",
        "stops": "stops",
        "changes_goal": "new_goal",
    }
    for folder in PEOPLE:
        for file in sorted((ROOT / "benchmarks" / folder).glob("*.yml")):
            person = yaml.safe_load(file.read_text(encoding="utf-8"))
            pairs.append((person["situation"], "tells"))
            for part, texts in person["facts"].items():
                lines = [texts] if isinstance(texts, str) else texts
                pairs += [(line, "accepts" if part == "confirm" else "tells") for line in lines]
            for habit, about in (person.get("habits") or {}).items():
                if habit in habits and isinstance(about, dict) and "text" in about:
                    pairs.append((about["text"], habits[habit]))
                elif habit == "edits":
                    pairs.append((about["text"], "wants_change"))
    return [text for text, _ in pairs], [act for _, act in pairs]


def fit(table: NDArray[np.float32], acts: Sequence[str], dimensions: int) -> dict[str, NDArray[np.float32]]:
    """Returns ActClassifier's weights; dimensions is the length of a sentence vector."""
    scale = np.ones(table.shape[1], dtype=np.float32)
    scale[dimensions:] = MARK_SCALE
    model = _model().fit(table * scale, list(acts))
    order = [list(model.classes_).index(act) for act in ACTS]
    weights = (model.coef_[order] * scale).T
    return {"weights": weights.astype(np.float32), "bias": model.intercept_[order].astype(np.float32)}


def check(encoder: Encoder) -> dict[str, object]:
    """Returns macro-F1 over five folds, and how what simulated people say is taken."""
    texts, acts = examples()
    table = features(texts, encoder.encode)
    table[:, encoder.encode(["a"]).shape[1] :] *= MARK_SCALE
    folds = cross_val_predict(_model(), table, acts, cv=5)
    people, meant = said_by_people()
    classifier = ActClassifier(encoder.encode)
    taken = [max(found := classifier.acts(text), key=lambda act: found[act]) for text in people]
    return {
        "folds_macro_f1": round(float(f1_score(acts, folds, average="macro")), 3),
        "people_recall": {act: _recall(act, meant, taken) for act in ACTS if act in meant},
        "people": len(people),
    }


def _model() -> LogisticRegression:
    return LogisticRegression(C=REACH, class_weight="balanced", max_iter=3000)


def _recall(act: str, meant: Sequence[str], taken: Sequence[str]) -> float:
    of_it = [got == act for want, got in zip(meant, taken, strict=True) if want == act]
    return round(sum(of_it) / len(of_it), 3)


def _intents() -> Iterable[tuple[str, list[str]]]:
    for file in sorted(NLU.glob("*.yml")):
        for entry in yaml.safe_load(file.read_text(encoding="utf-8"))["nlu"]:
            if "intent" in entry:
                lines = [line[2:] for line in entry["examples"].splitlines() if line.startswith("- ")]
                yield entry["intent"], [_plain(line) for line in lines]


def _plain(example: str) -> str:
    """Returns a training example without the marks of its entities."""
    return re.sub(r"\[([^\]]*)\](?:\([^)]*\)|\{[^}]*\})", r"\1", example)


def _spread(texts: list[str], most: int) -> list[str]:
    """Returns at most so many of the texts, evenly from all of them."""
    return texts if len(texts) <= most else [texts[int(i)] for i in np.linspace(0, len(texts) - 1, most)]


def main() -> None:
    """Reads the command line, fits and writes, or checks."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true")
    arguments = parser.parse_args()
    encoder = Encoder(knowledge_settings().encoder)
    if arguments.check:
        print(json.dumps(check(encoder), indent=1))
        return
    texts, acts = examples()
    table = features(texts, encoder.encode)
    weights = fit(table, acts, encoder.encode(["a"]).shape[1])
    np.savez(ARTEFACT, weights=weights["weights"], bias=weights["bias"])


if __name__ == "__main__":
    main()
