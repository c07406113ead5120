"""One line of a bench: ours, the peer's, and whether the bar is met."""

from __future__ import annotations

from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A comparison.

    Attributes:
        ours, peer: Medians in `unit`; None where it was not measured.
        ratio: How many times better ours is; above 1 is better, whatever the unit.
        bar: The ratio that is aimed at; None where no bar is set.
        ok: Whether the bar is met; None where the peer is missing or no bar is set.
        note: Who the peer is, how much data, how many runs.
    """

    name: str
    ours: float | None
    peer: float | None
    unit: str
    ratio: float | None
    bar: float | None
    ok: bool | None
    note: str


def compared(
    name: str,
    ours: float,
    peer: float | None,
    *,
    unit: str,
    bar: float | None,
    note: str,
    less_is_better: bool = True,
) -> Row:
    """A row from two medians; a missing peer gives no verdict."""
    if peer is None:
        return Row(
            name=name, ours=ours, peer=None, unit=unit, ratio=None, bar=bar, ok=None, note=note
        )
    ratio = peer / ours if less_is_better else ours / peer
    ok = None if bar is None else ratio >= bar
    return Row(
        name=name,
        ours=_short(ours),
        peer=_short(peer),
        unit=unit,
        ratio=_short(ratio),
        bar=bar,
        ok=ok,
        note=note,
    )


def plain(row: Row) -> dict[str, object]:
    """The row as JSON values."""
    return asdict(row)


def line(row: Row) -> str:
    """The row for a person."""
    verdict = {True: "ok", False: "SHORT", None: "–"}[row.ok]
    figures = " ".join(f"{_words(value):>10}" for value in (row.ours, row.peer))
    return f"{row.name:<26}{figures} {row.unit:<9} ×{_words(row.ratio):<7} bar {_words(row.bar):<6} {verdict:<6} {row.note}"


def _short(value: float) -> float:
    return float(f"{value:.4g}")


def _words(value: float | None) -> str:
    return "–" if value is None else f"{value:.4g}"
