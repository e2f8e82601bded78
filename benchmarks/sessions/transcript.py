"""A conversation as a page that can be read."""

from benchmarks.sessions.turns import Conversation, Turn


def write_transcript(conversation: Conversation) -> str:
    """Returns a conversation in Markdown: who it was, how it ended, and every turn."""
    employee = conversation.employee
    lines = [
        f"# {employee.name}",
        "",
        f"{employee.who}. Style: {employee.style}. Wants a plan: {'yes' if employee.wants_plan else 'no'}.",
        "",
        f"Ended with: {conversation.ending}. Recalled: {'yes' if conversation.recalled else 'no'}."
        f" Check-ins: {conversation.check_ins}.",
        "",
    ]
    for turn in conversation.turns:
        lines += _turn(turn)
    if conversation.later:
        lines += ["## The days after", ""]
    for turn in conversation.later:
        lines += _turn(turn)
    return "\n".join(lines)


def _turn(turn: Turn) -> list[str]:
    lines = [f"**Employee** ({turn.at:%a %d %b %H:%M}, {turn.said.purpose}): {turn.said.text}", ""]
    for reply in turn.replies:
        text = reply["text"].replace("\n", "  \n")
        lines += [f"**Coach** ({reply['kind']}): {text}", ""]
        if reply.get("buttons"):
            lines += ["Buttons: " + " · ".join(button["title"] for button in reply["buttons"]), ""]
    notes = [f"heard: {turn.heard}"] if turn.heard else []
    notes += [f"bad: {turn.bad}"] if turn.bad else []
    notes += ["dead end"] if turn.dead_end else []
    return [*lines, f"*{', '.join(notes)}*", ""] if notes else lines
