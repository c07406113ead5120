pragma ComponentBehavior: Bound
import QtQuick

// Keeps a touch from what lies beneath: handlers under it would hear the same tap.
MouseArea {
    anchors.fill: parent
    acceptedButtons: Qt.AllButtons
}
