"""The walk through the hall as a tree of nodes, read from the library."""

from __future__ import annotations

from collections import defaultdict

from hall_app.curator.desk import Desk
from hall_app.curator.labels import year_of
from hall_app.curator.models.tree import Node
from hall_app.domain.ids import RecordId
from hall_app.domain.kinds import Kind
from hall_app.domain.records import Event
from hall_app.domain.records.record import Record
from hall_app.store import tallies
from hall_app.store.listing import Listing

MOST = 200
"""How many events of a gallery stand in the tree; the list holds them all."""


def walk(desk: Desk, opened: frozenset[str] = frozenset()) -> list[Node]:
    """Hall, galleries with their sections, exhibits and events; then every kind with its count.

    Events are read for the nodes in `opened`, and counted for all others.
    """
    galleries = [_gallery(desk, record) for record in desk.store.all(Kind.GALLERY)]
    by_id = {node.record_id: node for node in galleries}
    counts = desk.store.ask(tallies.by_gallery, Kind.EVENT)
    sections = _sections(desk)
    for owner, nodes in sections.items():
        if owner in by_id:
            by_id[owner].children.extend(nodes)
    for node in galleries:
        told = _events(desk, node, counts[RecordId(node.record_id)], opened)
        if told.holds:
            node.children.append(told)
        inside = sum(1 + len(child.children) for child in node.children if child.record_id)
        node.tail = str(inside + told.holds)
    halls = [
        Node(record.id, desk.title_of(record), Kind.HALL, record.id, is_strong=True)
        for record in desk.store.all(Kind.HALL)
    ]
    return [*halls, *galleries, Node("kinds", desk.say("all-records"), ""), *_kinds(desk)]


def _gallery(desk: Desk, record: Record) -> Node:
    order = desk.order_of(record.id)
    return Node(
        record.id, desk.title_of(record), Kind.GALLERY, record.id, order=order, is_strong=True
    )


def _sections(desk: Desk) -> dict[RecordId, list[Node]]:
    found: dict[RecordId, list[Node]] = defaultdict(list)
    by_id: dict[str, Node] = {}
    for section in desk.store.all(Kind.SECTION):
        order = desk.order_of(desk.gallery_of(section))
        node = Node(section.id, desk.title_of(section), Kind.SECTION, section.id, order=order)
        by_id[section.id] = node
        found[getattr(section, "gallery", None) or RecordId("")].append(node)
    for exhibit in desk.store.all(Kind.EXHIBIT):
        owner = by_id.get(getattr(exhibit, "section", None) or "")
        if owner is not None:
            node = Node(
                exhibit.id, desk.title_of(exhibit), Kind.EXHIBIT, exhibit.id, order=owner.order
            )
            owner.children.append(node)
    for node in by_id.values():
        node.tail = str(len(node.children)) if node.children else ""
    return found


def _events(desk: Desk, gallery: Node, count: int, opened: frozenset[str]) -> Node:
    """The events of a gallery, the first of them where there are many."""
    key = f"{gallery.key}/events"
    node = Node(key, desk.say("kinds-event"), Kind.EVENT, tail=str(count), holds=count)
    if key in opened:
        wanted = Listing(kind=Kind.EVENT, gallery=RecordId(gallery.record_id))
        found = desk.store.listed(wanted, 0, MOST)
        node.children = [
            _event(desk, one, gallery.order) for one in found if isinstance(one, Event)
        ]
        if count > MOST:
            words = desk.say("navigator-more", count=count - MOST)
            node.children.append(
                Node(f"{key}/more", words, Kind.EVENT, gallery_id=gallery.record_id)
            )
    return node


def _event(desk: Desk, record: Event, order: int) -> Node:
    title = record.short_title.best(desk.language) or desk.title_of(record)
    return Node(
        record.id, title, Kind.EVENT, record.id,
        tail=year_of(record.date), order=order, is_sourced=bool(record.citations),
    )  # fmt: skip


def _kinds(desk: Desk) -> list[Node]:
    counts = desk.store.ask(tallies.by_kind)
    return [
        Node(f"kind:{kind}", desk.say(f"kinds-{kind}"), kind, tail=str(counts[kind]))
        for kind in Kind
        if kind is not Kind.HALL
    ]
