"""Every problem preflight can tell: whether it blocks, which verb mends it, whom it concerns."""

from __future__ import annotations

from hall_app.domain.kinds import Kind

BLOCKING = frozenset({
    "hall-missing", "title-missing", "file-missing", "link-dangling", "authorisation-over",
    "rights-not-for-hall",
})  # fmt: skip

# What the button beside each problem does.
VERBS = {
    "hall-missing": "make",
    "title-missing": "write",
    "title-twin": "write",
    "text-long": "shorten",
    "text-misfit": "shorten",
    "glyph-missing": "write",
    "exhibit-empty": "fill",
    "language-missing": "translate",
    "language-drafted": "proofread",
    "language-stale": "proofread",
    "source-missing": "cite",
    "to-verify": "verify",
    "date-reversed": "date",
    "until-first": "date",
    "died-first": "date",
    "honour-first": "date",
    "era-outside": "date",
    "event-future": "date",
    "event-outside": "date",
    "event-before-birth": "relink",
    "file-missing": "replace",
    "alt-missing": "write",
    "subtitles-missing": "import",
    "description-missing": "import",
    "picture-small": "replace",
    "film-flashes": "replace",
    "flashes-unmeasured": "measure",
    "rights-not-for-hall": "clear",
    "rights-over": "renew",
    "rights-ending": "renew",
    "authorisation-over": "renew",
    "authorisation-ending": "renew",
    "proof-stale": "renew",
    "honour-over": "renew",
    "honour-ending": "renew",
    "shown-over": "renew",
    "shown-ending": "renew",
    "link-dangling": "relink",
    "link-hidden": "show",
    "link-broken": "relink",
    "address-broken": "write",
    "claim": "cite",
    "word-watched": "write",
    "word-replace": "write",
    "name-near": "write",
    "name-old": "write",
    "map-unapproved": "number",
    "map-number": "number",
}

_CLAIMING = frozenset({
    Kind.EVENT, Kind.ENTERPRISE, Kind.PRODUCT, Kind.HONOUR, Kind.CRAFT, Kind.PERSON, Kind.STATISTIC,
})  # fmt: skip
_LIKE_NO_OTHER = frozenset({Kind.ENTERPRISE, Kind.PERSON, Kind.CRAFT, Kind.GALLERY, Kind.EXHIBIT})
_MEDIA = frozenset({Kind.MEDIA})

# Problems that only some kinds can have; all others concern every kind.
_ONLY: dict[str, frozenset[Kind]] = {
    "hall-missing": frozenset(),
    "title-twin": _LIKE_NO_OTHER,
    "exhibit-empty": frozenset({Kind.EXHIBIT}),
    "source-missing": _CLAIMING,
    "to-verify": _CLAIMING,
    "died-first": frozenset({Kind.PERSON}),
    "honour-first": frozenset({Kind.HONOUR}),
    "era-outside": frozenset({Kind.ERA}),
    "event-future": frozenset({Kind.EVENT}),
    "event-outside": frozenset({Kind.EVENT}),
    "event-before-birth": frozenset({Kind.EVENT}),
    "file-missing": _MEDIA,
    "alt-missing": _MEDIA,
    "subtitles-missing": _MEDIA,
    "description-missing": _MEDIA,
    "picture-small": _MEDIA,
    "film-flashes": _MEDIA,
    "flashes-unmeasured": _MEDIA,
    "rights-not-for-hall": _MEDIA,
    "rights-over": _MEDIA,
    "rights-ending": _MEDIA,
    "authorisation-over": frozenset({Kind.ENTERPRISE}),
    "authorisation-ending": frozenset({Kind.ENTERPRISE}),
    "proof-stale": frozenset({Kind.ENTERPRISE}),
    "honour-over": frozenset({Kind.HONOUR}),
    "honour-ending": frozenset({Kind.HONOUR}),
    "address-broken": frozenset({Kind.SOURCE}),
    "claim": frozenset({Kind.ENTERPRISE, Kind.PRODUCT}),
    "map-unapproved": frozenset({Kind.MAP}),
    "map-number": frozenset({Kind.MAP, Kind.MEDIA}),
}


def codes_of(kind: Kind) -> frozenset[str]:
    """The problems that a record of a kind can have."""
    return frozenset(code for code in VERBS if kind in _ONLY.get(code, frozenset(Kind)))
