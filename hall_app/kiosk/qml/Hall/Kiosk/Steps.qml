pragma ComponentBehavior: Bound
import QtQuick
import Hall.Models

// Back and on along the walk.
Row {
    id: steps

    required property KioskController kiosk
    required property string previousRef
    required property string nextRef
    property string gallery: ""
    property color fg: Theme.text(gallery)
    property real room: Infinity
    readonly property int keyWidth: Math.min(Theme.lowReach ? 300 : 200, Math.floor((room - spacing) / 2))

    spacing: Theme.s2
    height: Theme.target
    visible: previousRef !== "" || nextRef !== ""

    Key {
        objectName: "previousStop"
        width: steps.keyWidth
        off: steps.previousRef === ""
        icon: "previous"
        label: Words.of("previous")
        fg: steps.fg
        iconTint: Theme.threadText(steps.gallery)
        thread: Theme.thread(steps.gallery)
        line: Theme.controlLine(steps.gallery)
        onClicked: steps.kiosk.open(steps.previousRef)
    }
    Key {
        objectName: "nextStop"
        width: steps.keyWidth
        off: steps.nextRef === ""
        icon: "next"
        label: Words.of("next")
        fg: steps.fg
        iconTint: Theme.threadText(steps.gallery)
        thread: Theme.thread(steps.gallery)
        line: Theme.controlLine(steps.gallery)
        onClicked: steps.kiosk.open(steps.nextRef)
    }
}
