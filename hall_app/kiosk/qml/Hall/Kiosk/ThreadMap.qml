pragma ComponentBehavior: Bound
import QtQuick
import Hall.Models

// Where you are: the thread, gaining one end in each gallery. Touch a stretch to go there.
Row {
    id: map

    required property KioskController kiosk
    property int cell: 100
    property bool showsNames: true

    Repeater {
        model: map.kiosk.galleries

        delegate: Item {
            id: stretch

            required property string id
            required property string slug
            required property string title
            required property int ends
            readonly property bool isHere: slug === map.kiosk.here

            objectName: "thread-" + slug
            width: map.cell
            height: 84
            Accessible.role: Accessible.Button
            Accessible.name: title
            Accessible.onPressAction: map.kiosk.open(stretch.id)

            Strands {
                anchors { bottom: parent.bottom; bottomMargin: 14 - stretch.ends }
                width: parent.width
                ends: stretch.ends
                color: stretch.isHere ? Theme.silk : Theme.railThread
            }
            Txt {
                anchors { top: parent.top; topMargin: 10; horizontalCenter: map.showsNames ? parent.horizontalCenter : undefined }
                x: Math.max(-stretch.x, Math.min(0, map.cell * 5 - stretch.x - implicitWidth))
                visible: map.showsNames || stretch.isHere
                text: stretch.title
                wrapMode: Text.NoWrap
                font.pixelSize: 20
                font.weight: stretch.isHere ? Font.Bold : Font.Normal
                color: stretch.isHere ? Theme.silk : Theme.quiet
                Accessible.ignored: true
            }
            TapHandler {
                onTapped: map.kiosk.open(stretch.id)
            }
        }
    }
}
