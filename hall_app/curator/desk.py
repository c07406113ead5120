"""What every panel of the desk is handed: reading, editing, words, colours."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any, TypeVar

from PySide6.QtCore import QCoreApplication, QObject, Signal
from shiboken6 import isValid

from hall_app.bootstrap import Hall
from hall_app.curator.preferences import keep
from hall_app.curator.theme import Tokens, tokens_for
from hall_app.curator.unsaved import Unsaved
from hall_app.domain.changes import Changes
from hall_app.domain.ids import RecordId
from hall_app.domain.kinds import Kind
from hall_app.domain.records.record import Record
from hall_app.domain.text import EN
from hall_app.errors import Cancelled, HallError, NotFound
from hall_app.kiosk.words import WordTable
from hall_app.media.vault import Vault
from hall_app.paths import Paths
from hall_app.qt.change_feed import ChangeFeed
from hall_app.qt.tasks import Task, Tasks
from hall_app.settings import Appearance, Language, Settings
from hall_app.store import guard
from hall_app.store.store import Store

T = TypeVar("T")


class Desk(QObject):
    """One open desk; panels read through `store` and write through `change`.

    Args:
        paths: The home.
        settings: Language and lighting to begin with.
        store: A read-only connection of the GUI thread.
        tasks: The worker thread that owns the writing connection.
        words: The desk's own words.
    """

    # Something to tell in the quiet bar: its tone ("ok", "error"), what, and what to do next.
    noticed = Signal(str, str, str)
    # What was just told is the last step, and may be undone from where it is told.
    undoable = Signal()
    # The number of edits that are not written yet.
    pending = Signal(int)

    def __init__(
        self, paths: Paths, settings: Settings, store: Store, tasks: Tasks, words: WordTable
    ) -> None:
        super().__init__()
        self.paths = paths
        self.settings = self._kept = settings
        self.store = store
        self.vault = Vault(paths.vault)
        self.tasks = tasks
        self.words = words
        self.feed = ChangeFeed(store, self)
        self._known: dict[RecordId, Record | None] = {}
        self._pending = 0
        self.unsaved = Unsaved(self.change, self)
        self.feed.changed.connect(self._forget)
        tasks.failed.connect(self.tell_problem)

    # -- words and colours -------------------------------------------------------

    @property
    def language(self) -> str:
        """The language the desk speaks."""
        return str(self.settings.language)

    @property
    def tokens(self) -> Tokens:
        """The colours of the present lighting."""
        return tokens_for(self.settings.appearance)

    def say(self, key: str, **parts: object) -> str:
        """The desk's words for a key."""
        return self.words.say(key, self.language, **parts)

    def speak(self, language: Language) -> None:
        """Speak another language from now on."""
        self.settings = replace(self.settings, language=language)

    def light(self, appearance: Appearance) -> None:
        """Take another lighting from now on."""
        self.settings = replace(self.settings, appearance=appearance)

    def show_beside(self, *, is_beside: bool) -> None:
        """Show the source beside a language from now on, or no longer."""
        self.settings = replace(self.settings, side_by_side=is_beside)
        self.keep_settings()

    def keep_settings(self) -> None:
        """Remember for the next time what was changed since the last."""
        try:
            keep(self.paths.settings, self._kept, self.settings)
            self._kept = self.settings
        except HallError as problem:
            self.tell_problem(problem)

    # -- reading -----------------------------------------------------------------

    def record(self, record_id: RecordId) -> Record | None:
        """A record as it stands, None where it is gone."""
        if record_id not in self._known:
            try:
                self._known[record_id] = self.store.get(record_id)
            except NotFound:
                self._known[record_id] = None
        return self._known[record_id]

    def title_of(self, record: Record) -> str:
        """What a list calls a record."""
        return record.title.best(self.language) or record.slug

    def order_of(self, gallery: RecordId | None) -> int:
        """The place of a gallery on the walk, 0 where there is none."""
        found = self.record(gallery) if gallery else None
        return int(getattr(found, "order", 0))

    def gallery_of(self, record: Record) -> RecordId | None:
        """The gallery a record stands in, by its section or enterprise where it has none itself."""
        if record.kind is Kind.GALLERY:
            return record.id
        for name in ("gallery", "section", "enterprise"):
            owner = getattr(record, name, None)
            found = self.record(owner) if owner else None
            if found is not None:
                return self.gallery_of(found)
        return None

    def may_edit(self, record: Record) -> bool:
        """Whether whoever is at the desk may write in a record; the store decides once more."""
        permit = self.store.permit
        return permit.is_open or self.store.ask(guard.may_write, permit, record.id)

    # -- editing -----------------------------------------------------------------

    @property
    def is_saving(self) -> bool:
        """Whether an edit is under way, or words were typed that are no edit yet."""
        return self._pending > 0

    @property
    def saving_words(self) -> str:
        """Whether everything typed is in the library: saved, being saved, or not."""
        return self.say("saving" if self.is_saving else "unsaved" if self.unsaved else "saved")

    def expect_words(self, is_waiting: bool) -> None:  # noqa: FBT001 (a signal's argument)
        """Words were typed that will be an edit soon; or no longer are."""
        self._count(1 if is_waiting else -1)

    def change(
        self,
        label: str,
        job: Callable[[Hall], Changes],
        *,
        by: QObject | None = None,
        failed: Callable[[HallError], None] | None = None,
    ) -> None:
        """Edit on the worker thread and tell every panel what it touched.

        Args:
            label: What a progress line calls it.
            job: Makes the edit in the open hall.
            by: Who asks, so that it knows its own echo.
            failed: Gets what went wrong; without it the quiet bar does.
        """
        self._count(1)
        self.tasks.run(
            label,
            partial(_without_task, job),
            then=partial(self._changed, by),
            failed=partial(self._change_failed, by, failed),
        )

    def run(
        self, owner: QObject, label: str, job: Callable[[Hall, Task], T], then: Callable[[T], None]
    ) -> Task:
        """Do something long on the worker thread; `then` is for an owner that is still there."""
        return self.tasks.run(label, job, then=partial(_while_alive, owner, then))

    def tell_problem(self, problem: HallError) -> None:
        """Say in the quiet bar what went wrong and what to do."""
        if isinstance(problem, Cancelled):
            self.noticed.emit("ok", self.say("cancelled"), "")
        else:
            self.noticed.emit("error", *self.problem_words(problem))

    def problem_words(self, problem: HallError) -> tuple[str, str]:
        """What went wrong and what to do, in the desk's language."""
        key = f"error-{problem.code}"
        if self.language == EN or key not in self.words.keys():  # noqa: SIM118 (a table, no dict)
            return problem.what, problem.remedy
        role = f"role-{problem.subject}"
        is_role = role in self.words.keys()  # noqa: SIM118 (a table, no dict)
        return self.say(key, subject=self.say(role) if is_role else problem.subject), ""

    def tell(self, words: str) -> None:
        """Say in the quiet bar what was done."""
        self.noticed.emit("ok", words, "")

    def tell_step(self, words: str) -> None:
        """Say what the last step did, with a way to undo it."""
        self.tell(words)
        self.undoable.emit()

    def close(self) -> None:
        """Finish what is queued and let go of the library."""
        self.feed.stop()
        self.tasks.close()
        # What the last jobs returned is still on its way, and its readers need the library.
        QCoreApplication.sendPostedEvents(self.tasks)
        self.store.close()

    def _changed(self, by: QObject | None, changes: Changes) -> None:
        self._count(-1)
        self.feed.publish(changes, by)

    def _change_failed(
        self,
        by: QObject | None,
        failed: Callable[[HallError], None] | None,
        problem: HallError,
    ) -> None:
        if failed is None or (by is not None and not isValid(by)):
            self.tell_problem(problem)
        else:
            failed(problem)
        self._count(-1)

    def _count(self, step: int) -> None:
        self._pending += step
        self.pending.emit(self._pending)

    def _forget(self, changes: Changes) -> None:
        for record_id in changes.ids:
            self._known.pop(record_id, None)


def _while_alive(owner: QObject, then: Callable[[T], None], value: T) -> None:
    if isValid(owner):
        then(value)


def _without_task(job: Callable[[Hall], Changes], hall: Hall, _task: Task) -> Any:
    return job(hall)
