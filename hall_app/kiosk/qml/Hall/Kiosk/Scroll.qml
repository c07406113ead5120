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
    readonly property bool hasMore: more.isThere

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
    More {
        id: more

        anchors.bottom: parent.bottom
        view: flick
        ground: scroll.ground
        arrow: scroll.arrow
    }
}
