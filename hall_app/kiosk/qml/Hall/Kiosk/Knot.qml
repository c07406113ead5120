pragma ComponentBehavior: Bound
import QtQuick

// One dated story on the thread; filled where the visitor is.
Rectangle {
    id: knot

    property color thread: Theme.silk
    property color ground: Theme.gauze
    property bool isHere: false

    width: Theme.knot
    height: width
    radius: width / 2
    color: isHere ? thread : ground
    border.width: 3
    border.color: thread
}
