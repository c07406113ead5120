"""What can go wrong that is no bug, in words fit to show.

::

    HallError                     everything below; shown to a person, never a traceback
    ├── UsageError                the command or call was given something it cannot mean      exit 2
    │   ├── NotFound              no record, file or release answers to that name
    │   └── Ambiguous             more than one record answers to that name
    ├── Refused                   what was asked about is not right; nothing was changed      exit 1
    │   ├── InvalidRecord         a field holds what it may not hold
    │   ├── Conflict              somebody changed the same thing since
    │   ├── NotPermitted          whoever asks lacks the role, or has not said who they are
    │   ├── MediaRefused          a file is damaged, hostile or of a kind we do not take
    │   ├── PackageRefused        a package, bag or release is damaged, hostile or too new
    │   ├── Cancelled             a person stopped the work
    │   └── NotTrusted            a signature is missing, wrong or by a key this home does not trust
    └── MachineFailed             disk, permission, lock, clock, another program              exit 3
        ├── DiskFull
        ├── Busy                  another process holds the library too long
        └── LibraryUnusable       the library file cannot be opened or is damaged
            └── LibraryOld        an earlier program wrote it; opening it for writing renews it

Each carries a `code` (stable, for translations and `--json`), and says what happened,
to what, and what to do next.
"""

from __future__ import annotations


class HallError(Exception):
    """A person's or the machine's failure; its text is fit to show.

    Args:
        what: What happened and to what, one sentence.
        remedy: What to do next, one sentence; may be empty where nothing can be done.
        subject: The record, path or name it happened to.
        code: In place of its class's, where its words are more exact.
    """

    code = "hall"
    exit_status = 3

    def __init__(self, what: str, remedy: str = "", *, subject: str = "", code: str = "") -> None:
        super().__init__(f"{what} {remedy}".strip())
        self.what = what
        self.remedy = remedy
        self.subject = subject
        if code:
            self.code = code


class UsageError(HallError):
    """The command or call was given something it cannot mean."""

    code = "usage"
    exit_status = 2


class NotFound(UsageError):
    """No record, file or release answers to that name."""

    code = "not-found"


class Ambiguous(UsageError):
    """More than one record answers to that name."""

    code = "ambiguous"


class Refused(HallError):
    """What was asked about is not right; nothing was changed."""

    code = "refused"
    exit_status = 1


class InvalidRecord(Refused):
    """A field holds what it may not hold."""

    code = "invalid-record"


class Conflict(Refused):
    """Somebody changed the same thing since."""

    code = "conflict"


class NotPermitted(Refused):
    """Whoever asks lacks the role, or has not said who they are."""

    code = "not-permitted"


class MediaRefused(Refused):
    """A file is damaged, hostile or of a kind we do not take."""

    code = "media-refused"


class PackageRefused(Refused):
    """A package, bag or release is damaged, hostile or too new."""

    code = "package-refused"


class NotTrusted(Refused):
    """A signature is missing, wrong or by a key this home does not trust."""

    code = "not-trusted"


class Cancelled(Refused):
    """A person stopped the work; nothing was changed."""

    code = "cancelled"

    def __init__(self) -> None:
        super().__init__("The work was stopped; nothing was changed.")


class MachineFailed(HallError):
    """Disk, permission, lock, clock or another program failed."""

    code = "machine"


class DiskFull(MachineFailed):
    """No room is left on the disk."""

    code = "disk-full"


class Busy(MachineFailed):
    """Another process holds the library too long."""

    code = "busy"


class LibraryUnusable(MachineFailed):
    """The library file cannot be opened or is damaged."""

    code = "library-unusable"


class LibraryOld(LibraryUnusable):
    """An earlier program wrote the library file; opening it for writing renews it."""

    code = "library-old"
