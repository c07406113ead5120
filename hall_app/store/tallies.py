"""How many records there are, told by one walk along an index and no document read."""

from __future__ import annotations

from collections import Counter

from hall_app.domain.ids import RecordId
from hall_app.domain.kinds import Kind
from hall_app.domain.text import LANGUAGES
from hall_app.domain.wordings import State
from hall_app.store.connection import Connection
from hall_app.store.listing import LETTERS


def by_kind(db: Connection) -> Counter[Kind]:
    """How many records there are of each kind."""
    found = db.execute("SELECT kind, count(*) FROM record GROUP BY kind")
    return Counter({Kind(kind): count for kind, count in found})


def by_gallery(db: Connection, kind: Kind) -> Counter[RecordId]:
    """How many records of a kind each gallery holds, by its sections and enterprises too."""
    found = db.execute(
        "SELECT CASE o.kind WHEN 'gallery' THEN o.id ELSE o.owner END AS gallery, sum(n) FROM"
        " (SELECT owner AS home, count(*) AS n FROM record"
        " INDEXED BY record_by_owner WHERE kind = ? GROUP BY owner)"
        " JOIN record AS o ON o.id = home"
        " WHERE o.kind IN ('gallery', 'section', 'enterprise') GROUP BY gallery",
        (str(kind),),
    )
    return Counter({RecordId(gallery): count for gallery, count in found if gallery})


def missing(db: Connection, kind: Kind) -> Counter[str]:
    """How many records of a kind lack a language, by language."""
    found = db.execute(
        "SELECT states, count(*) FROM record WHERE kind = ? GROUP BY states", (str(kind),)
    )
    lacking: Counter[str] = Counter()
    for states, count in found:
        for language, letter in zip(LANGUAGES, states, strict=False):
            if letter == LETTERS[State.MISSING]:
                lacking[language] += count
    return lacking
