pragma ComponentBehavior: Bound
import QtQuick
import Hall.Models

// One year. Dates keep their precision: a day is a knot, a month a bracket, a year a bar.
Item {
    id: year

    required property KioskController kiosk
    required property TimelinePageModel page
    required property bool portrait

    SkeinView {
        width: parent.width
        height: year.page.axisY
        page: year.page
        part: "whole"
        tones: Theme.lanes
        ground: Theme.gauze
    }
    Repeater {
        model: year.page.ticks

        delegate: Item {
            id: month

            required x
            required property string words
            required property int index

            y: year.page.topY + 10

            Rectangle {
                width: Theme.hairline
                height: year.height - 112 - month.y
                color: Theme.gauzeLine
                opacity: 0.7
            }
            Txt {
                x: 8
                y: -4
                visible: !year.portrait || !Theme.latin || month.index % 2 === 0
                text: month.words
                wrapMode: Text.NoWrap
                font.pixelSize: 20
                color: Theme.quiet
            }
        }
    }
    Repeater {
        model: year.page.cards

        delegate: Item {
            id: day

            required property string id
            required property real knotX
            required x
            required y
            required width
            required height
            required property bool isAbove
            required property string date
            required property string title
            required property string gallery
            readonly property color tone: Theme.lane(gallery)
            readonly property real stalk: year.page.middleY - y

            objectName: "card"
            Accessible.role: Accessible.Button
            Accessible.name: day.date + " " + day.title
            Accessible.onPressAction: year.page.take(day.id)

            Rectangle {
                visible: day.width > 0
                x: day.knotX - day.x - 1.5
                y: day.isAbove ? day.height : day.stalk
                width: 3
                height: day.isAbove ? day.stalk - day.height : -day.stalk
                color: day.tone
            }
            Rectangle {
                x: day.width > 0 ? day.knotX - day.x - 13 : -13
                y: day.width > 0 ? day.stalk - 13 : year.page.middleY - 13
                width: 26
                height: 26
                radius: 13
                color: Theme.gauze
                border.width: 4
                border.color: day.tone

                TapHandler {
                    margin: 23
                    onTapped: year.page.take(day.id)
                }
            }
            Rectangle {
                visible: day.width > 0
                width: day.width
                height: day.height
                color: Theme.gauzeRaised
                border.width: Theme.highContrast ? 3 : 0
                border.color: Theme.gauzeLine

                Rectangle {
                    y: day.isAbove ? parent.height - height : 0
                    width: parent.width
                    height: 4
                    color: day.tone
                }
                Txt {
                    x: 24
                    y: 12
                    text: day.date
                    wrapMode: Text.NoWrap
                    font.pixelSize: 22
                    font.weight: Font.Medium
                    color: day.tone
                }
                Txt {
                    x: 24
                    y: 46
                    width: parent.width - 48
                    height: 56
                    title: true
                    text: day.title
                    fontSizeMode: Text.Fit
                    minimumPixelSize: 20
                    font.pixelSize: 32
                    verticalAlignment: Text.AlignVCenter
                    leading: 1.15
                }
                TapHandler {
                    onTapped: year.page.take(day.id)
                }
            }
        }
    }
    Flickable {
        id: bars

        readonly property int pitch: 80

        y: year.page.barsY
        width: parent.width
        height: Math.max(pitch, year.height - 112 - y - (year.portrait ? 100 : 0))
        contentHeight: rows.childrenRect.height + 8
        clip: true
        boundsBehavior: Flickable.StopAtBounds

        Item {
            id: rows

            width: parent.width

            Repeater {
                model: year.page.bars

                delegate: Item {
                    id: bar

                    required property string id
                    required x
                    required width
                    required property int row
                    required property string title
                    required property string gallery
                    required property bool isMonth
                    required property bool isDashed
                    required property string runsIn
                    required property string runsOn
                    readonly property color tone: Theme.lane(gallery)
                    readonly property real room: isMonth ? bars.width * 0.5 : width - (runsOn === "" ? 0 : runs.implicitWidth + 24)

                    objectName: "bar"
                    y: row * bars.pitch
                    height: 72
                    Accessible.role: Accessible.Button
                    Accessible.name: bar.title
                    Accessible.onPressAction: year.page.take(bar.id)

                    Rectangle {
                        y: 8
                        width: bar.width
                        height: 56
                        color: Qt.alpha(bar.tone, 0.16)
                    }
                    Rectangle {
                        y: 8
                        width: bar.width
                        height: 3
                        color: bar.tone
                    }
                    Rectangle {
                        visible: bar.runsIn === ""
                        y: 8
                        width: 3
                        height: 14
                        color: bar.tone
                    }
                    Rectangle {
                        visible: bar.runsOn === ""
                        x: bar.width - 3
                        y: 8
                        width: 3
                        height: 14
                        color: bar.tone
                    }
                    TextMetrics {
                        id: barWidth

                        font: runs.font
                        text: words.text
                    }
                    Txt {
                        id: words

                        x: Math.min(16, bars.width - 24 - implicitWidth - bar.x)
                        y: 8
                        height: 56
                        verticalAlignment: Text.AlignVCenter
                        text: (bar.runsIn === "" ? "" : bar.runsIn + "  ") + bar.title
                        wrapMode: Text.NoWrap
                        font.pixelSize: Math.min(23, 23 * (bar.room - 32) / Math.max(1, barWidth.advanceWidth))
                        font.weight: Font.Medium
                    }
                    Txt {
                        id: runs

                        visible: text !== ""
                        x: bar.width - implicitWidth - 16
                        y: 8
                        height: 56
                        verticalAlignment: Text.AlignVCenter
                        text: bar.runsOn
                        wrapMode: Text.NoWrap
                        font.pixelSize: 23
                        font.weight: Font.Medium
                        color: bar.tone
                    }
                    TapHandler {
                        onTapped: year.page.take(bar.id)
                    }
                }
            }
        }
    }
    Txt {
        x: Theme.edge
        y: year.page.barsY + 24
        visible: year.page.bars.count > 0 && !year.portrait
        text: Words.of("year-only")
        font.pixelSize: 20
        color: Theme.quiet
    }
}
