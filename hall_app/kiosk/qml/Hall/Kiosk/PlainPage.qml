pragma ComponentBehavior: Bound
import QtQuick
import Hall.Models

// What stands on the screen while no release has come: plain words on the thread.
PageFrame {
    id: plain

    required property PlainPageModel page

    Strands {
        anchors { left: parent.left; right: parent.right; verticalCenter: parent.verticalCenter; verticalCenterOffset: 96 }
        ends: 5
        color: Theme.railThread
        spacing: 6
    }
    Column {
        x: Theme.edge + 32
        anchors { verticalCenter: parent.verticalCenter; verticalCenterOffset: -96 }
        width: parent.width - x - Theme.edge
        spacing: Theme.s3

        Txt {
            text: plain.kiosk.hallTitle
            title: true
            font.pixelSize: 38
            color: Theme.silk
        }
        Txt {
            objectName: "noRelease"
            width: parent.width
            text: Words.of("no-release")
            title: true
            font.pixelSize: plain.portrait || Theme.latin ? 72 : 104
            leading: 1.24
        }
        Txt {
            width: parent.width
            text: Words.of("no-release-note")
            voice: true
            font.pixelSize: 38
            color: Theme.quiet
        }
    }
}
