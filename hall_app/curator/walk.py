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


def walk(desk: Desk) -> list[Node]:
    """Hall, galleries with their sections, exhibits and events; then every kind with its count."""
    galleries = [_gallery(desk, record) for record in desk.store.all(Kind.GALLERY)]
    by_id = {node.record_id: node for node in galleries}
    sections = _sections(desk)
    for owner, nodes in sections.items():
        if owner in by_id:
            by_id[owner].children.extend(nodes)
    events = _events(desk)
    for node in galleries:
        told = events.get(RecordId(node.record_id), [])
        if told:
            title = desk.say("kinds-event")
            node.children.append(
                Node(f"{node.key}/events", title, Kind.EVENT, tail=str(len(told)), children=told)
            )
        node.tail = str(sum(1 + len(c.children) for c in node.children if c.record_id) + len(told))
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


def _events(desk: Desk) -> dict[RecordId, list[Node]]:
    found: dict[RecordId, list[Node]] = defaultdict(list)
    for record in desk.store.all(Kind.EVENT):
        if isinstance(record, Event) and record.gallery:
            found[record.gallery].append(
                Node(
                    record.id, record.short_title.best(desk.language) or desk.title_of(record),
                    Kind.EVENT, record.id,
                    tail=year_of(record.date), order=desk.order_of(record.gallery),
                    is_sourced=bool(record.citations),
                )
            )  # fmt: skip
    return found


def _kinds(desk: Desk) -> list[Node]:
    return [
        Node(f"kind:{kind}", desk.say(f"kinds-{kind}"), kind, tail=str(desk.store.count(kind)))
        for kind in Kind
        if kind is not Kind.HALL
    ]
