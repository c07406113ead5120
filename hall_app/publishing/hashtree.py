"""A tree of hashes over keyed values: what changed is found, sent and proved without the rest.

The values are split by the first character in which their keys differ, until what lies under
one branch fits one small document. The same values give the same tree, whatever the order in
which they came, and no document grows with their number::

    node  {"children": {"4": {"count": 31, "sha256": "…", "size": 20471}, …}, "prefix": "019ab3c"}
    leaf  {"values": {"019ab3c4-…": {…}, …}}
"""

from __future__ import annotations

import os.path
from collections.abc import Callable, Iterator, Mapping
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
        code="release-form",
    )
