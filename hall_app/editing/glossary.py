"""The hall's glossary: what a person wrote down, and the titles a person has read."""

from __future__ import annotations

from collections.abc import Iterator

from hall_app.domain.glossary import Glossary
from hall_app.domain.kinds import Kind
from hall_app.domain.records.structure import Hall, Term
from hall_app.domain.text import EN, ZH_HANS, ZH_HANT
from hall_app.editing.fields import from_plain_text
from hall_app.store import wordings
from hall_app.store.store import Store

NAMED = (Kind.HALL, Kind.GALLERY, Kind.ENTERPRISE, Kind.PERSON, Kind.CRAFT)
"""Kinds whose titles are names that other texts use."""

_SHORTEST = 2


def glossary_of(store: Store, source: str, target: str) -> Glossary:
    """What drafting from one language to another has to spell in the hall's way."""
    return Glossary.of((*_written(store, source, target), *_titles(store, source, target)))


def spelling(term: Term, language: str) -> str:
    """How a term is spelt in a language."""
    return {ZH_HANS: term.hans, ZH_HANT: term.hant, EN: term.english}.get(language, "").strip()


def _written(store: Store, source: str, target: str) -> Iterator[tuple[str, str]]:
    for hall in store.all(Kind.HALL):
        assert isinstance(hall, Hall)
        for term in hall.glossary:
            yield spelling(term, source), spelling(term, target)


def _titles(store: Store, source: str, target: str) -> Iterator[tuple[str, str]]:
    for plain in store.ask(wordings.titles, NAMED, target):
        title = from_plain_text(plain)
        wording, name = title.wording(target), title[source]
        is_known = wording is not None and not wording.is_drafted
        # A name that has become another since its translation would spell the old one.
        if is_known and len(name) >= _SHORTEST and not title.is_stale(target, source):
            yield name, title[target]
