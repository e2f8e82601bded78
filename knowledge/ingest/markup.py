"""Takes out of a Markdown page what its readers never see: HTML tags, comments, template tags."""

import re

# Only elements that HTML has: "<your name>" in a page is text that somebody means.
BLOCKS = (
    "address|article|aside|blockquote|br|dd|details|div|dl|dt|figcaption|figure|footer|h[1-6]|header|hr|li|main"
    "|nav|ol|p|section|summary|table|tbody|tfoot|thead|tr|ul"
)
INLINE = (
    "a|abbr|b|button|caption|cite|code|col|colgroup|em|font|i|iframe|img|input|kbd|label|mark|q|s|small"
    "|source|span|strong|sub|sup|svg|u|video"
)
CELLS = re.compile(r"</t[dh]>\s*<t[dh]\b[^>]*>", re.IGNORECASE)
CELL = re.compile(r"</?t[dh]\b[^>]*>", re.IGNORECASE)
BLOCK_TAG = re.compile(rf"[ \t]*</?(?:{BLOCKS})\b[^>]*/?>[ \t]*", re.IGNORECASE)
INLINE_TAG = re.compile(rf"</?(?:{INLINE})\b[^>]*/?>", re.IGNORECASE)
UNSEEN = re.compile(
    r"<!--.*?-->|<(script|style)\b.*?</\1>|\{%-?\s*comment\s*-?%\}.*?\{%-?\s*endcomment\s*-?%\}",
    re.DOTALL | re.IGNORECASE,
)
TEMPLATE_TAG = re.compile(r"\{%.*?%\}|\{\{[<%].*?[%>]\}\}")
FENCE = re.compile(r"^(?:```|~~~).*?^(?:```|~~~)[ \t]*$", re.DOTALL | re.MULTILINE)


def visible(markdown: str) -> str:
    """Returns the Markdown without tags and comments; fenced code stays as it is."""
    if "<" not in markdown and "{" not in markdown:
        return markdown
    parts, place = [], 0
    for fence in FENCE.finditer(markdown):
        parts += [_visible(markdown[place : fence.start()]), fence.group()]
        place = fence.end()
    return "".join([*parts, _visible(markdown[place:])])


def _visible(text: str) -> str:
    text = TEMPLATE_TAG.sub("", UNSEEN.sub("", text))
    text = CELL.sub("", CELLS.sub(" | ", text))
    return INLINE_TAG.sub("", BLOCK_TAG.sub("\n\n", text))
