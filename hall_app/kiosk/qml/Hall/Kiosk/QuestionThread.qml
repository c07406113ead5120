pragma ComponentBehavior: Bound
import QtQuick
import Hall.Models

// The questions of a quiz on their thread: the one now put is larger, filled are those answered right.
Item {
    id: line

    required property Rows questions
    required property int here
    property color thread: Theme.silk
    property color ground: Theme.gauze

    implicitWidth: knots.width
    implicitHeight: knots.height
    Accessible.ignored: true

    Rectangle {
        anchors.verticalCenter: parent.verticalCenter
        width: parent.width
        height: 2
        color: line.thread
    }
    Row {
        id: knots

        spacing: Theme.s4

        Repeater {
            model: line.questions

            delegate: Item {
                id: cell

                required property bool isRight
                required property int index

                objectName: "questionKnot"
                width: Theme.knot * 1.5
                height: width

                Knot {
                    anchors.centerIn: parent
                    width: cell.index === line.here ? cell.width : Theme.knot
                    thread: line.thread
                    ground: line.ground
                    isHere: cell.isRight
                }
            }
        }
    }
}
