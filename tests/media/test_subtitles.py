"""Subtitles read cue by cue, or refused with the line that is wrong."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hall_app.media.refusal import Reason, Refusal
from hall_app.media.subtitles import Cue, read_subtitles

WHOLE = """\ufeffWEBVTT - 缫丝

NOTE spoken by nobody

STYLE
::cue { color: white }

REGION
id:low

first
00:00.500 --> 00:02.000 line:80% align:center
<v 讲解>继昌隆缫丝厂</v>
&amp; <i>its</i> steam

01:00:02.000 --> 01:00:03.250
end
"""


def test_cues_are_read_without_their_mark_up():
    assert read_subtitles(WHOLE.encode()) == (
        Cue(0.5, 2.0, "继昌隆缫丝厂\n& its steam"),
        Cue(3602.0, 3603.25, "end"),
    )


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_every_line_end_is_understood(line_end):
    assert len(read_subtitles(WHOLE.replace("\n", line_end).encode())) == 2


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "first line"),
        ("WEBVTTX\n\n00:00.000 --> 00:01.000\na\n", "first line"),
        ("1\n00:00:00,000 --> 00:00:01,000\na\n", "first line"),
        ("WEBVTT\n\n00:00,000 --> 00:01,000\na\n", "line 3.*no timing"),
        ("WEBVTT\n\none\n00:00.000 -> 00:01.000\na\n", "line 3.*no timing|line 4.*no timing"),
        ("WEBVTT\n\n00:02.000 --> 00:01.000\na\n", "line 3: a cue ends before"),
        ("WEBVTT\n\n00:61.000 --> 00:62.000\na\n", "line 3.*no timing"),
        (
            "WEBVTT\n\n00:05.000 --> 00:06.000\na\n\n00:01.000 --> 00:02.000\nb\n",
            "line 6: a cue starts",
        ),
        ("WEBVTT\n\n00:01.000 --> 00:02.000\na\n00:02.000 --> 00:03.000\nb\n", "no empty line"),
        ("WEBVTT\n\nNOTE nothing is said\n", "no cue"),
        ("WEBVTT\n\n00:01.000 --> 00:02.000\na\0\n", "first line"),
    ],
)
def test_what_is_wrong_is_said_with_its_line(text, said):
    with pytest.raises(Refusal, match=said):
        read_subtitles(text.encode())


def test_text_in_another_encoding_is_refused():
    with pytest.raises(Refusal, match="UTF-8"):
        read_subtitles("WEBVTT\n\n00:01.000 --> 00:02.000\n佛山\n".encode("gb18030"))


def test_too_many_cues_are_refused():
    cue = "00:01.000 --> 00:02.000\na\n\n"
    with pytest.raises(Refusal) as refused:
        read_subtitles(("WEBVTT\n\n" + cue * 20_001).encode())

    assert refused.value.reason is Reason.TOO_LARGE


def stamp(milliseconds: int) -> str:
    seconds, thousandths = divmod(milliseconds, 1000)
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}.{thousandths:03}"


@given(
    st.lists(
        st.tuples(
            st.integers(0, 99_999_999),
            st.integers(1, 9_999_999),
            st.text("佛山南海 abc", min_size=1).map(str.strip).filter(bool),
        ),
        min_size=1,
    )
)
def test_any_cues_come_back_as_they_were_written(cues):
    cues = sorted(cues)
    blocks = [f"{stamp(at)} --> {stamp(at + lasts)}\n{words}" for at, lasts, words in cues]
    read = read_subtitles("\n\n".join(["WEBVTT", *blocks]).encode())

    assert [(round(cue.start_s * 1000), round(cue.end_s * 1000), cue.text) for cue in read] == [
        (at, at + lasts, words) for at, lasts, words in cues
    ]


@given(st.text(max_size=200))
def test_any_text_is_read_or_refused(text):
    try:
        cues = read_subtitles(("WEBVTT\n\n" + text).encode())
    except Refusal:
        return
    assert cues
