"""The project speaks of itself only: of no machine it was on, and of no place it came from."""

import re

import pytest

from tests.architecture.sources import name, text_files, words_of

# Each pattern is written so that it does not match its own line.
FOREIGN_WORDS = re.compile(
    r"""
    (?<![\w.~>*}])/(?:[w]ork|[r]oot|[f]arm)(?:/|\b)  # folders of one machine
    | (?<!\w)/[t]mp/[a-z]
    | p[y]pi[.] | p[y]thonhosted | n[p]mjs[.] | d[e]bian[.]org  # where packages are kept
    | f[a]rm-(?:studio|bench) | s[u]bagent | before[-]stop
    | \b(?:C[l]aude|A[n]thropic|L[L]M|A[I][ ]assistant|C[h]atGPT|C[o]pilot)\b
    """,
    re.VERBOSE,
)

UNFINISHED = re.compile(
    r"\b(?:T[O]DO|F[I]XME|X[X]X|H[A]CK)\b|raise N[o]tImplementedError|except(?: Exception)?:\s*(?:p[a]ss)?$"
)


def _lines(pattern: re.Pattern[str], *suffixes: str) -> list[str]:
    return [
        f"{name(path)}:{number}: {line.strip()[:100]}"
        for path in text_files()
        if not suffixes or path.suffix in suffixes
        for number, line in enumerate(words_of(path), 1)
        if pattern.search(line)
    ]


def test_no_file_speaks_of_a_machine_or_of_how_it_came_to_be():
    assert not _lines(FOREIGN_WORDS)


def test_nothing_is_left_unfinished_or_swallowed():
    assert not _lines(UNFINISHED, ".py", ".qml")


@pytest.mark.parametrize(
    "words",
    [
        "/" + "work/main",
        "see " + "/" + "root",
        '"/' + 'tmp/x"',
        "https://py" + "pi.org",
        "files.python" + "hosted.org",
        "an LL" + "M",
    ],
)
def test_rule_sees_foreign_words(words):
    assert FOREIGN_WORDS.search(words)


@pytest.mark.parametrize("words", ["a/b/work", "https://nanhai.example/works", "docs/root.md"])
def test_rule_leaves_other_words_alone(words):
    assert not FOREIGN_WORDS.search(words)


@pytest.mark.parametrize("words", ["# TO" + "DO later", "    except:" + " pa" + "ss", "XX" + "X"])
def test_rule_sees_what_is_unfinished(words):
    assert UNFINISHED.search(words)
