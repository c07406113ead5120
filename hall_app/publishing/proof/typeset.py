"""A proof as a PDF, typeset in the hall's own faces; the same proof gives the same bytes."""

from __future__ import annotations

import re
import shutil
import tempfile
from dataclasses import asdict
from pathlib import Path
from typing import Any

from hall_app.domain.text import ZH_HANS, ZH_HANT
from hall_app.errors import MachineFailed
from hall_app.publishing.proof.gathering import Proof
from hall_app.publishing.proof.views import PageView
from hall_app.resources import asset
from hall_app.store.codec import canonical_json

WORDS = (
    "title", "how", "revision", "changed", "pages", "pages-tall", "texts", "sources", "credits",
    "sign", "sign-about", "sign-agree", "sign-amend", "sign-refuse", "sign-scope", "sign-until",
    "sign-office", "sign-name", "sign-date", "sign-seal",
)  # fmt: skip
_LONG_RUN = re.compile(r"[!-~]{24,}")
_BREAKS_AFTER = re.compile(r"(?<=[/?&=._-])|(?<=[!-~]{24})")


def typeset(proof: Proof, views: tuple[PageView, ...]) -> bytes:
    """The bytes of the PDF.

    Raises:
        MachineFailed: A typeface or the typesetter is missing or damaged.
    """
    import typst  # noqa: PLC0415 (thirty megabytes that only a proof needs)

    with tempfile.TemporaryDirectory(prefix="hall-proof-") as name:
        folder = Path(name)
        shutil.copyfile(asset("proof", "proof.typ"), folder / "proof.typ")
        for number, view in enumerate(views):
            (folder / f"{number}.jpg").write_bytes(view.jpeg)
        (folder / "data.json").write_bytes(canonical_json(_data(proof, views)))
        try:
            made = typst.compile(
                folder / "proof.typ", root=folder, format="pdf", timestamp=0,
                font_paths=[asset("fonts")], ignore_system_fonts=True,
            )  # fmt: skip
        except RuntimeError as problem:
            raise MachineFailed(
                f"The proof could not be typeset: {problem}", "Install the program again."
            ) from problem
    assert isinstance(made, bytes)
    return made


def facts_of(proof: Proof) -> list[dict[str, Any]]:
    """The lines of the cover: revision, day, and what the authorisation says."""
    own = [("revision", proof.revision), ("made-on", str(proof.day))]
    rows = [{"name": proof.say(key), "words": [("", words)]} for key, words in own]
    return [*rows, *(asdict(row) for row in proof.leave)]


def _data(proof: Proof, views: tuple[PageView, ...]) -> Any:
    pictures = [
        (view, {"file": f"{number}.jpg", "caption": view.caption})
        for number, view in enumerate(views)
    ]
    return _breakable(
        {
            "lang": "zh" if proof.language in (ZH_HANS, ZH_HANT) else "en",
            "title": proof.title,
            "subtitle": proof.subtitle,
            "hall": proof.hall,
            "revision": proof.revision,
            "day": str(proof.day),
            "facts": facts_of(proof),
            "changed": list(proof.changed),
            "wide": [one for view, one in pictures if not view.is_tall],
            "tall": [one for view, one in pictures if view.is_tall],
            "parts": [asdict(part) for part in proof.parts],
            "credits": [asdict(one) for one in proof.credits],
            "words": {key: proof.say(key) for key in WORDS},
        }
    )


def _breakable(value: Any) -> Any:
    """The same with addresses and other long runs of letters that may break at their joints."""
    match value:
        case str():
            return _LONG_RUN.sub(lambda run: _BREAKS_AFTER.sub("\u200b", run[0]), value)
        case dict():
            return {key: _breakable(one) for key, one in value.items()}
        case list() | tuple():
            return [_breakable(one) for one in value]
        case _:
            return value
