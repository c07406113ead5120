pragma ComponentBehavior: Bound
import QtQuick
import Hall.Models

// Stories knotted on a line, each a way on.
Item {
    id: line

    required property KioskController kiosk
    required property Rows knots
    property color ink: Theme.rawSilk
    property color thread: Theme.silk
    property color threadText: Theme.silk
    property color ground: Theme.gauze
    property int limit: 4
    property int cell: Math.floor(width / Math.max(1, Math.min(4, knots.count)))

    implicitHeight: 168
    visible: knots.count > 0

    Rectangle {
        y: 10
        width: parent.width
        height: 2
        color: line.thread
        opacity: 0.7
    }
    Row {
        Repeater {
            model: line.knots

            delegate: Item {
                id: knot

                required property string id
                required property string mark
                required property string title

                required property int index

                objectName: "knot"
                visible: index < line.limit
                width: line.cell
                height: line.height
                Accessible.role: Accessible.Button
                Accessible.name: title
                Accessible.onPressAction: line.kiosk.open(knot.id)

                Knot {
                    thread: line.thread
                    ground: line.ground
                    isHere: tap.pressed
                }
                Txt {
                    y: 30
                    width: parent.width - 20
                    title: true
                    text: knot.mark
                    wrapMode: Text.NoWrap
                    fontSizeMode: Text.HorizontalFit
                    minimumPixelSize: 24
                    font.pixelSize: 38
                    color: line.threadText
                }
                Txt {
                    y: 86
                    room: parent.width - 20
                    height: line.height - y
                    text: knot.title
                    fontSizeMode: Text.Fit
                    minimumPixelSize: 20
                    font.pixelSize: Theme.small
                    font.weight: Font.Medium
                    leading: 1.3
                    color: line.ink
                }
                TapHandler {
                    id: tap

                    onTapped: line.kiosk.open(knot.id)
                }
            }
        }
    }
}
