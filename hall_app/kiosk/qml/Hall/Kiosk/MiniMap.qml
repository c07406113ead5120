pragma ComponentBehavior: Bound
import QtQuick
import Hall.Models

// The whole skein, small; its window shows what is in view and is dragged along.
Rectangle {
    id: mini

    required property TimelinePageModel page

    objectName: "miniMap"
    height: 112
    color: Theme.gauzeDeep

    SkeinView {
        anchors.fill: parent
        page: mini.page
        part: "mini"
        tones: Theme.lanes
        ground: Theme.gauzeDeep
    }
    Rectangle {
        x: mini.page.miniX
        y: 4
        width: mini.page.miniWidth
        height: parent.height - 8
        color: Qt.alpha(Theme.silk, 0.18)
        border.width: 2
        border.color: Theme.silk
    }
    Txt {
        x: 16
        anchors { bottom: parent.bottom; bottomMargin: 6 }
        text: "1400"
        font.pixelSize: 20
        color: Theme.quiet
    }
    Txt {
        anchors { right: parent.right; rightMargin: 16; top: parent.top; topMargin: 6 }
        text: Words.of("today")
        font.pixelSize: 20
        color: Theme.quiet
    }
    DragHandler {
        target: null
        onCentroidChanged: if (active) mini.page.jump(centroid.position.x)
    }
    TapHandler {
        onTapped: point => mini.page.jump(point.position.x)
    }
}
