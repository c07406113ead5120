"""A proof written as one file: a PDF or a page for a browser, by the name it is given."""

from __future__ import annotations

from pathlib import Path

from hall_app.errors import UsageError
from hall_app.publishing import disk
from hall_app.publishing.proof.gathering import Proof
from hall_app.publishing.proof.page import page
from hall_app.publishing.proof.typeset import typeset
from hall_app.publishing.proof.views import PageView

FORMS = (".pdf", ".html")


def require_form(out: Path) -> None:
    """Refuse a name that says no form, before anything is done.

    Raises:
        UsageError: It ends in neither `.pdf` nor `.html`.
    """
    if out.suffix.lower() not in FORMS:
        raise UsageError(
            f"“{out.name}” says no form of a proof.",
            "Name a file that ends in .pdf or .html.",
            subject=out.name,
            code="proof-form",
        )


def write(proof: Proof, views: tuple[PageView, ...], out: Path) -> None:
    """Write the file whole or not at all.

    Raises:
        UsageError: The name says no form.
        DiskFull, MachineFailed: As said.
    """
    require_form(out)
    is_pdf = out.suffix.lower() == ".pdf"
    disk.write(out, typeset(proof, views) if is_pdf else page(proof, views).encode())
