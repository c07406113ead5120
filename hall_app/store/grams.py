"""How words are cut so that a visitor who types one Chinese character finds them.

FTS5's trigram tokenizer finds nothing for one- and two-character words, so text is folded
(OpenCC to simplified, full-width to half-width, lower case) and every run of Han characters
becomes its bigrams and its last character. A name also gives its pinyin and initials from
each syllable on, so that "changlong" and "cl" find 继昌隆.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import cache, lru_cache
from itertools import pairwise
from operator import add
from typing import Any

_HAN = "㐀-鿿豈-﫿𠀀-𲎯〇"
_RUN = re.compile(rf"[{_HAN}]+|(?:(?![{_HAN}])[^\W_])+")
_NAME_SYLLABLES = 16


def fold(text: str) -> str:
    """The form in which 繁 and 简, wide and narrow, capital and small are the same."""
    return unicodedata.normalize("NFKC", text).translate(_SIMPLIFIED).lower()


def alike(text: str) -> str:
    """The text with 繁 as 简, as long as it was, so that places in it stay the same."""
    return text.translate(_SAME_LENGTH)


def grams(text: str) -> list[str]:
    """The tokens of a text: bigrams and last character of Han runs, other words whole."""
    tokens: list[str] = []
    for run in _RUN.findall(fold(text)):
        if is_han(run):
            tokens += map(add, run, run[1:])
            tokens.append(run[-1])
        else:
            tokens.append(run)
    return tokens


@lru_cache(512)
def line(text: str) -> str:
    """The tokens of a text in one line; an edit asks for most texts twice, before it and after."""
    return " ".join(grams(text))


def pinyin(name: str) -> list[str]:
    """The joined pinyin of a name from each of its syllables on."""
    return _tails(["".join(syllables) for syllables in _syllables(name)])


def initials(name: str) -> list[str]:
    """The first letters of a name's syllables, from each of them on."""
    return _tails([syllable[0] for syllable, *_ in _syllables(name)])


def sort_key(name: str) -> str:
    """The form in which names stand in the order of their pinyin, Latin words among them."""
    runs = _RUN.findall(fold(name))
    return " ".join(part for run in runs for part in (_spelt(run) if is_han(run) else (run,)))


def query(text: str) -> str:
    """An FTS5 query that finds every record holding these words; empty for no words."""
    terms = [_term(run) for run in _RUN.findall(fold(text))]
    return " AND ".join(terms)


def is_han(run: str) -> bool:
    """Whether a run is Chinese characters."""
    return not run[0].isascii() and unicodedata.category(run[0]) in ("Lo", "Nl")


def _term(run: str) -> str:
    if not is_han(run):
        return f'(words : "{run}"* OR title : "{run}"* OR pinyin : "{run}"* OR initials : "{run}"*)'
    if len(run) == 1:
        return f'{{title words}} : "{run}"*'
    return f'{{title words}} : "{" ".join(a + b for a, b in pairwise(run))}"'


@lru_cache(4096)
def _syllables(name: str) -> list[list[str]]:
    """One list a Han run or word: `[["ji"], ["chang"], ["long"]]`, Latin words whole.

    A name is asked for by pinyin and by initials, before an edit and after it.
    """
    folded = fold(name)
    runs = [run for run in _RUN.findall(folded) if is_han(run)]
    return [[syllable] for run in runs for syllable in _spelt(run)][:_NAME_SYLLABLES]


@lru_cache(4096)
def _spelt(run: str) -> tuple[str, ...]:
    """The syllables of a run of Chinese characters."""
    return tuple(_to_pinyin()(run))


def _tails(parts: list[str]) -> list[str]:
    return ["".join(parts[start:]) for start in range(len(parts))]


class _Simplified(dict[int, str]):
    """Character to character, so that a word folds the same alone as inside a sentence.

    OpenCC's phrases would keep 乾 in 乾隆 and turn it in 乾燥: right for reading, and a word
    lost for whoever types half of the phrase.
    """

    def __missing__(self, code: int) -> str:
        character = chr(code)
        self[code] = _converter().convert(character) if is_han(character) else character
        return self[code]


class _SameLength(dict[int, str]):
    """Character to character, and never to two."""

    def __missing__(self, code: int) -> str:
        made = _SIMPLIFIED[code]
        self[code] = made if len(made) == 1 else chr(code)
        return self[code]


_SIMPLIFIED = _Simplified()
_SAME_LENGTH = _SameLength()


@cache
def _converter() -> Any:
    from opencc import OpenCC  # noqa: PLC0415 (30 ms that a program without search need not pay)

    return OpenCC("t2s")


@cache
def _to_pinyin() -> Callable[[str], list[str]]:
    from pypinyin import lazy_pinyin  # noqa: PLC0415 (0.2 s that a reader need not pay)

    return lambda run: list(lazy_pinyin(run))
