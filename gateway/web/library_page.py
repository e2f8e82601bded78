"""Shows one page of the published library, so that a source can be opened."""

import html
import re
from itertools import pairwise
from pathlib import Path
from urllib.parse import quote

from actions.messages import Citation
from knowledge.ingest.passages import PARSER, plain_text

TEMPLATE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<link rel="icon" href="/static/icon.svg">
<link rel="stylesheet" href="/static/chat.css">
</head>
<body class="library">
<main>{body}</main>
</body>
</html>
"""


def link(citation: Citation) -> str:
    """Returns the address of the cited section."""
    return f"/library/{quote(citation.document)}#{slug(citation.heading)}"


def slug(heading: str) -> str:
    """Returns a heading's anchor."""
    return re.sub(r"[^\w]+", "-", heading.lower()).strip("-")


def render(folder: Path, document: str) -> str | None:
    """Returns the page's HTML, or None when the version in folder has no such document."""
    known = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
    if document not in known:
        return None
    tokens = PARSER.parse(known[document].read_text(encoding="utf-8"))
    title = document
    for opening, inline in pairwise(tokens):
        if opening.type == "heading_open":
            opening.attrSet("id", slug(plain_text(inline)))
            if opening.tag == "h1":
                title = plain_text(inline)
    body = PARSER.renderer.render(tokens, PARSER.options, {})
    return TEMPLATE.format(title=html.escape(title), body=body)
