pragma ComponentBehavior: Bound
import QtQuick

// The one control of the kiosk: icon, label or both. Its states are lines, never glow.
Item {
    id: key

    property string label: ""
    property string icon: ""
    property string description: label
    property bool primary: false
    property bool selected: false
    property bool off: false
    property bool bare: false
    property color fg: Theme.rawSilk
    property color line: Theme.gauzeLine
    property color fill: "transparent"
    property color thread: Theme.silk
    property color iconTint: primary ? Theme.inkOnSilk : fg === Theme.ink ? Theme.ink : thread
    property int size: Theme.small
    property int padding: label ? 28 : 18
    readonly property bool isPressed: tap.pressed

    signal clicked

    implicitWidth: Math.max(Theme.target, row.implicitWidth + padding * 2)
    implicitHeight: Theme.target
    opacity: off ? 0.38 : 1
    activeFocusOnTab: true
    Accessible.role: Accessible.Button
    Accessible.name: description
    Accessible.selected: selected
    Accessible.onPressAction: key.clicked()
    Keys.onReturnPressed: key.clicked()
    Keys.onSpacePressed: key.clicked()

    Rectangle {
        anchors.fill: parent
        radius: Theme.radius
        color: key.primary ? Theme.silk : key.fill
        border.width: key.isPressed ? 4 : key.primary || (key.bare && !Theme.highContrast) ? 0 : Theme.highContrast ? 3 : 1.5
        border.color: key.isPressed || key.selected ? key.thread : key.line
    }
    Rectangle {
        anchors.fill: parent
        radius: Theme.radius
        visible: key.isPressed
        color: key.fg
        opacity: 0.06
    }
    Rectangle {
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
        visible: key.selected
        height: 6
        color: key.thread
    }
    Rectangle {
        anchors { fill: parent; margins: -8 }
        visible: key.activeFocus
        color: "transparent"
        radius: Theme.radius + 4
        border.width: 4
        border.color: Theme.rawSilk
    }

    Row {
        id: row

        anchors.centerIn: parent
        spacing: Theme.s2

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            visible: key.icon !== ""
            name: key.icon
            tint: key.iconTint
        }
        Txt {
            anchors.verticalCenter: parent.verticalCenter
            objectName: "keyLabel"
            visible: key.label !== ""
            text: key.label
            wrapMode: Text.NoWrap
            font.pixelSize: key.size
            font.weight: Font.Medium
            color: key.primary ? Theme.inkOnSilk : key.fg
            Accessible.ignored: true
        }
    }

    TapHandler {
        id: tap

        enabled: !key.off
        onTapped: key.clicked()
    }
}
