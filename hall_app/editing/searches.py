"""Searches that were given a name; they are kept with the hall and undone like any edit."""

from __future__ import annotations

from dataclasses import replace

from hall_app.domain.changes import Changes
from hall_app.domain.kinds import Kind
from hall_app.domain.records.structure import Hall, SavedSearch
from hall_app.errors import Refused
from hall_app.store.store import Store


def kept(store: Store, among: Kind) -> dict[str, str]:
    """The searches of a kind: what is looked for, by name."""
    hall = _hall(store)
    every = hall.searches if hall else ()
    return {one.name: one.filter for one in every if one.among is among}


def keep(store: Store, name: str, among: Kind, typed: str, *, author: str = "") -> Changes:
    """Give a search a name, in place of one of its kind that has the name already.

    Raises:
        Refused: There is no hall to keep it with.
    """
    return _put(store, name, among, (SavedSearch(name=name, among=among, filter=typed),), author)


def drop(store: Store, name: str, among: Kind, *, author: str = "") -> Changes:
    """Forget a named search; the records stay."""
    return _put(store, name, among, (), author)


def _put(
    store: Store, name: str, among: Kind, new: tuple[SavedSearch, ...], author: str
) -> Changes:
    hall = _hall(store)
    if hall is None:
        raise Refused("The library has no hall yet.", "Add the hall first.", code="hall-none")
    others = tuple(one for one in hall.searches if (one.name, one.among) != (name, among))
    with store.edit(f"Search {name}", author=author) as edit:
        edit.put(replace(hall, searches=(*others, *new)))
    return edit.changes


def _hall(store: Store) -> Hall | None:
    return next((one for one in store.all(Kind.HALL) if isinstance(one, Hall)), None)
