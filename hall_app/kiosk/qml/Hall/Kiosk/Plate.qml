pragma ComponentBehavior: Bound
import QtQuick
import Hall.Models

// A picture on its ground; where there is none the ground says so, never a broken frame.
Item {
    id: plate

    required property KioskController kiosk
    property string media: ""
    property string drawn: "" // drawn on the spot where there is no picture
    property string gallery: ""
    property int fillMode: Image.PreserveAspectCrop
    property int alignX: Image.AlignHCenter
    property int alignY: Image.AlignVCenter
    property bool hasGround: true
    property bool saysMissing: true
    property string description: ""
    property string note: "" // what it shows, whose it is, that it is drawn
    // What a person framed for a place of this shape; empty where the picture is shown by its middle.
    readonly property rect part: fillMode === Image.PreserveAspectCrop && media !== "" && width > 0 && height > 0 ? kiosk.frame(media, width / height) : Qt.rect(0, 0, 0, 0)
    readonly property bool isFramed: part.width > 0
    readonly property real stretch: isFramed ? 1 / Math.min(part.width, part.height) : 1
    readonly property bool isThere: picture.status === Image.Ready || picture.status === Image.Loading

    clip: true
    Accessible.role: Accessible.Graphic
    Accessible.name: description

    Rectangle {
        anchors.fill: parent
        visible: plate.hasGround
        gradient: Gradient {
            GradientStop { position: 0; color: Theme.deep(plate.gallery) }
            GradientStop { position: 0.5; color: Theme.mid(plate.gallery) }
            GradientStop { position: 1; color: Theme.high(plate.gallery) }
        }
    }

    Image {
        id: picture

        x: plate.isFramed ? -plate.part.x * width : 0
        y: plate.isFramed ? -plate.part.y * height : 0
        width: plate.isFramed ? plate.width / plate.part.width : plate.width
        height: plate.isFramed ? plate.height / plate.part.height : plate.height
        source: plate.width < 1 ? "" : plate.media === "" ? plate.drawn : plate.kiosk.picture(plate.media, Math.ceil(Math.max(plate.width, plate.height) * Math.min(plate.stretch, 4) * Theme.density))
        fillMode: plate.isFramed ? Image.Stretch : plate.fillMode
        horizontalAlignment: plate.alignX
        verticalAlignment: plate.alignY
        asynchronous: !Theme.still
        sourceSize: plate.media === "" && plate.drawn !== "" ? Qt.size(Math.ceil(plate.width * Theme.density), Math.ceil(plate.height * Theme.density)) : undefined
    }

    Rectangle {
        anchors { right: parent.right; top: parent.top }
        visible: noteWords.text !== "" && plate.isThere
        width: noteWords.width + 24
        height: 40
        color: Theme.label

        Txt {
            id: noteWords

            anchors.centerIn: parent
            width: Math.min(implicitWidth, plate.width - 72)
            text: plate.note
            wrapMode: Text.NoWrap
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: 14
            font.pixelSize: 20
        }
    }
    Column {
        visible: plate.saysMissing && !plate.isThere
        anchors.centerIn: parent
        spacing: Theme.s2

        Strands {
            anchors.horizontalCenter: parent.horizontalCenter
            ends: 3
            width: Math.min(120, plate.width * 0.5)
            color: Theme.thread(plate.gallery)
        }
        Txt {
            anchors.horizontalCenter: parent.horizontalCenter
            width: Math.min(implicitWidth, plate.width - 16)
            horizontalAlignment: Text.AlignHCenter
            text: Words.of("picture-coming")
            voice: true
            font.pixelSize: Theme.small
            color: Theme.text(plate.gallery)
        }
    }
}
