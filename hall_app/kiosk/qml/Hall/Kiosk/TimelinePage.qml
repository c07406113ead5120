pragma ComponentBehavior: Bound
import QtQuick
import Hall.Models

// The timeline: four zooms of one skein. Pinch, drag, touch an end.
PageFrame {
    id: timeline

    required property TimelinePageModel page
    readonly property bool isWhole: page.level === 0
    readonly property bool isYear: page.level === 3
    readonly property int headingSize: isYear && !portrait ? 104 : Theme.latin || heading.text.length > 8 ? 60 : 76

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
        width: timeline.portrait ? timeline.width - Theme.edge * 2 : Math.min(Math.ceil(measure.advanceWidth) + 2, 560)
        title: true
        text: timeline.isYear ? timeline.page.yearWords : timeline.page.title
        wrapMode: Text.NoWrap
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: 30
        font.pixelSize: timeline.headingSize
        height: 100
        verticalAlignment: Text.AlignVCenter

        TextMetrics {
            id: measure

            font.family: Theme.serif
            font.weight: Font.DemiBold
            font.pixelSize: timeline.headingSize
            text: heading.text
        }
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
            visible: text !== "" && (timeline.portrait ? timeline.page.span === "" : Theme.textScale <= 1.25)
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
                width: timeline.portrait ? (timeline.isWhole ? 222 : 178) : Math.max(Theme.latin ? 148 : 132, implicitWidth)
                padding: 12
                bare: true
                label: Words.of(modelData)
                selected: timeline.page.level === index
                fg: selected ? Theme.silk : Theme.quiet
                onClicked: timeline.page.zoom(index)
            }
        }
    }

    StretchView {
        width: parent.width
        height: timeline.page.axisY
        visible: !timeline.isYear
        page: timeline.page
        portrait: timeline.portrait
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
