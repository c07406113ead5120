"""Brand enterprises with their products, honours and authorisation."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from hall_app.domain.dates import Day, HallDate
from hall_app.domain.ids import CraftId, EnterpriseId, GalleryId, MediaId, PersonId, ProductId
from hall_app.domain.kinds import Kind
from hall_app.domain.records.record import Illustrated
from hall_app.domain.text import NO_TEXT, Text


class Town(StrEnum):
    """The towns and subdistricts of Nanhai District."""

    GUICHENG = "guicheng"
    SHISHAN = "shishan"
    DALI = "dali"
    LISHUI = "lishui"
    DANZAO = "danzao"
    XIQIAO = "xiqiao"
    JIUJIANG = "jiujiang"


class HonourLevel(StrEnum):
    """Who stands behind an honour."""

    NATIONAL = "national"
    PROVINCE = "province"
    CITY = "city"
    DISTRICT = "district"


class HonourResult(StrEnum):
    """What was given: an award, a nomination, or a place among the candidates."""

    AWARDED = "awarded"
    NOMINATED = "nominated"
    CANDIDATE = "candidate"


@dataclass(frozen=True, slots=True, kw_only=True)
class Authorisation:
    """An enterprise's leave to show it.

    Attributes:
        given_by: Who signed, with office.
        scope: What may be shown, in the words of the paper.
        scan: The signed paper.
        signed: Digests of what was signed, `path=digest`; a recorded sign-off fills it.
    """

    given_by: str = ""
    given_on: Day | None = None
    scope: str = ""
    until: Day | None = None
    scan: MediaId | None = None
    signed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Enterprise(Illustrated):
    """A brand enterprise.

    Attributes:
        former_titles: Earlier names, oldest first.
        sector: The drawing that stands for its industry on plates ("aluminium-profile").
        makes: Its products in one line.
        crafts: The crafts it practises or keeps.
        is_history: Told as history (史事): it no longer trades here under that name.
    """

    kind: ClassVar[Kind] = Kind.ENTERPRISE

    gallery: GalleryId | None = None
    former_titles: tuple[Text, ...] = ()
    town: Town | None = None
    place: Text = NO_TEXT
    industry: Text = NO_TEXT
    sector: str = ""
    founded: HallDate | None = None
    makes: Text = NO_TEXT
    logo: MediaId | None = None
    people: tuple[PersonId, ...] = ()
    crafts: tuple[CraftId, ...] = ()
    is_history: bool = False
    authorisation: Authorisation | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Product(Illustrated):
    """Something an enterprise makes."""

    kind: ClassVar[Kind] = Kind.PRODUCT

    enterprise: EnterpriseId | None = None
    order: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Honour(Illustrated):
    """An honour of an enterprise; leaves the screens after `valid_until`.

    Attributes:
        product: What it was given for, where it was for one product.
    """

    kind: ClassVar[Kind] = Kind.HONOUR

    enterprise: EnterpriseId | None = None
    product: ProductId | None = None
    level: HonourLevel | None = None
    result: HonourResult = HonourResult.AWARDED
    issuer: Text = NO_TEXT
    date: HallDate | None = None
    valid_until: Day | None = None
