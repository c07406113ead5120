"""Builds the parts of a hall and hands them over; nobody else makes them."""

from __future__ import annotations

import getpass
import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from hall_app import resources
from hall_app.domain import records
from hall_app.domain.ids import HallId, RecordId, uuid7
from hall_app.domain.text import Text
from hall_app.errors import HallError, LibraryOld, LibraryUnusable
from hall_app.media.vault import Vault
from hall_app.media.workshop import Workshop
from hall_app.paths import Paths
from hall_app.settings import Settings
from hall_app.store.store import Store

if TYPE_CHECKING:
    from hall_app.editing import content


@dataclass(frozen=True, slots=True)
class Hall:
    """The parts of one home, made once and passed on by name."""

    paths: Paths
    settings: Settings
    store: Store
    vault: Vault
    workshop: Workshop

    @property
    def intake(self) -> content.Intake:
        """Where files go when they come in, and who reads them."""
        from hall_app.editing import content  # noqa: PLC0415 (0.1 s that only an import pays)

        return content.Intake(self.vault, self.workshop)

    @property
    def author(self) -> str:
        """Who stands in the history; where people sign in, the store says it is they."""
        return author_of(self.settings)


@contextmanager
def open_hall(paths: Paths, settings: Settings, *, read_only: bool = False) -> Iterator[Hall]:
    """Open a home's library and vault.

    Raises:
        LibraryUnusable: There is no library yet, or it cannot be opened.
    """
    if not paths.library.is_file():
        raise LibraryUnusable(
            f"There is no library in {paths.home} yet.",
            "Make one with “hall init”.",
            subject=str(paths.home),
            code="library-none",
        )
    with open_store(paths.library, read_only=read_only) as store, open_workshop() as workshop:
        yield Hall(paths, settings, store, Vault(paths.vault), workshop)


def open_workshop() -> Workshop:
    """The children that read files; none starts before the first file."""
    return Workshop(fonts=resources.asset("fonts"))


def open_store(library: Path, *, read_only: bool = False) -> Store:
    """Open a library file with the machine's clock and dice."""
    return Store.open(library, now=now, new_id=new_id, read_only=read_only)


def is_current(library: Path) -> bool:
    """Whether a library has this program's format; one that cannot be opened has none to bring."""
    try:
        open_store(library, read_only=True).close()
    except LibraryOld:
        return False
    except HallError:
        return True
    return True


def make_library(
    paths: Paths,
    source: Path | None = None,
    *,
    author: str = "",
    on_progress: Callable[[int, int], None] | None = None,
) -> content.Loaded:
    """Make a home's library from a folder of content files, the hall's own by default.

    It gets its final name only when it is whole; a second process waits for nothing and is
    refused by the name that is there.

    Raises:
        Refused: There is a library already.
    """
    from hall_app.editing import content, keeping  # noqa: PLC0415 (0.1 s that only a first start pays)

    with keeping.new_library(paths, open_store) as store, open_workshop() as workshop:
        return content.load(
            store,
            source or resources.content(),
            content.Intake(Vault(paths.vault), workshop),
            author=author,
            on_progress=on_progress,
        )


def make_empty_library(paths: Paths, titles: dict[str, str], *, author: str = "") -> None:
    """Make a home's library with a hall that has a title and nothing else.

    Raises:
        Refused: There is a library already.
    """
    from hall_app.editing import keeping  # noqa: PLC0415 (only a first start pays)

    with (
        keeping.new_library(paths, open_store) as store,
        store.edit("Load content", author=author) as edit,
    ):
        hall = records.Hall(id=HallId(RecordId(store.new_id())), slug="hall", title=Text.of(titles))
        edit.put(hall)


def author_of(settings: Settings) -> str:
    """Who is at work where nobody signs in: the name that is set, else of this machine's user."""
    if settings.author:
        return settings.author
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # a user without a name, as in a container
        return ""


def now() -> datetime:
    """The moment, aware."""
    return datetime.now(UTC)


def new_id() -> str:
    """A new record's id."""
    return uuid7(now(), secrets.randbits)
