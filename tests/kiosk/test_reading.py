"""Small Markdown as a wall reads it, and subtitles as a film says them."""

from hall_app.kiosk.reading import plain
from hall_app.kiosk.subtitles import read_cues, words_at


def test_marks_go_and_words_stay():
    assert plain("**缫丝**，见[县志](https://a.example)。") == "缫丝，见县志。"


def test_lines_of_one_paragraph_join_as_their_script_does():
    assert plain("一缕丝，\n走了六百年。") == "一缕丝，走了六百年。"
    assert plain("One thread,\nsix hundred years.") == "One thread, six hundred years."


def test_paragraphs_and_items_keep_their_lines():
    assert plain("# 题\n\n一段\n\n- 甲\n- 乙\n\n> 引") == "题\n一段\n· 甲\n· 乙\n引"


def test_underscore_inside_a_word_is_no_mark():
    assert plain("a_b_c") == "a_b_c"


def test_subtitle_is_the_one_of_the_moment(tmp_path):
    file = tmp_path / "film.vtt"
    file.write_text(
        "WEBVTT\n\n1\n00:01.000 --> 00:02.500\n<i>水热了</i>\n\n"
        "00:00:03.000 --> 00:00:04.000\n丝出来了\n\nNOTE\n不是字幕\n",
        encoding="utf-8",
    )
    cues = read_cues(file)
    assert [cue.words for cue in cues] == ["水热了", "丝出来了"]
    assert words_at(cues, 1500) == "水热了"
    assert words_at(cues, 2700) == ""
