pragma ComponentBehavior: Bound
import QtQuick

// The words of a page in reading order: title, date, body, second language, source. Scrolls when long.
Scroll {
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

    spacing: 18
    ground: Theme.blend(Theme.deep(gallery), Theme.mid(gallery), 0.72)
    arrow: Theme.threadText(gallery)

    Eyebrow {
        width: story.width
        words: story.eyebrow
        ends: story.ends
        color: Theme.threadText(story.gallery)
    }
    Txt {
        objectName: "pageTitle"
        room: story.width
        title: true
        text: story.title
        font.pixelSize: story.titleSize
        leading: 1.2
        color: story.ink
        Accessible.role: Accessible.Heading
    }
    Txt {
        visible: text !== ""
        width: story.width
        title: true
        text: [story.dateWords, story.certainty].filter(part => part !== "").join(" · ")
        font.pixelSize: 40
        color: Theme.threadText(story.gallery)
    }
    Txt {
        visible: text !== ""
        width: story.width
        text: story.body
        font.pixelSize: Theme.body
        leading: 1.62
        color: story.ink
    }
    Txt {
        visible: text !== ""
        width: story.width
        text: story.secondTitle
        font.pixelSize: Theme.small
        font.weight: Font.Medium
        leading: 1.42
        color: Theme.threadText(story.gallery)
    }
    Txt {
        visible: text !== ""
        width: story.width
        text: story.secondBody
        font.pixelSize: Theme.small
        leading: 1.5
        color: story.ink
    }
    Txt {
        visible: text !== ""
        width: story.width
        text: story.sources
        font.pixelSize: Theme.note
        leading: 1.4
        color: story.ink
    }
}
