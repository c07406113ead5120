"""What proofs and sign-offs do on the worker thread; plain functions of the open hall."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

from hall_app.bootstrap import Hall
from hall_app.domain.changes import Changes
from hall_app.domain.ids import MediaId, RecordId
from hall_app.domain.records.enterprise import Authorisation, Enterprise
from hall_app.editing import fields, media
from hall_app.errors import Cancelled, MachineFailed, MediaRefused, Refused
from hall_app.publishing.proof.writing import require_form
from hall_app.publishing.signoff import SignOff, record_signoff
from hall_app.qt.tasks import Task

_POLL_S = 0.2


def write_proof(enterprise_id: RecordId, out: Path, language: str, hall: Hall, task: Task) -> Path:
    """Have the program itself draw the pages and write the file, out of the desk's sight.

    A process of its own: pages are drawn by Qt on a first thread, and the desk must not stand still.

    Raises:
        MachineFailed: The file could not be written; with what the program said.
        Cancelled: A person stopped it.
    """
    require_form(out)
    command = [sys.executable, "-m", "hall_app", "--home", str(hall.paths.home)]
    command += ["proof", enterprise_id, str(out), "--lang", language]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONIOENCODING": "utf-8"}
    with subprocess.Popen(
        command, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT, text=True, encoding="utf-8", errors="replace",
    ) as child:  # fmt: skip
        while True:
            try:
                said, _ = child.communicate(timeout=_POLL_S)
                break
            except subprocess.TimeoutExpired:
                if task.is_cancelled:
                    child.terminate()
                    child.communicate()
                    raise Cancelled from None
    if child.returncode != 0:
        raise MachineFailed(
            f"The proof could not be written: {said.strip()[-300:]}",
            "Choose another folder, or look at “hall doctor”.",
            subject=out.name,
            code="proof-unwritten",
        )
    return out


def keep_scan(enterprise_id: RecordId, path: Path, hall: Hall) -> Changes:
    """Take a file in as the signed paper: kept at the desk, whatever is published.

    Raises:
        MediaRefused: The file is damaged or of a kind that is not taken.
        Refused: The library has it already as a picture of something else.
    """
    store = hall.store
    taken = media.import_files(store, hall.vault, hall.workshop, [path], author=hall.author)
    if taken.refused:
        raise MediaRefused(
            f"{path.name} could not be taken in.", "Scan it as PDF or JPEG.", subject=path.name
        )
    paper = next(iter((*taken.new, *taken.known.values())))
    uses = [one for one in store.references_to(paper.id) if one.from_id != enterprise_id]
    if uses:
        raise Refused(
            f"{path.name} is shown as a picture elsewhere.", "Scan the signed paper.",
            subject=path.name, code="scan-shown",
        )  # fmt: skip
    enterprise = store.get(enterprise_id)
    assert isinstance(enterprise, Enterprise)
    with store.edit("Keep scan", author=hall.author) as edit:
        held = enterprise.authorisation or Authorisation()
        edit.put(fields.with_field(store, enterprise, "authorisation", _with_scan(held, paper.id)))
        edit.put(fields.with_field(store, store.get(paper.id), "is_public", value=False))
    return Changes(edit.label, edit.changes.touched | {(paper.kind, paper.id)})


def sign_off(enterprise_id: RecordId, signoff: SignOff, hall: Hall) -> Changes:
    """Record what stands on the signed paper."""
    enterprise = hall.store.get(enterprise_id)
    assert isinstance(enterprise, Enterprise)
    return record_signoff(hall.store, enterprise, signoff, author=hall.author)


def _with_scan(paper: Authorisation, scan: RecordId) -> Authorisation:
    return replace(paper, scan=MediaId(scan))
