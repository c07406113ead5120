"""Who works at the desk, and what each may do where."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from hall_app.domain.ids import RecordId


class Role(StrEnum):
    """What a person may do; the roles are given one by one, and none holds another."""

    EDITOR = "editor"
    REVIEWER = "reviewer"
    PUBLISHER = "publisher"
    OPERATOR = "operator"
    ADMINISTRATOR = "administrator"
    AUDITOR = "auditor"


@dataclass(frozen=True, slots=True)
class Grant:
    """A role in some galleries, or with none named in all of them."""

    role: Role
    galleries: tuple[RecordId, ...] = ()


@dataclass(frozen=True, slots=True)
class Account:
    """One person of the library; never part of a release or package.

    Attributes:
        secret: The password's argon2id hash.
        failures: Wrong passwords since the last right one.
        locked_until: Until when not even the right password opens.
    """

    login: str
    name: str
    secret: str = field(repr=False)
    grants: tuple[Grant, ...] = ()
    is_active: bool = True
    failures: int = 0
    locked_until: datetime | None = None

    @property
    def roles(self) -> frozenset[Role]:
        """The roles, wherever they hold."""
        return frozenset(grant.role for grant in self.grants)


@dataclass(frozen=True, slots=True)
class Permit:
    """Who is at work, and what the library lets them do.

    Attributes:
        is_open: The library keeps no people, so whoever opens it may do everything.
    """

    login: str = ""
    name: str = ""
    grants: tuple[Grant, ...] = ()
    is_open: bool = False

    def may(self, role: Role, gallery: RecordId | None = None) -> bool:
        """Whether the role holds in this gallery; what stands in none is everybody's who has it."""
        return self.is_open or any(
            grant.role is role
            and (gallery is None or not grant.galleries or gallery in grant.galleries)
            for grant in self.grants
        )

    def may_everywhere(self, role: Role) -> bool:
        """Whether the role holds in every gallery."""
        return self.is_open or any(
            grant.role is role and not grant.galleries for grant in self.grants
        )


OPEN = Permit(is_open=True)
"""What everybody has where the library keeps no people."""

NOBODY = Permit()
"""What one has who has not said who they are."""
