pragma ComponentBehavior: Bound
import QtQuick

// More lies past this edge of a view: what is there fades, and an arrow leads on to it.
Item {
    id: more

    required property Flickable view
    property bool isAcross: false
    property color ground: Theme.gauze
    property color arrow: Theme.silk
    readonly property bool isThere: isAcross ? view.contentWidth > view.width + 4 && !view.atXEnd : view.contentHeight > view.height + 4 && !view.atYEnd
    readonly property real reach: isAcross ? view.contentWidth - view.width + view.originX : view.contentHeight - view.height + view.originY

    visible: isThere
    width: isAcross ? 152 : view.width
    height: isAcross ? view.height : Math.min(96, view.height / 2)

    Rectangle {
        anchors.fill: parent
        gradient: Gradient {
            orientation: more.isAcross ? Gradient.Horizontal : Gradient.Vertical
            GradientStop { position: 0; color: Qt.alpha(more.ground, 0) }
            GradientStop { position: 0.62; color: Qt.alpha(more.ground, 0.96) }
            GradientStop { position: 1; color: more.ground }
        }
    }
    Item {
        objectName: "scrollOn"
        anchors {
            horizontalCenter: more.isAcross ? undefined : parent.horizontalCenter
            right: more.isAcross ? parent.right : undefined
            verticalCenter: more.isAcross ? parent.verticalCenter : undefined
            bottom: more.isAcross ? undefined : parent.bottom
        }
        width: more.isAcross ? 104 : Theme.target
        height: more.isAcross ? Math.min(more.height, 132) : 72
        Accessible.role: Accessible.Button
        Accessible.name: Words.of(more.isAcross ? "next-part" : "more")
        Accessible.onPressAction: lead.start()

        Icon {
            anchors {
                horizontalCenter: parent.horizontalCenter
                verticalCenter: more.isAcross ? parent.verticalCenter : undefined
                bottom: more.isAcross ? undefined : parent.bottom
                bottomMargin: 4
            }
            name: more.isAcross ? "next" : "down"
            tint: more.arrow
        }
        TapHandler {
            onTapped: lead.start()
        }
    }
    NumberAnimation {
        id: lead

        target: more.view
        property: more.isAcross ? "contentX" : "contentY"
        to: Math.min(more.reach, more.isAcross ? more.view.contentX + more.view.width * 0.7 : more.view.contentY + more.view.height * 0.7)
        duration: Theme.calm
        easing.type: Easing.OutCubic
    }
}
