"""Small Markdown put around words and before lines: pure changes of a text and what is chosen in it."""

from __future__ import annotations

from dataclasses import dataclass

SOFT_BREAK = "\u200b"
"""Where a long word may go on in the next line; nothing is seen of it."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A text and the stretch of it that is chosen."""

    words: str
    start: int
    end: int

    @property
    def chosen(self) -> str:
        """What is chosen."""
        return self.words[self.start : self.end]


def emphasise(text: Marked, sign: str = "*") -> Marked:
    """Put emphasis around what is chosen, or take it away."""
    words, start, end, size = text.words, text.start, text.end, len(sign)
    is_around = words[max(0, start - size) : start] == sign and words[end : end + size] == sign
    if is_around:
        plain = words[: start - size] + text.chosen + words[end + size :]
        return Marked(plain, start - size, end - size)
    made = words[:start] + sign + text.chosen + sign + words[end:]
    return Marked(made, start + size, end + size)


def lead_lines(text: Marked, sign: str) -> Marked:
    """Begin every line that is touched with a sign, or take it away where all have it."""
    first = text.words.rfind("\n", 0, text.start) + 1
    last = text.words.find("\n", text.end)
    last = len(text.words) if last < 0 else last
    lines = text.words[first:last].split("\n")
    if all(line.startswith(sign) for line in lines):
        changed = [line.removeprefix(sign) for line in lines]
    else:
        changed = [line if line.startswith(sign) else f"{sign}{line}" for line in lines]
    block = "\n".join(changed)
    return Marked(text.words[:first] + block + text.words[last:], first, first + len(block))


def link(text: Marked, address: str, name: str = "") -> Marked:
    """Make a link of what is chosen; with no words chosen, of the name. What has to be typed is chosen."""
    words = text.chosen or name
    made = f"[{words}]({address})"
    at = text.start + (len(words) + 3 if words else 1)
    whole = text.words[: text.start] + made + text.words[text.end :]
    return Marked(whole, at, at + (len(address) if words else 0))


def put(text: Marked, sign: str) -> Marked:
    """Put a sign in the place of what is chosen."""
    at = text.start + len(sign)
    return Marked(text.words[: text.start] + sign + text.words[text.end :], at, at)
