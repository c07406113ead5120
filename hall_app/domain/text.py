"""Text in several languages, each wording knowing who made it and from what.

A wording drafted by OpenCC says so, and every translation holds the digest of the source
text it was made from: when the source has moved on since, the wording is stale.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from hashlib import sha256

ZH_HANS = "zh-Hans"
ZH_HANT = "zh-Hant"
EN = "en"
LANGUAGES = (ZH_HANS, ZH_HANT, EN)
_PLACES = {language: place for place, language in enumerate(LANGUAGES)}

# Where a wording is missing, the nearest language a visitor can read stands in.
_FALLBACK = {
    ZH_HANS: (ZH_HANT, EN),
    ZH_HANT: (ZH_HANS, EN),
    EN: (ZH_HANS, ZH_HANT),
}


@dataclass(frozen=True, slots=True)
class Wording:
    """One language's words.

    Attributes:
        text: The words; Markdown where the field allows it.
        is_drafted: OpenCC made them and no person has read them yet.
        made_from: Digest of the source wording they were made from; empty on a source.
    """

    text: str
    is_drafted: bool = False
    made_from: str = ""


@dataclass(frozen=True, slots=True)
class Text:
    """A language map. Empty wordings are not kept, so two equal texts compare equal."""

    wordings: tuple[tuple[str, Wording], ...] = ()

    @staticmethod
    def of(words: Mapping[str, str | Wording] | str, /) -> Text:
        """Build from `{language: words}`; a bare string is Simplified Chinese."""
        if isinstance(words, str):
            words = {ZH_HANS: words}
        pairs = (
            (language, wording if isinstance(wording, Wording) else Wording(wording))
            for language, wording in words.items()
        )
        return Text(tuple(sorted((p for p in pairs if p[1].text), key=_reading_order)))

    def __bool__(self) -> bool:
        return bool(self.wordings)

    def __getitem__(self, language: str) -> str:
        """The words in exactly this language, empty where there are none."""
        wording = self.wording(language)
        return wording.text if wording else ""

    def __iter__(self) -> Iterator[str]:
        return (language for language, _ in self.wordings)

    def wording(self, language: str) -> Wording | None:
        """The wording in exactly this language."""
        return next((w for key, w in self.wordings if key == language), None)

    def best(self, language: str) -> str:
        """The words in this language, or in the nearest one that has any."""
        for candidate in (language, *_FALLBACK.get(language, LANGUAGES), *self):
            if words := self[candidate]:
                return words
        return ""

    def with_wording(self, language: str, words: str | Wording) -> Text:
        """The same text with one language set, or taken out when `words` are empty."""
        return Text.of({**dict(self.wordings), language: words})

    def translated(self, language: str, words: str, *, source: str, is_drafted: bool) -> Text:
        """Set a translation and remember which source wording it was made from."""
        made_from = digest(self[source]) if language != source and self[source] else ""
        return self.with_wording(language, Wording(words, is_drafted, made_from))

    def is_stale(self, language: str, source: str) -> bool:
        """Whether the source has changed since this wording was made from it."""
        wording = self.wording(language)
        if wording is None or language == source or not wording.made_from:
            return False
        return wording.made_from != digest(self[source])

    def read(self, language: str) -> Text:
        """Mark a drafted wording as read by a person."""
        wording = self.wording(language)
        return (
            self
            if wording is None
            else self.with_wording(language, replace(wording, is_drafted=False))
        )


NO_TEXT = Text()


def digest(words: str) -> str:
    """Twelve hexadecimal digits that stand for these words."""
    return sha256(words.encode()).hexdigest()[:12]


def _reading_order(pair: tuple[str, Wording]) -> tuple[int, str]:
    return (_PLACES.get(pair[0], len(LANGUAGES)), pair[0])
