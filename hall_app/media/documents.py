"""Documents (PDF): recognised and counted, not opened; nothing in them runs here."""

from __future__ import annotations

import re

from hall_app.domain.records import Medium
from hall_app.media import recognition
from hall_app.media.probe import Credits, Examination, Probe
from hall_app.media.recognition import Bytes
from hall_app.media.refusal import Reason, Refusal

_MOST_READ = 64 << 20
_PAGE = re.compile(rb"/Type\s*/Page(?![A-Za-z])")
_TITLE = re.compile(rb"/Title\s*\(((?:[^()\\]|\\.){0,400})\)")


def examine_document(data: Bytes) -> Examination:
    """What a PDF says openly; one whose page tree is packed away has no page count."""
    if data.find(b"startxref") < 0:
        raise Refusal(Reason.DAMAGED, detail="no table of contents")
    text = data[:_MOST_READ]
    title = _TITLE.search(text)
    return Examination(
        probe=Probe(
            medium=Medium.DOCUMENT,
            mime=recognition.PDF,
            codec=f"pdf {text[5:8].decode('ascii', 'replace')}",
            pages=sum(1 for _ in _PAGE.finditer(text)),
            credits=Credits(title=_plain(title[1]) if title else ""),
        )
    )


def _plain(title: bytes) -> str:
    """A title that is written as it reads; one in PDF's own encodings stays unread."""
    text = title.decode("ascii", "replace")
    return text if text.isprintable() and "\ufffd" not in text and "\\" not in text else ""
