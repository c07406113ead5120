pragma ComponentBehavior: Bound
import QtQuick
import Hall.Models

// What the finger found on the timeline: the nearest story large, the others to choose from.
Item {
    id: sheet

    required property KioskController kiosk
    required property TimelinePageModel page
    readonly property bool coversPage: true
    readonly property bool portrait: parent ? parent.height > parent.width : false

    Rectangle {
        anchors.fill: parent
        color: Theme.veil

        Shield {
            onClicked: sheet.page.drop()
        }
    }
    Rectangle {
        id: panel

        anchors { right: parent.right; bottom: parent.bottom; left: parent.left }
        height: Math.min(parent.height - 80, stories.height + Theme.s4 * 2)
        color: Theme.gauzeRaised

        Shield {}
        Strands {
            width: parent.width
            ends: 2
        }
        Flickable {
            id: stories

            x: Theme.edge
            y: Theme.s4
            width: parent.width - Theme.edge * 2 - 108
            height: Math.min(list.height, sheet.height - 160)
            contentHeight: list.height
            clip: true
            boundsBehavior: Flickable.StopAtBounds

            Column {
                id: list

                width: parent.width
                spacing: Theme.s3

                Repeater {
                    model: sheet.page.picked

                    delegate: Item {
                        id: story

                        required property string id
                        required property string date
                        required property string title
                        required property string text
                        required property string gallery
                        required property string galleryTitle
                        required property string certainty
                        required property int index
                        readonly property bool isFirst: index === 0

                        objectName: "story"
                        width: list.width
                        height: Math.max(Theme.target, words.height)

                        Rectangle {
                            width: 6
                            height: parent.height
                            color: Theme.lane(story.gallery)
                        }
                        Column {
                            id: words

                            x: 32
                            width: parent.width - x - (story.isFirst ? 0 : 260)
                            spacing: 6

                            Txt {
                                width: parent.width
                                text: [story.date, story.certainty, story.galleryTitle].filter(part => part !== "").join(" · ")
                                font.pixelSize: Theme.small
                                font.weight: Font.Medium
                                color: Theme.lane(story.gallery)
                            }
                            Txt {
                                width: parent.width
                                title: true
                                text: story.title
                                font.pixelSize: story.isFirst ? 48 : 30
                                leading: 1.2
                            }
                            Txt {
                                visible: story.isFirst && text !== ""
                                width: Math.min(parent.width, 1180)
                                text: story.text
                                font.pixelSize: Theme.body
                                leading: 1.5
                            }
                            Item {
                                visible: story.isFirst
                                width: 1
                                height: 8
                            }
                            Key {
                                objectName: "readMore"
                                visible: story.isFirst
                                primary: true
                                icon: "next"
                                label: Words.of("more")
                                onClicked: sheet.kiosk.open(story.id)
                            }
                        }
                        Key {
                            anchors { right: parent.right; verticalCenter: parent.verticalCenter }
                            visible: !story.isFirst
                            icon: "next"
                            label: Words.of("more")
                            onClicked: sheet.kiosk.open(story.id)
                        }
                    }
                }
            }
        }
        Key {
            objectName: "closeSheet"
            anchors { right: parent.right; rightMargin: Theme.edge; top: parent.top; topMargin: Theme.s4 }
            icon: "close"
            description: Words.of("close")
            onClicked: sheet.page.drop()
        }
    }
}
