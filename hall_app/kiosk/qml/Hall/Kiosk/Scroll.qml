pragma ComponentBehavior: Bound
import QtQuick

// Words longer than their room: they fade at the foot and an arrow says that there is more.
Item {
    id: scroll

    default property alias content: column.data
    property alias spacing: column.spacing
    property color ground: Theme.gauze
    property color arrow: Theme.silk
    // A long text is read by scrolling, so the check that words fit looks past it.
    readonly property bool hasMore: flick.contentHeight > flick.height + 4 && !flick.atYEnd

    Flickable {
        id: flick

        objectName: "scroll"
        anchors.fill: parent
        contentHeight: column.height > height ? column.height + 56 : column.height
        clip: true
        boundsBehavior: Flickable.StopAtBounds

        Column {
            id: column

            width: scroll.width
        }
    }
    Rectangle {
        visible: scroll.hasMore
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
        height: Math.min(96, parent.height / 2)
        gradient: Gradient {
            GradientStop { position: 0; color: Qt.alpha(scroll.ground, 0) }
            GradientStop { position: 0.62; color: Qt.alpha(scroll.ground, 0.96) }
            GradientStop { position: 1; color: scroll.ground }
        }
    }
    Item {
        objectName: "scrollOn"
        visible: scroll.hasMore
        anchors { horizontalCenter: parent.horizontalCenter; bottom: parent.bottom }
        width: Theme.target
        height: 72
        Accessible.role: Accessible.Button
        Accessible.name: Words.of("more")
        Accessible.onPressAction: flick.flick(0, -1400)

        Icon {
            anchors { horizontalCenter: parent.horizontalCenter; bottom: parent.bottom; bottomMargin: 4 }
            name: "down"
            tint: scroll.arrow
        }
        TapHandler {
            onTapped: flick.contentY = Math.min(flick.contentHeight - flick.height, flick.contentY + flick.height * 0.7)
        }
    }
}
