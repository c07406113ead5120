pragma ComponentBehavior: Bound
import QtQuick
import Hall.Models

// Before and after of one thing: a thread between them follows the finger.
PageFrame {
    id: compare

    required property ComparePageModel page
    readonly property string slug: page.gallery
    readonly property int headHeight: portrait ? Math.max(520, head.y + head.height + Theme.s3) : 0
    property real cut: 0.56

    Rectangle {
        anchors.fill: parent
        color: Theme.deep(compare.slug)
    }
    Item {
        id: stage

        y: compare.headHeight
        width: parent.width
        height: compare.base - y

        Plate {
            id: later

            anchors.fill: parent
            kiosk: compare.kiosk
            media: compare.page.after
            saysMissing: false
            gallery: compare.slug
            description: compare.page.afterWords
        }
        Item {
            width: stage.width * compare.cut
            height: parent.height
            clip: true

            Plate {
                id: earlier

                width: stage.width
                height: stage.height
                kiosk: compare.kiosk
                media: compare.page.before
                saysMissing: false
                gallery: compare.slug
                description: compare.page.beforeWords
            }
        }
        Row {
            x: stage.width * compare.cut - width / 2
            height: parent.height
            spacing: 4

            Repeater {
                model: Math.max(2, compare.page.ends)

                delegate: Rectangle {
                    width: 2
                    height: stage.height
                    color: Theme.silk
                }
            }
        }
        Rectangle {
            objectName: "divider"
            x: stage.width * compare.cut - width / 2
            y: parent.height / 2 - height / 2
            width: 96
            height: 96
            radius: 48
            color: Theme.gauze
            border.width: 3
            border.color: Theme.silk

            Icon {
                anchors.centerIn: parent
                name: "compare"
                width: 48
                height: 48
            }
        }
        DragHandler {
            target: null
            yAxis.enabled: false
            onCentroidChanged: if (active) compare.cut = Math.max(0.06, Math.min(0.94, centroid.position.x / stage.width))
        }
        TapHandler {
            onTapped: point => compare.cut = Math.max(0.06, Math.min(0.94, point.position.x / stage.width))
        }

        component Tag: Rectangle {
            id: tag

            property string words: ""
            property int room: 500

            width: Math.min(room, measure.advanceWidth + 48)
            height: label.implicitHeight + 24
            color: Theme.label
            visible: room > 160

            TextMetrics {
                id: measure

                font: label.font
                text: tag.words
            }
            Txt {
                id: label

                anchors.centerIn: parent
                width: parent.width - 40
                text: tag.words
                font.pixelSize: Theme.small
                font.weight: Font.Medium
                leading: 1.3
            }
        }
        Tag {
            x: Theme.edge
            anchors { bottom: parent.bottom; bottomMargin: 32 }
            room: Math.min(620, stage.width * compare.cut - Theme.edge - 40)
            words: earlier.isThere ? compare.page.beforeWords : Words.of("picture-coming")
        }
        Tag {
            anchors { right: parent.right; rightMargin: Theme.edge; bottom: parent.bottom; bottomMargin: 32 }
            room: Math.min(620, stage.width * (1 - compare.cut) - Theme.edge - 40)
            words: later.isThere ? compare.page.afterWords : Words.of("picture-coming")
        }
    }
    Rectangle {
        visible: !compare.portrait
        width: head.width + Theme.edge + 48
        height: head.height + Theme.edge + 32
        color: Qt.alpha(Theme.deep(compare.slug), 0.92)
    }
    Column {
        id: head

        x: Theme.edge
        y: 56
        width: compare.portrait ? compare.width - Theme.edge * 2 : 640 * Math.min(1.3, Theme.textScale)
        spacing: 14

        Eyebrow {
            width: parent.width
            words: [compare.page.endsName, compare.page.galleryTitle].filter(part => part !== "").join(" · ")
            ends: compare.page.ends
            color: Theme.threadText(compare.slug)
        }
        Txt {
            objectName: "pageTitle"
            room: parent.width
            title: true
            text: compare.page.title
            font.pixelSize: text.length > 12 || Theme.latin ? 50 : 64
            leading: 1.2
            color: Theme.text(compare.slug)
        }
        Txt {
            width: parent.width
            visible: text !== ""
            text: compare.page.body
            font.pixelSize: Theme.small + 2
            leading: 1.5
            color: Theme.text(compare.slug)
        }
        Txt {
            width: parent.width
            text: Words.of("compare-hint")
            voice: true
            font.pixelSize: 26
            color: Theme.threadText(compare.slug)
        }
    }
}
