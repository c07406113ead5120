pragma ComponentBehavior: Bound
import QtQuick

// The words of a page in reading order: title, date, body, second language, source. Scrolls when long.
Flickable {
    id: story

    required property string eyebrow
    required property int ends
    required property string title
    property string gallery: ""
    property string dateWords: ""
    property string certainty: ""
    property string body: ""
    property string secondTitle: ""
    property string secondBody: ""
    property string sources: ""
    property int titleSize: title.length > 16 ? 60 : title.length > 9 || Theme.latin ? 68 : Theme.t2
    readonly property color ink: Theme.text(gallery)

    contentHeight: words.height
    clip: true
    boundsBehavior: Flickable.StopAtBounds

    Column {
        id: words

        width: story.width
        spacing: 18

        Eyebrow {
            width: parent.width
            words: story.eyebrow
            ends: story.ends
            color: Theme.threadText(story.gallery)
        }
        Txt {
            objectName: "pageTitle"
            room: parent.width
            title: true
            text: story.title
            font.pixelSize: story.titleSize
            leading: 1.2
            color: story.ink
            Accessible.role: Accessible.Heading
        }
        Txt {
            visible: text !== ""
            width: parent.width
            title: true
            text: [story.dateWords, story.certainty].filter(part => part !== "").join(" · ")
            font.pixelSize: 40
            color: Theme.threadText(story.gallery)
        }
        Txt {
            visible: text !== ""
            width: parent.width
            text: story.body
            font.pixelSize: Theme.body
            leading: 1.62
            color: story.ink
        }
        Txt {
            visible: text !== ""
            width: parent.width
            text: story.secondTitle
            font.pixelSize: Theme.small
            font.weight: Font.Medium
            leading: 1.42
            color: Theme.threadText(story.gallery)
        }
        Txt {
            visible: text !== ""
            width: parent.width
            text: story.secondBody
            font.pixelSize: Theme.small
            leading: 1.5
            color: story.ink
        }
        Txt {
            visible: text !== ""
            width: parent.width
            text: story.sources
            font.pixelSize: Theme.note
            leading: 1.4
            color: story.ink
        }
    }
}
