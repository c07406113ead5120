"""`search`: one, two and four Chinese characters in 10,000 records, beside tantivy and LIKE."""

from __future__ import annotations

import random
import shutil
import statistics
from collections.abc import Callable, Iterator
from typing import Any

from hall_app.bench.measure import in_turn, seconds
from hall_app.bench.row import Row, compared
from hall_app.bench.workplace import RECORDS, SEED, Workplace, has_python_peer
from hall_app.domain.kinds import Kind
from hall_app.domain.records import Event
from hall_app.store.store import Store

_QUERIES = 30
_FIRST = 50


def bench(place: Workplace) -> Iterator[Row]:
    """Milliseconds a query, median over thirty, the first fifty hits."""
    with place.open_large() as store:
        events = [event for event in store.all(Kind.EVENT) if isinstance(event, Event)]
        texts = [event.title["zh-Hans"] + "\n" + event.text["zh-Hans"] for event in events]
        peer = _tantivy(place, texts) if has_python_peer("tantivy") else None
        for length in (1, 2, 4):
            yield _row(store, peer, _sample(texts, length), length)
        yield _recall(store, texts)


def _row(
    store: Store, peer: Callable[[str], object] | None, queries: list[str], length: int
) -> Row:
    def median_ms(find: Callable[[str], object]) -> Callable[[], float]:
        return lambda: statistics.median(seconds(lambda q=q: find(q)) for q in queries) * 1000  # type: ignore[misc]

    ours = median_ms(lambda words: store.search(words, limit=_FIRST))
    name = f"search {length} characters"
    if peer is None:
        (our_ms,) = in_turn(ours)
        return compared(
            name, our_ms, None, unit="ms", bar=1.0, note="tantivy is missing: --install-peers"
        )
    our_ms, peer_ms = in_turn(ours, median_ms(peer))
    return compared(
        name, our_ms, peer_ms, unit="ms", bar=1.0,
        note=f"tantivy, 1- and 2-grams, ids only; ours gives ranked hits with snippets; {RECORDS:,} records",
    )  # fmt: skip


def _recall(store: Store, texts: list[str]) -> Row:
    """Found of what a scan finds, two characters; the share must be one."""
    queries = _sample(texts, 2)
    wanted = found = 0
    for words in queries:
        truth = sum(words in text for text in texts)
        hits = len(store.search(words, limit=len(texts)))
        wanted += truth
        found += min(hits, truth)
    return compared(
        "search recall", found / wanted, 1.0, unit="share", bar=1.0, less_is_better=False,
        note=f"substring scan is the truth; {len(queries)} two-character words",
    )  # fmt: skip


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
