"""The tree of hashes: the same values give the same tree, and changes cost only their paths."""

from __future__ import annotations

import random
from hashlib import sha256

from hypothesis import given, settings
from hypothesis import strategies as st

from hall_app.publishing import hashtree
from hall_app.store.codec import canonical_json


class Documents:
    """Documents by hash, in memory, with a count of what was asked and kept."""

    def __init__(self) -> None:
        self.held: dict[str, bytes] = {}
        self.asked: list[str] = []
        self.kept: list[str] = []

    def read(self, name: str) -> bytes:
        self.asked.append(name)
        return self.held[name]

    def write(self, data: bytes) -> str:
        name = sha256(data).hexdigest()
        if name not in self.held:
            self.kept.append(name)
        self.held[name] = data
        return name


def some_ids(count: int, seed: int) -> list[str]:
    """Ids as they are made: a few in each millisecond, so that most share a long prefix."""
    chance = random.Random(seed)
    moments = [0x019AB3C00000 + chance.randrange(0x40000) for _ in range(max(1, count // 5))]
    return [f"{chance.choice(moments):012x}-{chance.getrandbits(48):012x}" for _ in range(count)]


def some_values(count: int, seed: int = 1) -> dict[str, object]:
    chance = random.Random(seed)
    return {
        key: {"title": "南海" * chance.randrange(1, 300), "id": key}
        for key in some_ids(count, seed)
    }


def test_what_was_put_in_is_walked_in_the_order_of_the_keys():
    documents, values = Documents(), some_values(400)
    root = hashtree.build(values, documents.write)
    assert list(hashtree.walk(root, documents.read)) == [
        (key, canonical_json(values[key])) for key in sorted(values)
    ]
    assert root.count == len(values)


def test_no_document_grows_with_the_number_of_values():
    for count in (10, 200, 3000):
        documents = Documents()
        hashtree.build(some_values(count), documents.write)
        assert max(map(len, documents.held.values())) < 2 * hashtree.LEAF_BYTES


def test_one_changed_value_makes_a_few_documents_and_is_found_along_its_path():
    documents, values = Documents(), some_values(3000)
    root = hashtree.build(values, documents.write)
    total = len(documents.held)
    documents.kept.clear()
    changed = sorted(values)[1234]
    new = hashtree.build({**values, changed: {"title": "新"}}, documents.write)
    assert len(documents.kept) < 8 < total / 20
    documents.asked.clear()
    found = list(hashtree.diff(root, new, documents.read))
    assert found == [(changed, canonical_json({"title": "新"}))]
    assert len(documents.asked) < 16


_KEYS = st.text(alphabet="0189ab-", min_size=0, max_size=6)
_VALUES = st.dictionaries(_KEYS, st.integers(0, 9000).map(lambda n: "x" * n), max_size=30)


@given(old=_VALUES, new=_VALUES)
@settings(max_examples=300, deadline=None)
def test_the_difference_of_two_trees_is_the_difference_of_their_values(old, new):
    documents = Documents()
    before = hashtree.build(old, documents.write)
    after = hashtree.build(new, documents.write)
    expected: dict[str, bytes | None] = dict.fromkeys(old.keys() - new.keys())
    expected |= {key: canonical_json(new[key]) for key in new if old.get(key) != new[key]}
    assert dict(hashtree.diff(before, after, documents.read)) == expected
