pragma ComponentBehavior: Bound
import QtQuick

// An icon of the house, drawn as one thread, in any colour.
Image {
    id: icon

    required property string name
    property color tint: Theme.silk

    width: 40
    height: 40
    source: name === "" ? "" : Theme.icon(name, tint)
    sourceSize: Qt.size(Math.ceil(width * Theme.density), Math.ceil(height * Theme.density))
    Accessible.ignored: true
}
