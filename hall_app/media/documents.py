"""Documents (PDF): recognised, counted, and their first page drawn; nothing in them runs here."""

from __future__ import annotations

import re
from pathlib import Path

from PIL import Image

from hall_app.domain.records import Medium
from hall_app.media import recognition
from hall_app.media.colours import mean_colour
from hall_app.media.limits import Limits, require_size
from hall_app.media.pictures import SIZES, render
from hall_app.media.probe import Credits, Drawn, Examination, Probe
from hall_app.media.recognition import Bytes
from hall_app.media.refusal import Reason, Refusal

_MOST_READ = 64 << 20
_TITLE = re.compile(rb"/Title\s*\(((?:[^()\\]|\\.){0,400})\)")
FIRST_PAGE = "page"


def examine_document(path: Path, data: Bytes, limits: Limits) -> Examination:
    """What a PDF says, and a picture of its first page; a locked one is taken and not drawn."""
    if data.find(b"startxref") < 0:
        raise Refusal(Reason.DAMAGED, detail="no table of contents")
    pages, page = _first_page(path, limits)
    renditions = () if page is None else _renditions(page)
    return Examination(
        probe=Probe(
            medium=Medium.DOCUMENT,
            mime=recognition.PDF,
            codec=f"pdf {data[5:8].decode('ascii', 'replace')}",
            width=page.width if page else 0,
            height=page.height if page else 0,
            pages=pages,
            colour=mean_colour(renditions[-1].data) if renditions else "",
            credits=Credits(title=_title(data[:_MOST_READ])),
        ),
        renditions=renditions,
    )


def _first_page(path: Path, limits: Limits) -> tuple[int, Image.Image | None]:
    """The number of pages and the first one drawn; 0 and none of a document under a password.

    Forms are not set up and no script engine is part of the reader, so nothing of it can run.
    """
    # 0.1 s to load, which only a reader of documents need pay.
    import pypdfium2  # noqa: PLC0415

    raw = pypdfium2.raw
    try:
        document = pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as error:
        if error.err_code in {raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY}:
            return 0, None
        raise Refusal(Reason.DAMAGED, detail="its pages cannot be found") from error
    with document:
        pages = len(document)
        if not pages:
            raise Refusal(Reason.DAMAGED, detail="it has no page")
        page = document[0]
        width, height = page.get_size()
        scale = SIZES[1] / max(width, height, 1)
        require_size(width * scale, height * scale, limits)
        drawn = page.render(scale=scale, may_draw_forms=False).to_pil().convert("RGB")
        page.close()
    return pages, drawn


def _renditions(page: Image.Image) -> tuple[Drawn, ...]:
    large, *smaller = render(page, page.size, is_lossless=False)
    named = Drawn(name=FIRST_PAGE, width=large.width, height=large.height, data=large.data)
    return (named, *smaller)


def _title(text: bytes) -> str:
    """A title that is written as it reads; one in PDF's own encodings stays unread."""
    found = _TITLE.search(text)
    title = found[1].decode("ascii", "replace") if found else ""
    return title if title.isprintable() and "\ufffd" not in title and "\\" not in title else ""
