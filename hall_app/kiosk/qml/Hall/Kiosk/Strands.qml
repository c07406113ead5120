pragma ComponentBehavior: Bound
import QtQuick

// n parallel ends of silk: way-finding, rules, underlines, the countdown.
Column {
    id: strands

    required property int ends
    property color color: Theme.silk

    spacing: 3

    Repeater {
        model: strands.ends

        delegate: Rectangle {
            width: strands.width
            height: 2
            color: strands.color
        }
    }
}
