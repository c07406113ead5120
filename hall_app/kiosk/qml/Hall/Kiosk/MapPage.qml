pragma ComponentBehavior: Bound
import QtQuick
import Hall.Models

// A drawn map; its knots lead to records.
PageFrame {
    id: map

    required property MapPageModel page
    readonly property string slug: page.gallery
    readonly property color ink: Theme.text(slug)
    readonly property int column: portrait ? width : 620

    Rectangle {
        anchors.fill: parent
        gradient: Gradient {
            GradientStop { position: 0; color: Theme.deep(map.slug) }
            GradientStop { position: 1; color: Theme.mid(map.slug) }
        }
    }
    Item {
        id: sheet

        readonly property real roomX: map.portrait ? map.width : map.width - map.column
        readonly property real roomY: map.portrait ? map.base * 0.52 : map.base

        x: map.width - roomX + (roomX - width) / 2
        y: map.portrait ? heading.y + heading.height + 40 : (roomY - height) / 2
        width: Math.min(roomX, roomY * map.page.proportion)
        height: width / map.page.proportion

        Plate {
            anchors.fill: parent
            kiosk: map.kiosk
            media: map.page.image
            gallery: map.slug
            fillMode: Image.Stretch
            description: map.page.title
        }
        Repeater {
            model: map.page.points

            delegate: Item {
                id: point

                required property string id
                required property real across
                required property real down
                required property string title
                required property bool isHere

                objectName: "point"
                x: across * sheet.width
                y: down * sheet.height
                Accessible.role: Accessible.Button
                Accessible.name: title
                Accessible.onPressAction: map.page.choose(point.id)

                Knot {
                    x: -width / 2
                    y: -height / 2
                    width: point.isHere ? 34 : 26
                    thread: Theme.silk
                    isHere: point.isHere
                }
                Rectangle {
                    x: point.across > 0.86 ? -width - 24 : 24
                    y: -24
                    width: label.implicitWidth + 20
                    height: 48
                    color: Theme.label

                    Txt {
                        id: label

                        anchors.centerIn: parent
                        text: point.title
                        wrapMode: Text.NoWrap
                        font.pixelSize: 26
                        font.weight: Font.Medium
                        color: point.isHere ? Theme.silk : Theme.rawSilk
                    }
                    TapHandler {
                        margin: 14
                        onTapped: map.page.choose(point.id)
                    }
                }
                Item {
                    x: -42
                    y: -42
                    width: 84
                    height: 84

                    TapHandler {
                        onTapped: map.page.choose(point.id)
                    }
                }
            }
        }
    }
    Column {
        id: heading

        x: Theme.edge
        y: Theme.edge
        width: map.column - Theme.edge * (map.portrait ? 2 : 1) - (map.portrait ? 0 : 32)
        spacing: 20

        Eyebrow {
            width: parent.width
            words: [map.page.endsName, map.page.galleryTitle].filter(part => part !== "").join(" · ")
            ends: map.page.ends
            color: Theme.threadText(map.slug)
        }
        Txt {
            objectName: "pageTitle"
            room: parent.width
            title: true
            text: map.page.title
            font.pixelSize: map.portrait ? (Theme.latin ? 68 : Theme.t2) : text.length > 10 || Theme.latin ? 52 : 68
            leading: 1.2
            color: map.ink
        }
        Txt {
            width: parent.width
            visible: text !== "" && Theme.textScale <= 1.25
            text: map.page.body
            font.pixelSize: map.portrait ? Theme.body : Theme.small
            leading: 1.5
            color: map.ink
        }
    }
    Column {
        x: Theme.edge
        y: map.portrait ? sheet.y + sheet.height + 40 : map.base - height - 32
        width: map.column - Theme.edge * (map.portrait ? 2 : 1) - (map.portrait ? 0 : 32)
        spacing: 14

        Strands {
            width: parent.width
            ends: 1
            color: Theme.thread(map.slug)
        }
        Txt {
            objectName: "pointTitle"
            width: parent.width
            title: true
            text: map.page.pointTitle
            font.pixelSize: map.portrait ? 64 : 48
            color: Theme.threadText(map.slug)
        }
        Txt {
            width: parent.width
            visible: text !== "" && text !== map.page.pointTitle
            text: map.page.targetTitle
            font.pixelSize: map.portrait ? Theme.t4 : 28
            font.weight: Font.Medium
            leading: 1.3
            color: map.ink
        }
        Txt {
            width: parent.width
            height: Math.min(implicitHeight, 4 * font.pixelSize * 1.5)
            clip: true
            visible: text !== "" && lineCount <= 4
            text: map.page.targetWords
            font.pixelSize: map.portrait ? Theme.body : Theme.small
            leading: 1.5
            color: map.ink
        }
        Key {
            objectName: "openPoint"
            visible: map.page.target !== ""
            primary: true
            icon: "next"
            label: Words.of("map-open")
            onClicked: map.kiosk.open(map.page.target)
        }
    }
}
