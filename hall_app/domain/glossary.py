"""Names that a conversion between 简 and 繁 must spell as the hall does."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Glossary:
    """Pairs of spellings, found by their first character, the longest first."""

    terms: Mapping[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)

    @staticmethod
    def of(pairs: Iterable[tuple[str, str]], /) -> Glossary:
        """Build from pairs of source and target; the first pair of a source counts."""
        known: dict[str, str] = {}
        for source, target in pairs:
            if source and target:
                known.setdefault(source, target)
        terms: dict[str, tuple[tuple[str, str], ...]] = {}
        for pair in sorted(known.items(), key=lambda one: (-len(one[0]), one[0])):
            terms[pair[0][0]] = (*terms.get(pair[0][0], ()), pair)
        return Glossary(terms)

    def convert(self, words: str, by: Callable[[str], str]) -> str:
        """Convert words; a name in them is put as the glossary has it, whatever stands around it."""
        made: list[str] = []
        start = at = 0
        while at < len(words):
            here = self.terms.get(words[at], ())
            found = next((pair for pair in here if words.startswith(pair[0], at)), None)
            if found is None:
                at += 1
                continue
            made += [by(words[start:at]), found[1]]
            start = at = at + len(found[0])
        return "".join((*made, by(words[start:])))


NO_GLOSSARY = Glossary()
