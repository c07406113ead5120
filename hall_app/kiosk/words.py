"""The words of the kiosk itself, in every language, from one table.

A table and not `qsTr`: a QTranslator belongs to the whole application, and the desk shows a
kiosk preview in one language while speaking another. Serving words by key and language lets
every scene switch in place, each on its own.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from hall_app.domain.text import EN, LANGUAGES, ZH_HANS, ZH_HANT

_FALLBACK = (ZH_HANS, ZH_HANT, EN)


class WordTable:
    """Words by key and language; an unknown key is a bug and raises KeyError."""

    def __init__(self, words: Mapping[str, Mapping[str, str]]) -> None:
        self._words = words

    @staticmethod
    def load(place: Path) -> WordTable:
        """The words of one file, or of every file of a folder.

        Raises:
            ValueError: Two files hold the same key.
        """
        words: dict[str, Mapping[str, str]] = {}
        for path in sorted(place.glob("*.json")) if place.is_dir() else (place,):
            table = json.loads(path.read_text(encoding="utf-8"))
            if twice := words.keys() & table:
                raise ValueError(f"{path.name}: {', '.join(sorted(twice))}")
            words |= table
        return WordTable(words)

    def say(self, key: str, language: str, **parts: object) -> str:
        """The words for a key, `{name}` replaced by the part of that name."""
        wording = self._words[key]
        words = next((wording[lang] for lang in (language, *_FALLBACK) if lang in wording), "")
        return words.format_map(parts) if parts else words

    def keys(self) -> frozenset[str]:
        return frozenset(self._words)

    def missing(self) -> list[str]:
        """`key.language` of every wording that is not there."""
        return [
            f"{key}.{language}"
            for key, wording in self._words.items()
            for language in LANGUAGES
            if not wording.get(language)
        ]
