pragma ComponentBehavior: Bound
import QtQuick
import Hall.Models

// A stretch of years: eras behind, lanes and their ends on the skein, labels where there is room.
Item {
    id: stretch

    required property TimelinePageModel page
    required property bool portrait

    // What an end is called: its year, and its name in the gallery's colour.
    component EndWords: Row {
        id: call

        required property string year
        required property string title
        property color tone

        spacing: 10

        Txt {
            id: callYear

            title: true
            text: call.year
            wrapMode: Text.NoWrap
            font.pixelSize: 30
        }
        Txt {
            anchors.baseline: callYear.baseline
            text: call.title
            wrapMode: Text.NoWrap
            font.pixelSize: 23
            font.weight: Font.Medium
            color: call.tone
        }
    }

    Repeater {
        model: stretch.page.eras

        delegate: Rectangle {
            id: era

            required x
            required property string title
            required property bool isOdd
            required width

            y: stretch.page.topY
            height: stretch.page.axisY - y
            color: isOdd ? Theme.band : "transparent"

            Rectangle {
                width: 1
                height: parent.height
                color: Theme.gauzeLine
            }
            Txt {
                x: Math.max(14, 14 - era.x)
                y: 4
                visible: implicitWidth + x < era.width - 8
                text: era.title
                wrapMode: Text.NoWrap
                voice: true
                font.pixelSize: 28
                color: Theme.quiet
            }
        }
    }
    Repeater {
        model: stretch.visible ? stretch.page.ticks : null

        delegate: Item {
            id: tick

            required x
            required property string words

            y: stretch.page.axisY

            Rectangle {
                width: Theme.hairline
                height: 12
                color: Theme.quiet
            }
            Txt {
                x: -implicitWidth / 2
                y: 12
                visible: tick.x > 30 && tick.x < stretch.width - 30
                text: tick.words
                wrapMode: Text.NoWrap
                font.pixelSize: 20
                color: Theme.quiet
            }
        }
    }
    SkeinView {
        anchors.fill: parent
        page: stretch.page
        part: "whole"
        tones: Theme.lanes
        ground: Theme.gauze
    }
    Repeater {
        model: stretch.page.labels

        delegate: Item {
            id: label

            required property string id
            required x
            required y
            required property real knotX
            required property real laneY
            required property string year
            required property string title
            required property string note
            required property string gallery
            required property bool lifted
            readonly property color tone: Theme.lane(gallery)

            objectName: "label"
            width: words.width
            height: note === "" ? 36 : 70
            Accessible.role: Accessible.Button
            Accessible.name: label.year + " " + label.title
            Accessible.onPressAction: stretch.page.take(label.id)

            Rectangle {
                visible: label.lifted
                x: label.knotX - label.x
                y: label.laneY < label.y ? label.laneY + 10 - label.y : label.height
                width: 1
                height: label.laneY < label.y ? label.y - label.laneY - 10 : label.laneY - 10 - label.y - label.height
                color: label.tone
            }
            Rectangle {
                x: -6
                width: parent.width + 12
                height: parent.height
                color: Theme.label
            }
            EndWords {
                id: words

                y: -4
                year: label.year
                title: label.title
                tone: label.tone
            }
            Txt {
                y: 36
                visible: label.note !== ""
                text: label.note
                wrapMode: Text.NoWrap
                font.pixelSize: 21
                color: Theme.quiet
            }
        }
    }
    Repeater {
        model: stretch.page.lanes

        delegate: Rectangle {
            id: lane

            required property string id
            required y
            required property string title

            x: 16
            width: laneName.implicitWidth + 20
            height: 38
            color: Theme.gauze
            transform: Translate { y: -19 }

            Txt {
                id: laneName

                anchors.centerIn: parent
                text: lane.title
                wrapMode: Text.NoWrap
                font.pixelSize: Theme.latin ? 20 : 22
                font.weight: Font.Medium
                color: Theme.lane(lane.id)
            }
        }
    }
    Column {
        readonly property bool hasNames: stretch.page.earlierEnds.count > 0

        x: 122
        y: stretch.page.openingY
        width: hasNames ? stretch.width - x - Theme.edge : stretch.portrait ? 300 : 430

        Txt {
            objectName: "earlier"
            visible: text !== ""
            width: parent.width
            text: stretch.page.earlier
            voice: true
            font.pixelSize: 26
            leading: 1.5

            TapHandler {
                onTapped: stretch.page.take_earlier()
            }
        }
        Flow {
            width: parent.width
            spacing: Theme.s2

            Repeater {
                model: stretch.page.earlierEnds

                delegate: EndWords {
                    id: before

                    required property string id
                    required property string gallery

                    objectName: "earlierEnd"
                    tone: Theme.lane(gallery)
                    Accessible.role: Accessible.Button
                    Accessible.name: year + " " + title
                    Accessible.onPressAction: stretch.page.take(before.id)

                    TapHandler {
                        onTapped: stretch.page.take(before.id)
                    }
                }
            }
        }
    }
    Rectangle {
        y: stretch.page.axisY
        width: parent.width
        height: Theme.hairline
        color: Theme.gauzeLine
    }

    TapHandler {
        onTapped: point => stretch.page.pick(point.position.x, point.position.y)
    }
}
