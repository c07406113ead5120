"""A drawing (SVG) read strictly and written plainly: what is active or reaches outside is refused.

What a program could run or fetch is refused, with its line: scripts, event handlers, foreign
objects, animation, links and pictures from elsewhere, entities, styles that import. What is only
a drawing program's bookkeeping is left out: metadata, editor elements and attributes, comments,
document types, processing instructions. The rest is written in one canonical form, so that the
same drawing always gives the same bytes, also when it is cleaned again.
"""

from __future__ import annotations

import base64
import binascii
import io
import re
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NoReturn
from xml.parsers import expat
from xml.sax.saxutils import escape

from PIL import Image

from hall_app.media import svg_rules
from hall_app.media.limits import Limits, require_size
from hall_app.media.refusal import Reason, Refusal

_LENGTH = re.compile(r"\s*(\+?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)\s*(px|pt|pc|mm|cm|in)?\s*")
_UNITS = {"": 1.0, "px": 1.0, "pt": 4 / 3, "pc": 16.0, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0}
_MOST_DEPTH = 100
_IN_TEXT = {"\r": "&#13;"}
_QUOTED = {'"': "&quot;", "\n": "&#10;", "\r": "&#13;", "\t": "&#9;"}
_CUT_OFF = {
    expat.errors.codes[message]
    for message in (
        expat.errors.XML_ERROR_NO_ELEMENTS,
        expat.errors.XML_ERROR_UNCLOSED_TOKEN,
        expat.errors.XML_ERROR_PARTIAL_CHAR,
        expat.errors.XML_ERROR_UNCLOSED_CDATA_SECTION,
    )
}


@dataclass(frozen=True, slots=True)
class Drawing:
    """A cleaned drawing: its root's attributes, all that is within, and its size in CSS pixels."""

    attributes: tuple[tuple[str, str], ...]
    body: str
    width: float
    height: float

    def svg(self, size: tuple[int, int] | None = None) -> str:
        """The canonical text; with a size, that of the same drawing at so many pixels."""
        attributes = {
            "xmlns": svg_rules.SVG,
            "xmlns:xlink": svg_rules.XLINK,
            **dict(self.attributes),
        }
        if size is not None:
            attributes.setdefault("viewBox", f"0 0 {self.width:g} {self.height:g}")
            attributes["width"], attributes["height"] = map(str, size)
        return f"{_tag('svg', attributes)}>{self.body}</svg>\n"


def clean(data: bytes, limits: Limits) -> Drawing:
    """Read a drawing, plain or gzipped; raises `Refusal` for what the hall does not take."""
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    cleaner = _Cleaner(limits)
    parser.StartElementHandler = cleaner.start
    parser.EndElementHandler = cleaner.end
    parser.CharacterDataHandler = cleaner.text
    parser.StartDoctypeDeclHandler = cleaner.doctype
    parser.EntityDeclHandler = cleaner.entity
    parser.SkippedEntityHandler = cleaner.entity
    try:
        parser.Parse(_unpacked(data, limits), True)
    except svg_rules.Forbidden as forbidden:
        detail = f"{forbidden}, line {parser.CurrentLineNumber}"
        raise Refusal(Reason.HOSTILE, detail=detail) from forbidden
    except expat.ExpatError as error:
        reason = Reason.TRUNCATED if error.code in _CUT_OFF else Reason.DAMAGED
        raise Refusal(reason, detail=str(error)) from error
    return cleaner.drawing()


class _Cleaner:
    """What the parser tells, judged and written out again."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._root: dict[str, str] = {}
        self._written: list[str] = []
        self._open: list[str] = []
        self._is_tag_unclosed = False
        self._skipped = 0
        self._style: list[str] = []
        self._uses = _Uses()
        self._embedded_pixels = 0

    def drawing(self) -> Drawing:
        count = self._uses.elements()
        if count > self._limits.elements:
            raise Refusal(Reason.HOSTILE, detail=f"{count:,} elements, repeated ones counted")
        width, height = _size(self._root)
        require_size(width, height, self._limits)
        return Drawing(tuple(self._root.items()), "".join(self._written), width, height)

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        space, _, name = tag.rpartition(" ")
        if not self._open and (space, name) != (svg_rules.SVG, "svg"):
            raise Refusal(
                Reason.DAMAGED, detail="the first element is no <svg> of the SVG namespace"
            )
        is_foreign = space not in {svg_rules.SVG, svg_rules.XHTML}
        if self._skipped or is_foreign or name in svg_rules.LEFT_OUT:
            self._skipped += 1
            return
        if space == svg_rules.XHTML or name not in svg_rules.ELEMENTS:
            raise svg_rules.Forbidden(f"<{name}>")
        if len(self._open) >= _MOST_DEPTH:
            raise svg_rules.Forbidden(f"elements more than {_MOST_DEPTH} deep")
        if self._open and self._open[-1] == "style":
            raise svg_rules.Forbidden(f"<{name}> in a style")
        kept = svg_rules.kept_attributes(attributes)
        self._uses.enter(kept, self._limits.elements)
        for picture in svg_rules.embedded(kept):
            self._count_pixels(picture)
        if self._open:
            self._write(_tag(name, kept))
            self._is_tag_unclosed = True
        else:
            self._root = kept
        self._open.append(name)

    def end(self, _tag: str) -> None:
        if self._skipped:
            self._skipped -= 1
            return
        name = self._open.pop()
        self._uses.leave()
        if name == "style":
            style = svg_rules.without_comments("".join(self._style))
            svg_rules.check_style(style)
            self._write(escape(style, _IN_TEXT))
            self._style.clear()
        if not self._open:
            return
        self._written.append("/>" if self._is_tag_unclosed else f"</{name}>")
        self._is_tag_unclosed = False

    def text(self, text: str) -> None:
        if self._skipped or not self._open or self._open[-1] not in svg_rules.KEEPS_TEXT:
            return
        if self._open[-1] == "style":
            self._style.append(text)
        else:
            self._write(escape(text, _IN_TEXT))

    def doctype(self, _name: str, _system: str | None, _public: str | None, has_own: int) -> None:
        if has_own:
            raise svg_rules.Forbidden("a document type with declarations of its own")

    def entity(self, name: str, *_rest: object) -> NoReturn:
        raise svg_rules.Forbidden(f"the entity “{name}”")

    def _write(self, piece: str) -> None:
        if self._is_tag_unclosed:
            self._written.append(">")
            self._is_tag_unclosed = False
        self._written.append(piece)

    def _count_pixels(self, picture: str) -> None:
        """Count an embedded picture's pixels, from its header, into those of the whole drawing."""
        try:
            data = base64.b64decode(picture)
            with Image.open(io.BytesIO(data), formats=["PNG", "JPEG", "WEBP", "GIF"]) as image:
                width, height = image.size
        except (OSError, ValueError, SyntaxError, binascii.Error) as error:
            raise svg_rules.Forbidden("an embedded picture that cannot be read") from error
        self._embedded_pixels += width * height
        if self._embedded_pixels > self._limits.pixels:
            raise svg_rules.Forbidden(f"embedded pictures of {self._embedded_pixels:,} pixels")


