"""What a drawing (SVG) may hold: its elements, its attributes, where they may point."""

from __future__ import annotations

import re
from collections.abc import Mapping

SVG = "http://www.w3.org/2000/svg"
XHTML = "http://www.w3.org/1999/xhtml"
XLINK = "http://www.w3.org/1999/xlink"
XML = "http://www.w3.org/XML/1998/namespace"

ELEMENTS = frozenset(
    [
        "svg",
        "g",
        "defs",
        "symbol",
        "use",
        "switch",
        "path",
        "rect",
        "circle",
        "ellipse",
        "line",
        "polyline",
        "polygon",
        "text",
        "tspan",
        "textPath",
        "image",
        "linearGradient",
        "radialGradient",
        "stop",
        "clipPath",
        "mask",
        "pattern",
        "marker",
        "filter",
        "style",
        "title",
        "desc",
        "feBlend",
        "feColorMatrix",
        "feComponentTransfer",
        "feComposite",
        "feConvolveMatrix",
        "feDiffuseLighting",
        "feDisplacementMap",
        "feDistantLight",
        "feDropShadow",
        "feFlood",
        "feFuncA",
        "feFuncB",
        "feFuncG",
        "feFuncR",
        "feGaussianBlur",
        "feImage",
        "feMerge",
        "feMergeNode",
        "feMorphology",
        "feOffset",
        "fePointLight",
        "feSpecularLighting",
        "feSpotLight",
        "feTile",
        "feTurbulence",
    ]
)
LEFT_OUT = frozenset({"metadata", "font", "font-face", "view", "cursor", "color-profile"})
KEEPS_TEXT = frozenset({"text", "tspan", "textPath", "style", "title", "desc"})
RASTER = re.compile(r"data:image/(?:png|jpe?g|webp|gif);base64,", re.IGNORECASE)

# A backslash could spell any of the forbidden words in letters that no search finds.
_ACTIVE = re.compile(r"\\|javascript:|expression\s*\(|image(?:-set)?\s*\(|src\s*\(", re.IGNORECASE)
_ACTIVE_STYLE = re.compile(
    r"@import|@font-face|@namespace|-moz-binding|behavior\s*:|//", re.IGNORECASE
)
_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
_ELSEWHERE = re.compile(r"""url\s*\(\s*(?!["']?\s*#)""", re.IGNORECASE)
_WITHIN = re.compile(r"""url\s*\(\s*["']?\s*#([^"')\s]+)""", re.IGNORECASE)
_KEPT_PREFIXED = {
    f"{XLINK} href": "xlink:href",
    f"{XML} space": "xml:space",
    f"{XML} lang": "xml:lang",
}
_LINKS = ("href", "xlink:href")


class Forbidden(Exception):
    """A drawing holds what it may not hold; says what."""


def kept_attributes(attributes: Mapping[str, str]) -> dict[str, str]:
    """The attributes that stay, sorted by name; those of drawing programs go."""
    kept = {}
    for full_name, value in sorted(attributes.items()):
        name = _KEPT_PREFIXED.get(full_name, full_name)
        if " " in name:
            continue
        if name.lower().startswith("on"):
            raise Forbidden(f"the event handler “{name}”")
        if name in _LINKS:
            _check_link(value)
        elif name == "style":
            check_style(value)
        else:
            _check_value(value)
        kept[name] = value
    return kept


def without_comments(style: str) -> str:
    return _COMMENT.sub(" ", style)


def check_style(style: str) -> None:
    """Refuse a style that fetches, imports or runs something."""
    _check_value(style)
    if found := _ACTIVE_STYLE.search(style):
        raise Forbidden(f"a style with “{found[0]}”")


def references(attributes: Mapping[str, str]) -> list[str]:
    """The ids that an element draws with."""
    links = [attributes[name][1:] for name in _LINKS if attributes.get(name, "").startswith("#")]
    return links + [
        target for value in attributes.values() if "(" in value for target in _WITHIN.findall(value)
    ]


def embedded(attributes: Mapping[str, str]) -> list[str]:
    """The pictures that an element carries within itself, as base64."""
    values = (attributes[name].strip() for name in _LINKS if name in attributes)
    return [value.partition(",")[2] for value in values if RASTER.match(value)]


def _check_value(value: str) -> None:
    if found := _ACTIVE.search(value):
        raise Forbidden(f"“{found[0]}” in an attribute or style")
    if _ELSEWHERE.search(value):
        raise Forbidden("a reference to something outside the drawing")


def _check_link(target: str) -> None:
    target = target.strip()
    if target and not target.startswith("#") and not RASTER.match(target):
        raise Forbidden(f"a link to “{target[:60]}”")
