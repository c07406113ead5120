import QtQuick
import QtTest
import Hall.Kiosk

TestCase {
    id: suite

    name: "Parts"
    when: windowShown
    width: 900
    height: 700
    visible: true

    Component {
        id: keyMaker

        Key {
            property int clicks: 0

            label: "继续看"
            onClicked: clicks += 1
        }
    }
    Component {
        id: titleMaker

        VTitle {
            text: "百年征程"
            size: 100
        }
    }
    Component {
        id: strandsMaker

        Strands {
            width: 200
            ends: 3
        }
    }
    Component {
        id: textMaker

        Txt {
            text: "陈启沅创办继昌隆缫丝厂"
            room: 500
            font.pixelSize: 60
        }
    }
    Component {
        id: scrollMaker

        Scroll {
            width: 300
            height: 200

            Repeater {
                model: 12

                delegate: Txt {
                    width: 300
                    text: "一行字"
                }
            }
        }
    }

    function cleanup() {
        Theme.latin = false;
        Theme.lowReach = false;
        Theme.highContrast = false;
        Theme.textScale = 1;
    }

    function test_key_is_big_enough_and_is_pressed_once() {
        const key = createTemporaryObject(keyMaker, suite);
        verify(key.width >= 72 && key.height >= 72);
        mouseClick(key);
        compare(key.clicks, 1);
    }
    function test_key_that_is_off_does_nothing() {
        const key = createTemporaryObject(keyMaker, suite, { off: true });
        mouseClick(key);
        compare(key.clicks, 0);
    }
    function test_key_is_bigger_in_low_reach() {
        Theme.lowReach = true;
        verify(createTemporaryObject(keyMaker, suite).height >= 120);
    }
    function test_key_answers_to_the_keyboard() {
        const key = createTemporaryObject(keyMaker, suite);
        key.forceActiveFocus();
        keyClick(Qt.Key_Return);
        keyClick(Qt.Key_Space);
        compare(key.clicks, 2);
    }
    function test_title_hangs_in_chinese_and_lies_in_english() {
        const title = createTemporaryObject(titleMaker, suite);
        verify(title.hangs);
        verify(title.implicitHeight > title.implicitWidth * 3);
        Theme.latin = true;
        verify(!title.hangs);
    }
    function test_title_with_figures_never_hangs() {
        verify(!createTemporaryObject(titleMaker, suite, { text: "2017年" }).hangs);
    }
    function test_strands_are_as_many_as_the_ends() {
        const strands = createTemporaryObject(strandsMaker, suite);
        tryCompare(strands, "height", 3 * 2 + 2 * 3);
    }
    function test_lines_of_a_chinese_title_are_equally_long() {
        const title = createTemporaryObject(textMaker, suite);
        compare(title.lineCount, 2);
        compare(title.evenLine, 6);
    }
    function test_long_words_say_that_there_is_more() {
        const scroll = createTemporaryObject(scrollMaker, suite);
        tryVerify(() => scroll.hasMore);
    }
    function test_short_words_promise_no_more() {
        const scroll = createTemporaryObject(scrollMaker, suite, { height: 650 });
        tryCompare(scroll, "hasMore", false);
    }
    function test_text_grows_on_request() {
        Theme.textScale = 1.5;
        compare(Theme.body, 48);
    }

    function luminance(colour: color): real {
        const parts = [colour.r, colour.g, colour.b].map(c => c <= 0.03928 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4));
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
    }
    function contrast(one: color, other: color): real {
        const pair = [luminance(one), luminance(other)].sort((a, b) => b - a);
        return (pair[0] + 0.05) / (pair[1] + 0.05);
    }
    function test_text_passes_on_every_ground_data() {
        return ["preface", "century", "era", "craft", "brand"].map(name => ({ tag: name, gallery: name }));
    }
    function test_text_passes_on_every_ground(row) {
        for (const ground of [Theme.deep(row.gallery), Theme.mid(row.gallery), Theme.high(row.gallery)])
            verify(contrast(Theme.text(row.gallery), ground) >= 7);
        verify(contrast(Theme.threadText(row.gallery), Theme.mid(row.gallery)) >= 4.5);
        verify(contrast(Theme.lane(row.gallery), Theme.gauze) >= 7);
    }
    function test_high_contrast_is_strong_everywhere() {
        Theme.highContrast = true;
        verify(contrast(Theme.rawSilk, Theme.gauze) >= 20);
        verify(contrast(Theme.ink, Theme.paper) >= 20);
        verify(contrast(Theme.inkOnSilk, Theme.silk) >= 15);
        verify(contrast(Theme.inkOnChip, Theme.chipOn) >= 15);
    }
}
