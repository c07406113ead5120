"""The review chain: how many must read a record before it goes out, and how far one has come."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from hall_app.domain.ids import RecordId
from hall_app.domain.kinds import Kind

MOST_REVIEWS = 3

# A display and the desk's own diary say nothing to a visitor.
_NEVER_REVIEWED = frozenset({Kind.DISPLAY, Kind.RELEASE})


@dataclass(frozen=True, slots=True)
class Chain:
    """How many reviews a record needs; none by default.

    Attributes:
        has_proofs: Each review is passed only after its proofreading is ticked.
        may_pass_own: Somebody may review their own words, and one person twice (a hall of two).
        kinds: Another number for some kinds, before that of the gallery.
        galleries: Another number for some galleries.
        idle_minutes: After how long without a hand the desk locks; 0 never.
    """

    reviews: int = 0
    has_proofs: bool = False
    may_pass_own: bool = False
    kinds: tuple[tuple[Kind, int], ...] = ()
    galleries: tuple[tuple[RecordId, int], ...] = ()
    idle_minutes: int = 15

    def reviews_for(self, kind: Kind, gallery: RecordId | None) -> int:
        """How many reviews a record of this kind in this gallery needs."""
        if kind in _NEVER_REVIEWED:
            return 0
        by_kind, by_gallery = dict(self.kinds), dict(self.galleries)
        if kind in by_kind:
            return by_kind[kind]
        return by_gallery.get(gallery, self.reviews) if gallery else self.reviews

    @property
    def is_set(self) -> bool:
        """Whether anything is reviewed at all."""
        numbers = (self.reviews, *(n for _, n in self.kinds), *(n for _, n in self.galleries))
        return any(numbers)


NO_CHAIN = Chain()


class Act(StrEnum):
    """What somebody did in a review."""

    SUBMIT = "submit"
    PROOFREAD = "proofread"
    PASS = "pass"  # noqa: S105 (to pass a review)
    REJECT = "reject"
    WITHDRAW = "withdraw"


@dataclass(frozen=True, slots=True)
class Sign:
    """One line of a round: who did what, at which review (1 to 3; 0 for the submission).

    Attributes:
        who: The login, or the name in the history where the library keeps no people.
        words: The reason.
    """

    act: Act
    stage: int
    who: str
    name: str
    at: datetime
    words: str = ""


@dataclass(frozen=True, slots=True)
class Round:
    """One way through the chain, from a submission to its end.

    Attributes:
        revision: The hash of the words that were submitted; other words are not what was read.
        reviews: How many reviews the chain had then.
        fields: What differed from the approved revision; empty for the first one.
    """

    id: int
    record_id: RecordId
    revision: str
    reviews: int
    has_proofs: bool
    signs: tuple[Sign, ...]
    fields: tuple[str, ...] = ()

    @property
    def last(self) -> Sign:
        """The last line."""
        return self.signs[-1]

    @property
    def passed(self) -> int:
        """How many reviews have been passed."""
        return sum(sign.act is Act.PASS for sign in self.signs)

    @property
    def is_open(self) -> bool:
        """Whether somebody's turn it still is."""
        ended = self.last.act in (Act.REJECT, Act.WITHDRAW)
        return not ended and self.passed < self.reviews

    @property
    def is_proofread(self) -> bool:
        """Whether the review that is next may be passed as far as proofreading goes."""
        return not self.has_proofs or any(
            sign.act is Act.PROOFREAD and sign.stage == self.passed + 1 for sign in self.signs
        )

    @property
    def readers(self) -> frozenset[str]:
        """Who has passed a review of this round."""
        return frozenset(sign.who for sign in self.signs if sign.act is Act.PASS)


class State(StrEnum):
    """How far a record has come."""

    FREE = "free"
    DRAFT = "draft"
    RETURNED = "returned"
    IN_REVIEW = "in-review"
    APPROVED = "approved"


@dataclass(frozen=True, slots=True)
class Standing:
    """How a record stands in its chain.

    Attributes:
        needed: How many reviews it needs.
        round: The newest way through the chain, if there was one.
        changed: The fields that differ from the approved revision.
        is_out: There is an approved revision, which a release takes.
    """

    state: State
    needed: int
    round: Round | None = None
    changed: tuple[str, ...] = ()
    is_out: bool = False

    @property
    def turn(self) -> int:
        """Which review is next; 0 where none is."""
        open_round = self.state is State.IN_REVIEW and self.round
        return open_round.passed + 1 if open_round else 0
