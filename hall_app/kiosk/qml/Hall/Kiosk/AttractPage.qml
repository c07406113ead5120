pragma ComponentBehavior: Bound
import QtQuick
import Hall.Models

// The hall at rest: the skein, one sentence, one ring. The whole screen is the button.
PageFrame {
    id: attract

    required property AttractPageModel page
    readonly property int side: portrait ? Theme.edge : 104

    onWidthChanged: if (page) page.lay(width + 120, height)
    onHeightChanged: if (page) page.lay(width + 120, height)
    Component.onCompleted: page.lay(width + 120, height)
    Accessible.role: Accessible.Button
    Accessible.name: attract.page.touch
    Accessible.onPressAction: attract.kiosk.open("home")

    Rectangle {
        anchors.fill: parent
        color: Theme.gauze
    }
    SkeinView {
        width: parent.width + 120
        height: parent.height
        page: attract.page
        part: "attract"
        tones: Theme.lanes
        ground: Theme.gauze

        SequentialAnimation on x {
            running: !Theme.still && !Theme.reducedMotion
            loops: Animation.Infinite

            NumberAnimation { from: 0; to: -120; duration: 20000 }
            NumberAnimation { from: -120; to: 0; duration: 20000 }
        }
    }
    Rectangle {
        // Keeps the sentence clear of the strands.
        width: attract.portrait ? parent.width : parent.width * 0.58
        height: attract.portrait ? parent.height * 0.5 : parent.height
        visible: !Theme.highContrast
        gradient: Gradient {
            orientation: attract.portrait ? Gradient.Vertical : Gradient.Horizontal
            GradientStop { position: 0; color: Qt.alpha(Theme.gauze, 0.98) }
            GradientStop { position: 0.55; color: Qt.alpha(Theme.gauze, 0.86) }
            GradientStop { position: 1; color: Qt.alpha(Theme.gauze, 0) }
        }
    }
    Column {
        x: attract.side
        y: attract.portrait ? 160 : 76
        width: attract.width - x - Theme.edge
        spacing: 18

        Txt {
            title: true
            text: attract.kiosk.hallTitle
            font.pixelSize: 38
            color: Theme.silk
        }
        Txt {
            objectName: "sentence"
            width: parent.width
            title: true
            text: attract.page.sentence
            font.pixelSize: attract.portrait ? (/[A-Za-z]/.test(text) ? 96 : 132) : /[A-Za-z]/.test(text) ? 124 : Theme.t0
            leading: 1.24
        }
        Txt {
            width: parent.width
            text: attract.page.secondSentence
            font.pixelSize: 36
            color: Theme.silk
        }
    }
    Rectangle {
        visible: !Theme.highContrast && attract.portrait
        anchors.bottom: parent.bottom
        width: parent.width
        height: 460
        gradient: Gradient {
            GradientStop { position: 0; color: Qt.alpha(Theme.gauze, 0) }
            GradientStop { position: 0.45; color: Qt.alpha(Theme.gauze, 0.86) }
            GradientStop { position: 1; color: Qt.alpha(Theme.gauze, 0.96) }
        }
    }
    Row {
        x: attract.side
        y: attract.height - 164 - (attract.portrait ? 60 : 0)
        spacing: 32

        Rectangle {
            anchors.verticalCenter: parent.verticalCenter
            width: 84
            height: 84
            radius: 42
            color: "transparent"
            border.width: 3
            border.color: Theme.silk

            Rectangle {
                id: dot

                anchors.centerIn: parent
                width: 22
                height: 22
                radius: 11
                color: Theme.silk

                SequentialAnimation on scale {
                    running: !Theme.still && !Theme.reducedMotion
                    loops: Animation.Infinite

                    NumberAnimation { to: 1.5; duration: 1400; easing.type: Easing.InOutCubic }
                    NumberAnimation { to: 1; duration: 1400; easing.type: Easing.InOutCubic }
                }
            }
        }
        Column {
            anchors.verticalCenter: parent.verticalCenter
            spacing: 4

            Txt {
                text: attract.page.touch
                voice: true
                wrapMode: Text.NoWrap
                font.pixelSize: 44
            }
            Txt {
                text: attract.page.secondTouch
                wrapMode: Text.NoWrap
                font.pixelSize: 24
                color: Theme.quiet
            }
        }
    }
    Timer {
        interval: 12000
        repeat: true
        running: !Theme.still
        onTriggered: attract.page.turn()
    }
    TapHandler {
        objectName: "begin"
        onTapped: attract.kiosk.open("home")
    }
}
