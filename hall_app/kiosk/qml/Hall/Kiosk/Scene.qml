pragma ComponentBehavior: Bound
import QtQuick
import Hall.Models

// The whole screen: a stage with a short side of 1080, fitted to whatever it is shown on.
Item {
    id: scene

    required property KioskController kiosk
    property real pixelRatio: 1
    readonly property real unit: Math.max(0.01, Math.min(width, height) / 1080)
    readonly property bool portrait: height > width
    readonly property bool hasRail: kiosk.form !== "Attract" && kiosk.form !== "Plain"

    Binding { target: Words; property: "kiosk"; value: scene.kiosk }
    Binding { target: Words; property: "language"; value: scene.kiosk.language }
    Binding { target: Theme; property: "latin"; value: scene.kiosk.language === "en" }
    Binding { target: Theme; property: "highContrast"; value: scene.kiosk.highContrast }
    Binding { target: Theme; property: "lowReach"; value: scene.kiosk.lowReach }
    Binding { target: Theme; property: "reducedMotion"; value: scene.kiosk.reducedMotion }
    Binding { target: Theme; property: "still"; value: scene.kiosk.still }
    Binding { target: Theme; property: "textScale"; value: scene.kiosk.textScale }
    Binding { target: Theme; property: "density"; value: scene.unit * scene.pixelRatio }

    Rectangle {
        anchors.fill: parent
        color: Theme.gauze
    }
    Item {
        id: stage

        objectName: "stage"
        width: scene.width / scene.unit
        height: scene.height / scene.unit
        scale: scene.unit
        transformOrigin: Item.TopLeft

        PointHandler {
            acceptedButtons: Qt.LeftButton
            onActiveChanged: if (active) scene.kiosk.touch()
        }
        PageStack {
            anchors.fill: parent
            kiosk: scene.kiosk
        }
        Rail {
            anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
            visible: scene.hasRail
            portrait: scene.portrait
            kiosk: scene.kiosk
        }
        Item {
            // Held for two seconds, the lower edge brings every control within reach.
            anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
            height: Theme.s3

            TapHandler {
                longPressThreshold: 2
                onLongPressed: scene.kiosk.toggle("low")
            }
        }
        Loader {
            anchors.fill: parent
            active: scene.kiosk.isAccessOpen
            sourceComponent: AccessSheet {
                kiosk: scene.kiosk
            }
        }
        Loader {
            anchors.fill: parent
            active: scene.kiosk.secondsLeft > 0
            sourceComponent: IdleSheet {
                kiosk: scene.kiosk
            }
        }
    }
    Timer {
        interval: 1000
        repeat: true
        running: !scene.kiosk.still
        onTriggered: scene.kiosk.second()
    }
}
