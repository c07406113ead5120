"""A tree of hashes over keyed values: what changed is found, sent and proved without the rest.

The values are split by the first character in which their keys differ, until what lies under
one branch fits one small document. The same values give the same tree, whatever the order in
which they came, and no document grows with their number::

    node  {"children": {"4": {"count": 31, "sha256": "…", "size": 20471}, …}, "prefix": "019ab3c"}
    leaf  {"values": {"019ab3c4-…": {…}, …}}
"""

from __future__ import annotations

import os.path
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

import msgspec

from hall_app.errors import PackageRefused
from hall_app.store.codec import canonical_json

LEAF_BYTES = 16 * 1024
DOCUMENT_MOST_BYTES = 32 * 1024 * 1024
_DEPTH_MOST = 256

Read = Callable[[str], bytes]
Write = Callable[[bytes], str]
Item = tuple[str, bytes]


class Branch(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The root of a tree or of a part of one.

    Attributes:
        sha256: Of its document.
        count: How many values are under it.
        size: The bytes of their keys and canonical forms; decides where it splits.
    """

    sha256: str
    count: int
    size: int


class _Node(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    prefix: str
    children: dict[str, Branch]


class _Leaf(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    values: dict[str, msgspec.Raw]


def build(values: Mapping[str, Any], write: Write) -> Branch:
    """Write the documents of a tree and return its root.

    Args:
        values: JSON values by key.
        write: Keeps a document and returns its sha-256; called for every document of the tree.
    """
    return _build([(key, canonical_json(values[key])) for key in sorted(values)], write)


def update(
    root: Branch, changes: Mapping[str, Any], removed: Iterable[str], read: Read, write: Write
) -> Branch:
    """The tree with some values changed, equal to one built anew; only the paths to them are read."""
    pairs: dict[str, bytes | None] = {key: canonical_json(changes[key]) for key in changes}
    pairs.update(dict.fromkeys(removed))
    return _update(root, sorted(pairs.items()), read, write) or _build([], write)


def walk(root: Branch, read: Read) -> Iterator[Item]:
    """Every key with its value as canonical JSON, in the order of the keys."""
    yield from _walk(root, read, "", 0)


def branches(root: Branch, read: Read) -> Iterator[str]:
    """The hash of every document of the tree, root first."""
    yield root.sha256
    document = _document(root, read)
    if isinstance(document, _Node):
        for label in sorted(document.children):
            yield from branches(document.children[label], read)


def lookup(root: Branch, key: str, read: Read) -> bytes | None:
    """One value, read along one path."""
    branch: Branch | None = root
    for _ in range(_DEPTH_MOST):
        if branch is None:
            return None
        document = _document(branch, read)
        if isinstance(document, _Leaf):
            found = document.values.get(key)
            return None if found is None else bytes(found)
        if not key.startswith(document.prefix):
            return None
        branch = document.children.get(_label(key, document.prefix))
    raise _malformed(root)


def diff(old: Branch | None, new: Branch, read: Read) -> Iterator[tuple[str, bytes | None]]:
    """What to do to the old values to have the new: each changed key with its new value or None.

    `old` may be None for no values at all; branches that both trees hold are not read.
    """
    if old is None:
        yield from walk(new, read)
    elif old.sha256 != new.sha256:
        yield from _diff(old, new, read)


def _build(items: list[Item], write: Write) -> Branch:
    size = sum(len(key) + len(value) for key, value in items)
    if size <= LEAF_BYTES or len(items) == 1:
        leaf = {"values": {key: msgspec.Raw(value) for key, value in items}}
        return Branch(write(canonical_json(leaf)), len(items), size)
    prefix = _common(items[0][0], items[-1][0])
    groups: dict[str, list[Item]] = {}
    for item in items:
        groups.setdefault(_label(item[0], prefix), []).append(item)
    return _node(prefix, {label: _build(group, write) for label, group in groups.items()}, write)


def _node(prefix: str, children: dict[str, Branch], write: Write) -> Branch:
    count = sum(child.count for child in children.values())
    size = sum(child.size for child in children.values())
    return Branch(write(canonical_json(_Node(prefix, children))), count, size)


def _update(
    root: Branch, changes: list[tuple[str, bytes | None]], read: Read, write: Write
) -> Branch | None:
    document = _document(root, read)
    if isinstance(document, _Leaf):
        return _merged(((key, bytes(raw)) for key, raw in document.values.items()), changes, write)
    added = [key for key, value in changes if value is not None]
    prefix = _common(document.prefix, *added)
    children = dict(document.children)
    if prefix != document.prefix:
        children = {_label(document.prefix, prefix): root}
    groups: dict[str, list[tuple[str, bytes | None]]] = {}
    for key, value in changes:
        if key.startswith(prefix):
            groups.setdefault(_label(key, prefix), []).append((key, value))
    for label, group in groups.items():
        child = children.pop(label, None)
        grown = _update(child, group, read, write) if child else _merged((), group, write)
        if grown is not None:
            children[label] = grown
    return _collapsed(prefix, children, read, write)


def _merged(
    items: Iterable[Item], changes: list[tuple[str, bytes | None]], write: Write
) -> Branch | None:
    merged: dict[str, bytes | None] = {**dict(items), **dict(changes)}
    left = [(key, value) for key, value in sorted(merged.items()) if value is not None]
    return _build(left, write) if left else None


def _collapsed(prefix: str, children: dict[str, Branch], read: Read, write: Write) -> Branch | None:
    if len(children) <= 1:
        return next(iter(children.values()), None)
    if sum(child.size for child in children.values()) <= LEAF_BYTES:
        return _build(
            sorted(item for child in children.values() for item in walk(child, read)), write
        )
    return _node(prefix, children, write)


def _walk(branch: Branch, read: Read, above: str, depth: int) -> Iterator[Item]:
    document = _document(branch, read)
    if isinstance(document, _Leaf):
        yield from ((key, bytes(document.values[key])) for key in sorted(document.values))
        return
    if depth > _DEPTH_MOST or not document.prefix.startswith(above):
        raise _malformed(branch)
    for label in sorted(document.children):
        below = document.prefix + label
        yield from _walk(document.children[label], read, below, depth + 1)


def _diff(old: Branch, new: Branch, read: Read) -> Iterator[tuple[str, bytes | None]]:
    before, after = _document(old, read), _document(new, read)
    if isinstance(before, _Node) and isinstance(after, _Node):
        yield from _diff_nodes((old, before), (new, after), read)
        return
    held, wanted = dict(walk(old, read)), dict(walk(new, read))
    yield from ((key, None) for key in sorted(held.keys() - wanted.keys()))
    yield from ((key, wanted[key]) for key in sorted(wanted) if held.get(key) != wanted[key])


def _diff_nodes(
    old: tuple[Branch, _Node], new: tuple[Branch, _Node], read: Read
) -> Iterator[tuple[str, bytes | None]]:
    prefix = _common(old[1].prefix, new[1].prefix)
    before, after = _seen_from(prefix, *old), _seen_from(prefix, *new)
    for label in sorted(before.keys() | after.keys()):
        if label not in after:
            yield from ((key, None) for key, _ in walk(before[label], read))
        else:
            yield from diff(before.get(label), after[label], read)


def _seen_from(prefix: str, branch: Branch, node: _Node) -> dict[str, Branch]:
    """The children of a node, or the node itself as the one child of a shorter prefix."""
    if node.prefix == prefix:
        return node.children
    return {_label(node.prefix, prefix): branch}


def _common(*words: str) -> str:
    return os.path.commonprefix(words)  # noqa: RUF071 (by characters is what is meant)


def _label(key: str, prefix: str) -> str:
    return key[len(prefix) : len(prefix) + 1]


def _document(branch: Branch, read: Read) -> _Node | _Leaf:
    data = read(branch.sha256)
    try:
        if data.startswith(b'{"values"'):
            return msgspec.json.decode(data, type=_Leaf)
        return msgspec.json.decode(data, type=_Node)
    except (msgspec.DecodeError, RecursionError):
        raise _malformed(branch) from None


def _malformed(branch: Branch) -> PackageRefused:
    return PackageRefused(
        f"The release's document {branch.sha256[:12]} has no form this program knows.",
        "Ask for the release again, or for a newer program.",
        subject=branch.sha256,
    )
