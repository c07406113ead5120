"""Rules of links: each leads to something a visitor may see, each address can be opened."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from hall_app.domain.fields import references_in, texts_in
from hall_app.domain.kinds import Kind
from hall_app.domain.records.record import Record
from hall_app.domain.records.source import Source
from hall_app.domain.text import ZH_HANS
from hall_app.publishing.rules.view import Found, View

_MARKDOWN = re.compile(r"\[[^\]]*\]\(\s*([^)\s]*)[^)]*\)")
_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*:/", re.IGNORECASE)
_LIKE_ADDRESS = re.compile(r"www\.|[\w-]+(?:\.[\w-]+)+/\S")


def links(record: Record, view: View) -> Iterator[Found]:
    """Links to what is gone, and to what stays at the desk."""
    for path, target in references_in(record):
        if view.is_held(target):
            continue
        linked = view.get(target)
        if linked is None:
            yield Found("link-dangling", record, path, (("id", target),))
        elif path.split(".", maxsplit=1)[0] != "authorisation":
            name = linked.title.best(ZH_HANS) or linked.slug
            yield Found("link-hidden", record, path, (("name", name),))


def words(record: Record, view: View) -> Iterator[Found]:
    """Links inside words: `kind:name` answers, an address is one of the web."""
    for path, text in texts_in(record):
        for language in text:
            for target in _MARKDOWN.findall(text[language]):
                if not _is_good(target, view):
                    parts = (("address", target),)
                    yield Found("link-broken", record, f"{path}.{language}", parts)


def addresses(record: Record, _view: View) -> Iterator[Found]:
    """The address of a source; a shelf mark may stand there too."""
    if not isinstance(record, Source) or not record.address:
        return
    address = record.address.strip()
    is_meant = _ADDRESS.match(address) or _LIKE_ADDRESS.match(address)
    if is_meant and not _is_web(address):
        yield Found("address-broken", record, "address", (("address", address),))


def slugs_in(record: Record) -> frozenset[tuple[str, str]]:
    """The kinds and short names that a record's words link to."""
    return frozenset(
        (kind, slug)
        for _, text in texts_in(record)
        for language in text
        if "](" in text[language]
        for kind, colon, slug in (t.partition(":") for t in _MARKDOWN.findall(text[language]))
        if colon and not slug.startswith("/")
    )


def _is_good(target: str, view: View) -> bool:
    if _is_web(target):
        return True
    kind, colon, slug = target.partition(":")
    return bool(colon) and kind in list(Kind) and view.answers(Kind(kind), slug)


def _is_web(address: str) -> bool:
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    host = parts.hostname or ""
    is_whole = "." in host and not any(c.isspace() for c in address)
    return parts.scheme in {"http", "https"} and is_whole