class _Uses:
    """How many elements are drawn once each reference is followed (a few can ask for billions)."""

    def __init__(self) -> None:
        self._ids: list[str] = [""]
        self._are_named: list[bool] = []
        self._entered = 0
        self._own: dict[str, int] = {"": 0}
        self._targets: dict[str, list[str]] = {"": []}
        self._known: dict[str, int] = {}

    def enter(self, attributes: Mapping[str, str], most: int) -> None:
        identity = attributes.get("id", "")
        # References mean the first element of an id; a second one is part of what it stands in.
        is_first = bool(identity) and identity not in self._own
        self._are_named.append(is_first)
        if is_first:
            # It counts where it stands, and again wherever its id is drawn.
            self._targets[self._ids[-1]].append(identity)
            self._ids.append(identity)
            self._own[identity], self._targets[identity] = 0, []
        self._own[self._ids[-1]] += 1
        self._targets[self._ids[-1]].extend(svg_rules.references(attributes))
        self._entered += 1
        if self._entered > most:
            raise svg_rules.Forbidden(f"more than {most:,} elements")

    def leave(self) -> None:
        if self._are_named.pop():
            self._ids.pop()

    def elements(self) -> int:
        return self._count("", ())

    def _count(self, identity: str, above: tuple[str, ...]) -> int:
        if identity in above:
            raise Refusal(Reason.HOSTILE, detail=f"“{identity}” is drawn with itself")
        if len(above) > _MOST_DEPTH:
            raise Refusal(Reason.HOSTILE, detail=f"references more than {_MOST_DEPTH} deep")
        if identity not in self._known:
            within = (*above, identity)
            self._known[identity] = self._own.get(identity, 0) + sum(
                self._count(target, within) for target in self._targets.get(identity, ())
            )
        return self._known[identity]


def _unpacked(data: bytes, limits: Limits) -> bytes:
    """The text of a gzipped drawing (`.svgz`), of which no more is unpacked than may be read."""
    if data[:2] == b"\x1f\x8b":
        unpacker = zlib.decompressobj(wbits=31)
        try:
            data = unpacker.decompress(data, limits.vector_bytes + 1)
        except zlib.error as error:
            raise Refusal(Reason.UNKNOWN_TYPE, detail="gzip of something else") from error
        if len(data) <= limits.vector_bytes and not unpacker.eof:
            raise Refusal(Reason.TRUNCATED)
    if len(data) > limits.vector_bytes:
        raise Refusal(Reason.TOO_LARGE, detail=f"more than {limits.vector_bytes:,} bytes")
    return data


def _size(root: Mapping[str, str]) -> tuple[float, float]:
    box = [
        float(part)
        for part in re.findall(
            r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?", root.get("viewBox", "")
        )
    ]
    width, height = _pixels(root.get("width", "")), _pixels(root.get("height", ""))
    if len(box) == 4 and box[2] > 0 and box[3] > 0:
        ratio = box[2] / box[3]
        match width, height:
            case None, None:
                return box[2], box[3]
            case None, float():
                return height * ratio, height
            case float(), None:
                return width, width / ratio
    if width is None or height is None:
        raise Refusal(Reason.DAMAGED, detail="neither a size nor a viewBox")
    return width, height


def _pixels(length: str) -> float | None:
    found = _LENGTH.fullmatch(length)
    return float(found[1]) * _UNITS[found[2] or ""] if found else None


def _tag(name: str, attributes: Mapping[str, str]) -> str:
    """A start tag without its closing bracket."""
    return "".join(
        (f"<{name}", *(f' {key}="{escape(value, _QUOTED)}"' for key, value in attributes.items()))
    )
