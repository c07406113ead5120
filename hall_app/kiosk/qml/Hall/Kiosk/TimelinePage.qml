pragma ComponentBehavior: Bound
import QtQuick
import Hall.Models

// The timeline: four zooms of one skein. Pinch, drag, touch an end.
PageFrame {
    id: timeline

    required property TimelinePageModel page
    readonly property bool isWhole: page.level === 0
    readonly property bool isYear: page.level === 3

    // In low reach the steps stand below the years, at hand height.
    readonly property int floor: base - (Theme.lowReach && !portrait ? Theme.target + 16 : 0)

    function lay(): void { if (timeline.page) timeline.page.lay(width, height, floor); }

    onFloorChanged: lay()

    onWidthChanged: lay()
    onHeightChanged: lay()
    Component.onCompleted: lay()

    Rectangle {
        anchors.fill: parent
        color: Theme.gauze
    }

    // Header: what is in view, and the four steps.
    Txt {
        id: heading

        x: Theme.edge
        y: timeline.portrait ? 36 : 22
        width: timeline.portrait ? timeline.width - Theme.edge * 2 : Math.min(implicitWidth, 560)
        title: true
        text: timeline.isYear ? timeline.page.yearWords : timeline.page.title
        wrapMode: Text.NoWrap
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: 30
        font.pixelSize: timeline.isYear && !timeline.portrait ? 104 : Theme.latin || text.length > 8 ? 60 : 76
        height: 100
        verticalAlignment: Text.AlignVCenter
    }
    Column {
        x: timeline.portrait ? Theme.edge + (timeline.isYear ? 320 : 0) : heading.x + heading.width + 36
        y: timeline.portrait ? (timeline.isYear ? 46 : 148) : 36
        width: timeline.portrait ? timeline.width - x - Theme.edge : (Theme.lowReach ? timeline.width - Theme.edge : steps.x - 24) - x

        Txt {
            width: parent.width
            visible: text !== ""
            title: true
            text: timeline.isYear ? timeline.page.yearTitle : timeline.page.span
            font.pixelSize: 36
            leading: 1.2
            color: Theme.silk
        }
        Txt {
            width: parent.width
            visible: text !== "" && !(timeline.portrait && timeline.page.span !== "")
            text: timeline.isYear ? timeline.page.yearNote : Words.of("timeline-lead")
            font.pixelSize: Theme.small
            leading: 1.4
            color: Theme.quiet
        }
    }
    Row {
        id: steps

        anchors { right: parent.right; rightMargin: Theme.edge }
        y: timeline.portrait ? timeline.base - Theme.target - (timeline.isWhole ? 60 : 128) - 4 : Theme.lowReach ? timeline.floor + 8 : 40
        spacing: Theme.latin ? 0 : Theme.s1

        Repeater {
            model: timeline.isWhole ? [] : [-1, 1]

            delegate: Key {
                required property int modelData

                objectName: modelData < 0 ? "earlier" : "later"
                bare: !timeline.portrait
                icon: modelData < 0 ? "previous" : "next"
                description: Words.of(modelData < 0 ? "previous-part" : "next-part")
                onClicked: timeline.page.turn(modelData)
            }
        }
        Repeater {
            model: ["zoom-600", "zoom-100", "zoom-10", "zoom-1"]

            delegate: Key {
                required property string modelData
                required property int index

                objectName: modelData
                width: timeline.portrait ? (timeline.isWhole ? 222 : 178) : Theme.latin ? 148 : 132
                bare: true
                label: Words.of(modelData)
                selected: timeline.page.level === index
                fg: selected ? Theme.silk : Theme.quiet
                onClicked: timeline.page.zoom(index)
            }
        }
    }

    Item {
        id: field

        y: 0
        width: parent.width
        height: timeline.page.axisY
        visible: !timeline.isYear
        transformOrigin: Item.Left

        Repeater {
            model: timeline.page.eras

            delegate: Rectangle {
                id: era

                required x
                required property string title
                required property bool isOdd
                required width

                y: timeline.page.topY
                height: timeline.page.axisY - y
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
            model: timeline.isYear ? null : timeline.page.ticks

            delegate: Item {
                id: tick

                required x
                required property string words

                y: timeline.page.axisY

                Rectangle {
                    width: Theme.hairline
                    height: 12
                    color: Theme.quiet
                }
                Txt {
                    x: -implicitWidth / 2
                    y: 12
                    visible: tick.x > 30 && tick.x < timeline.width - 30
                    text: tick.words
                    wrapMode: Text.NoWrap
                    font.pixelSize: 20
                    color: Theme.quiet
                }
            }
        }
        SkeinView {
            anchors.fill: parent
            page: timeline.page
            part: "whole"
            tones: Theme.lanes
            ground: Theme.gauze
        }
        Repeater {
            model: timeline.page.labels

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
                Accessible.onPressAction: timeline.page.take(label.id)

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
                Row {
                    id: words

                    y: -4
                    spacing: 10

                    Txt {
                        id: labelYear

                        title: true
                        text: label.year
                        wrapMode: Text.NoWrap
                        font.pixelSize: 30
                    }
                    Txt {
                        anchors.baseline: labelYear.baseline
                        text: label.title
                        wrapMode: Text.NoWrap
                        font.pixelSize: 23
                        font.weight: Font.Medium
                        color: label.tone
                    }
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
            model: timeline.page.lanes

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
        Txt {
            objectName: "earlier"
            x: 122
            y: timeline.page.middleY + 40
            visible: text !== ""
            width: timeline.portrait ? 300 : 430
            text: timeline.page.earlier
            voice: true
            font.pixelSize: 26
            leading: 1.5

            TapHandler {
                onTapped: timeline.page.take_earlier()
            }
        }
        Rectangle {
            y: timeline.page.axisY
            width: parent.width
            height: Theme.hairline
            color: Theme.gauzeLine
        }

        TapHandler {
            onTapped: point => timeline.page.pick(point.position.x, point.position.y)
        }
    }
    DragHandler {
        property real last: 0

        target: null
        yAxis.enabled: false
        onActiveChanged: last = 0
        onActiveTranslationChanged: {
            if (timeline.isYear ? Math.abs(activeTranslation.x - last) < timeline.width * 0.2 : !active)
                return;
            timeline.page.pan(activeTranslation.x - last);
            last = activeTranslation.x;
        }
    }
    PinchHandler {
        id: pinch

        property real reached: 1

        target: null
        onActiveChanged: {
            if (!active)
                timeline.page.pinch(reached, centroid.position.x);
            reached = 1;
        }
        onActiveScaleChanged: if (active) reached = activeScale
    }

    Loader {
        anchors { left: parent.left; right: parent.right; top: parent.top }
        height: timeline.floor
        active: timeline.isYear
        sourceComponent: YearView {
            kiosk: timeline.kiosk
            page: timeline.page
            portrait: timeline.portrait
        }
    }

    MiniMap {
        visible: !timeline.isWhole
        y: timeline.floor - height
        width: parent.width
        page: timeline.page
    }
    Txt {
        x: Theme.edge
        y: timeline.floor - 48
        visible: timeline.isWhole
        text: Words.of("timeline-hint")
        wrapMode: Text.NoWrap
        font.pixelSize: 20
        color: Theme.quiet
    }
    Txt {
        anchors { right: parent.right; rightMargin: Theme.edge }
        y: timeline.floor - 48
        visible: timeline.isWhole && !timeline.portrait
        text: Words.of("timeline-scale")
        wrapMode: Text.NoWrap
        font.pixelSize: 20
        color: Theme.quiet
    }

    Loader {
        anchors { left: parent.left; right: parent.right; top: parent.top }
        height: timeline.base
        active: timeline.page.picked.count > 0
        sourceComponent: EventSheet {
            kiosk: timeline.kiosk
            page: timeline.page
        }
    }
}
