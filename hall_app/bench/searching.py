"""`search`: one, two and four Chinese characters in 100,000 records, beside tantivy and LIKE."""

from __future__ import annotations

import random
import shutil
import statistics
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from hall_app.bench.measure import in_turn, seconds
from hall_app.bench.row import Row, compared
from hall_app.bench.workplace import RECORDS, SEED, Workplace, has_python_peer
from hall_app.domain.ids import RecordId
from hall_app.domain.kinds import Kind
from hall_app.domain.records import Event
from hall_app.domain.text import ZH_HANS
from hall_app.editing.translation import in_traditional
from hall_app.store import finding, grams
from hall_app.store.store import Store

_QUERIES = 30
_RUNS = 5
_LENGTHS = (1, 2, 4)
_P99_MS = 4.0
_FIRST = 50


def bench(place: Workplace) -> Iterator[Row]:
    """Milliseconds a query, the first fifty ids and the first fifty hits; what is found and missed."""
    with place.open_large() as store:
        events = [event for event in store.all(Kind.EVENT) if isinstance(event, Event)]
        texts = {event.id: f"{event.title[ZH_HANS]}\n{event.text[ZH_HANS]}" for event in events}
        titles = {event.id: event.title[ZH_HANS] for event in events}
        peer = _tantivy(place, list(texts.values())) if has_python_peer("tantivy") else None
        for length in _LENGTHS:
            yield from _rows(store, peer, _sample(list(texts.values()), length), length)
        yield from _found(store, texts, titles)


def _rows(
    store: Store, peer: Callable[[str], object] | None, queries: list[str], length: int
) -> Iterator[Row]:
    ours: dict[str, Callable[[str], object]] = {
        "": lambda words: store.ask(finding.ids, words, _FIRST),
        " with snippets": lambda words: store.search(words, limit=_FIRST),
    }
    for suffix, find in ours.items():
        name = f"search {length} characters{suffix}"
        note = f"tantivy, 1- and 2-grams, ids of the first {_FIRST}; {RECORDS:,} records"
        if peer is None:
            (our_ms,) = in_turn(_median_ms(find, queries))
            yield compared(name, our_ms, None, unit="ms", bar=1.0, note="tantivy is missing")
        else:
            our_ms, peer_ms = in_turn(_median_ms(find, queries), _median_ms(peer, queries))
            bar = None if suffix else 1.0
            yield compared(name, our_ms, peer_ms, unit="ms", bar=bar, note=note)
    slowest = sorted(_all_ms(ours[""], queries * _RUNS))[int(len(queries) * _RUNS * 0.99)]
    yield compared(
        f"search {length} p99", slowest, _P99_MS, unit="ms", bar=1.0, note="the peer is the bar",
    )  # fmt: skip


def _median_ms(find: Callable[[str], object], queries: list[str]) -> Callable[[], float]:
    return lambda: statistics.median(_all_ms(find, queries))


def _all_ms(find: Callable[[str], object], queries: list[str]) -> list[float]:
    return [seconds(partial(find, words)) * 1000 for words in queries]


def _found(store: Store, texts: dict[RecordId, str], titles: dict[RecordId, str]) -> Iterator[Row]:
    """How much is found of what a scan finds, and how much of what is found a scan finds too."""
    wanted: list[tuple[str, set[RecordId]]] = []
    for length in _LENGTHS:
        for words in _sample(list(texts.values()), length):
            truth = {one for one, text in texts.items() if words in text}
            wanted += [(words, truth), (in_traditional(words), truth)]
    initials = {one: "".join(grams.initials(title)[:1]) for one, title in titles.items()}
    letters = [held[:4] for held in list(initials.values())[:_QUERIES]]
    named = [(words, {one for one, held in initials.items() if words in held}) for words in letters]
    found, hits, whole = _shares(store, [*wanted, *named], len(texts))
    note = f"a scan is the truth; {len(wanted)} words in 简 and 繁, {len(named)} initials of names"
    yield compared(
        "search recall", found / whole, 1.0, unit="share", bar=1.0, less_is_better=False, note=note
    )
    found, hits, _ = _shares(store, wanted, len(texts))
    yield compared(
        "search precision", found / hits, 1.0, unit="share", bar=1.0, less_is_better=False,
        note=f"{len(wanted)} words in 简 and 繁",
    )  # fmt: skip


def _shares(
    store: Store, wanted: list[tuple[str, set[RecordId]]], most: int
) -> tuple[int, int, int]:
    """What was found and true, all that was found, and all that is true."""
    found = hits = whole = 0
    for words, truth in wanted:
        answer = set(store.ask(finding.ids, words, most, frozenset({Kind.EVENT})))
        found, hits, whole = found + len(answer & truth), hits + len(answer), whole + len(truth)
    return found, hits, whole


def _sample(texts: list[str], length: int) -> list[str]:
    dice = random.Random(SEED + length)
    found: list[str] = []
    while len(found) < _QUERIES:
        text = dice.choice(texts)
        start = dice.randrange(len(text) - length)
        words = text[start : start + length]
        if all("一" <= character <= "鿿" for character in words):
            found.append(words)
    return found


def _tantivy(place: Workplace, texts: list[str]) -> Callable[[str], object]:
    import tantivy  # noqa: PLC0415 (a peer that may not be installed)

    folder = place.folder / "tantivy"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("words", stored=False, tokenizer_name="grams", index_option="position")
    builder.add_integer_field("number", stored=True)
    index = tantivy.Index(builder.build(), path=str(folder))
    grams = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.ngram(1, 2, prefix_only=False)).build()
    index.register_tokenizer("grams", grams)
    writer = index.writer(64_000_000)
    for number, text in enumerate(texts):
        writer.add_document(tantivy.Document(words=text, number=number))
    writer.commit()
    writer.wait_merging_threads()
    index.reload()
    searcher = index.searcher()

    def find(words: str) -> Any:
        pairs = [words[i : i + 2] for i in range(len(words) - 1)] or [words]
        terms = [
            (tantivy.Occur.Must, tantivy.Query.term_query(index.schema, "words", pair))
            for pair in pairs
        ]
        hits = searcher.search(tantivy.Query.boolean_query(terms), _FIRST).hits
        return [searcher.doc(address)["number"] for _, address in hits]

    return find
