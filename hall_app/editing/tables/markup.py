"""The few tags of HTML that timelines are written with, as the Markdown that the hall keeps."""

from __future__ import annotations

import re
from html.parser import HTMLParser

_AROUND = {"b": "**", "strong": "**", "i": "*", "em": "*"}
_BLOCKS = {"p", "div", "ul", "ol", "h1", "h2", "h3", "h4"}
_SILENT = {"script", "style", "title"}


def markdown(html: str) -> str:
    """Words with emphasis, links, lists and paragraphs; every other tag is left out."""
    if "<" not in html and "&" not in html:
        return html.strip()
    reader = _Reader()
    reader.feed(html)
    reader.close()
    lines = "".join(reader.parts).split("\n")
    return re.sub(r"\n{3,}", "\n\n", "\n".join(line.strip() for line in lines)).strip()


class _Reader(HTMLParser):
    """Writes down what it is fed."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._links: list[str] = []
        self._is_silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        match tag:
            case "a":
                self._links.append(dict(attrs).get("href") or "")
                self.parts.append("[")
            case "br":
                self.parts.append("\n")
            case "li":
                self.parts.append("\n- ")
            case "blockquote":
                self.parts.append("\n\n> ")
            case _ if tag in _BLOCKS:
                self.parts.append("\n\n")
            case _ if tag in _SILENT:
                self._is_silent += 1
            case _:
                self.parts.append(_AROUND.get(tag, ""))

    def handle_endtag(self, tag: str) -> None:
        if tag == "a" and self._links:
            address = self._links.pop()
            self.parts.append(f"]({address})" if address else "]")
        elif tag in _BLOCKS or tag == "blockquote":
            self.parts.append("\n\n")
        elif tag in _SILENT:
            self._is_silent = max(0, self._is_silent - 1)
        else:
            self.parts.append(_AROUND.get(tag, ""))

    def handle_data(self, data: str) -> None:
        if not self._is_silent:
            self.parts.append(re.sub(r"\s+", " ", data))
