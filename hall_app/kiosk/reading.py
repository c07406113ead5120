"""Small Markdown as a wall reads it: paragraphs, no markup, no bold."""

from __future__ import annotations

import re

_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
_MARK = re.compile(r"(\*\*|__|\*|(?<!\w)_|_(?!\w)|`)")
_HEAD = re.compile(r"^\s{0,3}#{1,6}\s*")
_QUOTE = re.compile(r"^\s{0,3}>\s?")
_ITEM = re.compile(r"^\s{0,3}(?:[-*+]|\d+[.)])\s+")
_CJK = re.compile(r"[\u2e80-\u9fff\uff00-\uffef\u3000-\u303f]")


def plain(markdown: str) -> str:
    """The words of a text, a newline between paragraphs, "·" before an item of a list."""
    paragraphs: list[str] = []
    is_open = False
    for line in markdown.splitlines():
        words = _QUOTE.sub("", line).rstrip()
        if not words.strip():
            is_open = False
            continue
        is_item, is_head = bool(_ITEM.match(words)), bool(_HEAD.match(words))
        words = _clean(_HEAD.sub("", _ITEM.sub("· ", words)))
        if is_open and not is_item and not is_head:
            paragraphs[-1] += _joint(paragraphs[-1], words) + words
        else:
            paragraphs.append(words)
        is_open = not is_head
    return "\n".join(paragraphs)


def _clean(words: str) -> str:
    return _MARK.sub("", _LINK.sub(r"\1", words)).strip()


def _joint(left: str, right: str) -> str:
    return "" if _CJK.match(left[-1:]) or _CJK.match(right[:1]) else " "
