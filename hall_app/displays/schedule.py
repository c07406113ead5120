"""Who shows what at a moment, and why: one pure function of claims, display and time."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from hall_app.domain.records.screens import Display
from hall_app.domain.schedule import Claim, Hours, Scope


class Loss(StrEnum):
    """Why a claim is not heard."""

    OTHER_DISPLAY = "other-display"
    NOT_NOW = "not-now"
    LOWER_LAYER = "lower-layer"
    WIDER_SCOPE = "wider-scope"
    OLDER = "older"


@dataclass(frozen=True, slots=True)
class Verdict:
    """The claim that is heard, and each other one with the reason why not."""

    winner: Claim | None
    losers: tuple[tuple[Claim, Loss], ...]


def resolve(claims: Iterable[Claim], display: Display, at: datetime) -> Verdict:
    """Decide what a display shows at a moment.

    The higher layer wins; within a layer the narrower scope, then the claim that began later,
    then the name, so that the answer is one and the same on every machine.

    Args:
        claims: Everything anybody wants, in any order.
        display: The display that asks.
        at: An aware moment in the hall's own time zone; weekly hours are read in it.
    """
    losers: list[tuple[Claim, Loss]] = []
    holding: list[Claim] = []
    for claim in claims:
        if not _covers(claim.scope, display):
            losers.append((claim, Loss.OTHER_DISPLAY))
        elif not _holds(claim, at):
            losers.append((claim, Loss.NOT_NOW))
        else:
            holding.append(claim)
    if not holding:
        return Verdict(None, tuple(losers))
    winner, *rest = sorted(holding, key=_rank)
    losers.extend((claim, _loss(claim, winner)) for claim in rest)
    return Verdict(winner, tuple(losers))


def _rank(claim: Claim) -> tuple[int, int, float, str]:
    began = claim.since.timestamp() if claim.since else 0.0
    return (-claim.layer, claim.scope.breadth, -began, claim.name)


def _loss(claim: Claim, winner: Claim) -> Loss:
    if claim.layer < winner.layer:
        return Loss.LOWER_LAYER
    return Loss.WIDER_SCOPE if claim.scope.breadth > winner.scope.breadth else Loss.OLDER


def _covers(scope: Scope, display: Display) -> bool:
    if not (scope.displays or scope.groups or scope.galleries):
        return True
    return (
        display.id in scope.displays
        or display.group in scope.groups
        or display.gallery in scope.galleries
    )


def _holds(claim: Claim, at: datetime) -> bool:
    if claim.since is not None and at < claim.since:
        return False
    if claim.until is not None and at >= claim.until:
        return False
    return claim.hours is None or _within(claim.hours, at)


def _within(hours: Hours, at: datetime) -> bool:
    clock = at.time()
    if hours.opens < hours.closes:
        return hours.opens <= clock < hours.closes and _is_day(hours, at)
    # Past midnight, or the whole day: the evening belongs to today, the small hours to yesterday.
    if clock >= hours.opens:
        return _is_day(hours, at)
    return clock < hours.closes and _is_day(hours, at - timedelta(days=1))


def _is_day(hours: Hours, at: datetime) -> bool:
    day = at.date()
    return (
        day.weekday() in hours.weekdays
        and day not in hours.except_on
        and (hours.first is None or hours.first <= day)
        and (hours.last is None or day <= hours.last)
    )
