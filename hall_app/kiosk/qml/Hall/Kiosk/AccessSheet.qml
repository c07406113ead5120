pragma ComponentBehavior: Bound
import QtQuick
import Hall.Models

// Help for reading and reaching, in the bottom third, each with its state in words.
Item {
    id: access

    required property KioskController kiosk
    readonly property bool coversPage: true
    readonly property bool portrait: height > width
    readonly property int columns: portrait ? 2 : 4
    readonly property real keyWidth: (panel.width - Theme.edge * 2 - Theme.s2 * (columns - 1)) / columns

    Rectangle {
        anchors { left: parent.left; right: parent.right; top: parent.top; bottom: panel.top }
        color: Qt.alpha(Theme.gauze, 0.6)

        Shield {
            onClicked: access.kiosk.showAccess(false)
        }
    }
    Rectangle {
        id: panel

        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
        height: content.implicitHeight + Theme.s4 * 2
        color: Theme.gauze

        Shield {}
        Strands {
            width: parent.width
            ends: 5
        }
        Column {
            id: content

            x: Theme.edge
            y: Theme.s4
            width: parent.width - Theme.edge * 2
            spacing: Theme.s3

            Txt {
                width: parent.width
                text: Words.of("access-title")
                voice: true
                font.pixelSize: 38
            }
            Grid {
                columns: access.columns
                spacing: Theme.s2

                Repeater {
                    model: ["larger", "contrast", "low", "motion"]

                    delegate: Key {
                        required property string modelData
                        readonly property bool isOn: modelData === "larger" ? access.kiosk.textScale > 1
                            : modelData === "contrast" ? access.kiosk.highContrast
                            : modelData === "low" ? access.kiosk.lowReach : access.kiosk.reducedMotion
                        readonly property string state_: modelData === "larger" && isOn ? "×" + access.kiosk.textScale : Words.of(isOn ? "on" : "off")

                        objectName: "help-" + modelData
                        width: access.keyWidth
                        height: 120
                        size: 30
                        fill: Theme.gauzeRaised
                        icon: ({ larger: "text-larger", contrast: "contrast", low: "low-reach", motion: "less-motion" })[modelData]
                        label: Words.of(modelData) + "  " + state_
                        selected: isOn
                        fg: isOn ? Theme.silk : Theme.rawSilk
                        onClicked: access.kiosk.toggle(modelData)
                    }
                }
            }
            Key {
                objectName: "help-close"
                width: parent.width
                label: Words.of("close")
                icon: "close"
                onClicked: access.kiosk.showAccess(false)
            }
        }
    }
}
