pragma ComponentBehavior: Bound
import QtQuick
import Hall.Models

// The countdown: the page stays visible behind, the thread unwinds along the foot.
Rectangle {
    id: idle

    required property KioskController kiosk
    readonly property bool coversPage: true

    color: Theme.veil

    Shield {
        onClicked: idle.kiosk.touch()
    }
    Column {
        anchors.centerIn: parent
        width: parent.width - Theme.edge * 2
        spacing: 20

        Txt {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: Words.of("still-there")
            title: true
            font.pixelSize: 112
        }
        Txt {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: Words.of("still-there-other") + "  " + Words.put("seconds-left", "seconds", idle.kiosk.secondsLeft.toString())
            voice: true
            font.pixelSize: 38
            leading: 1.3
            color: Theme.quiet
        }
        Item {
            width: 1
            height: Theme.s2
        }
        Key {
            objectName: "stay"
            anchors.horizontalCenter: parent.horizontalCenter
            primary: true
            width: 420
            height: 104
            size: 36
            label: Words.of("stay")
            onClicked: idle.kiosk.touch()
        }
    }
    Strands {
        anchors { bottom: parent.bottom; bottomMargin: 12 }
        ends: 2
        width: parent.width * idle.kiosk.secondsLeft / Math.max(1, idle.kiosk.countdown)

        Behavior on width {
            enabled: !Theme.still
            NumberAnimation { duration: 1000 }
        }
    }
}
