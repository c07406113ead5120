pragma ComponentBehavior: Bound
import QtQuick
import Hall.Models

// A person: the name hung on the gallery's ground, the life as a stretch of thread.
PageFrame {
    id: person

    required property PersonPageModel page
    readonly property string slug: page.gallery
    readonly property color ink: Theme.text(slug)
    readonly property int pictureHeight: portrait && !Theme.highContrast ? Math.round(width * 9 / 16) : 0

    Rectangle {
        anchors.fill: parent
        gradient: Gradient {
            GradientStop { position: 0; color: Theme.deep(person.slug) }
            GradientStop { position: 0.5; color: Theme.mid(person.slug) }
            GradientStop { position: 1; color: Theme.high(person.slug) }
        }
    }
    Plate {
        anchors { right: parent.right; top: parent.top }
        width: person.portrait ? parent.width : parent.width * 0.46
        height: person.portrait ? person.pictureHeight : person.base
        visible: !Theme.highContrast
        kiosk: person.kiosk
        media: person.page.media
        drawn: person.page.drawn
        gallery: person.slug
        description: person.page.caption
        note: person.page.pictureNote
    }
    VTitle {
        id: name

        x: Theme.edge + 16
        y: person.pictureHeight + (person.pictureHeight > 0 ? 48 : Theme.edge)
        text: person.page.title
        size: person.portrait ? 112 : Theme.t1
        flatWidth: person.portrait ? 900 : 760
        color: person.ink
    }
    Item {
        id: life

        visible: person.page.born !== ""
        x: name.hangs ? name.x + name.implicitWidth + 48 : name.x
        y: name.hangs ? name.y + 20 : name.y + name.implicitHeight + 28
        width: 420
        height: 90

        Rectangle {
            x: 11
            y: 10
            width: parent.width - 11
            height: 2
            color: Theme.thread(person.slug)
        }
        Knot {
            thread: Theme.thread(person.slug)
            ground: Theme.deep(person.slug)
            isHere: true
        }
        Knot {
            visible: person.page.died !== ""
            x: parent.width - width
            thread: Theme.thread(person.slug)
            ground: Theme.deep(person.slug)
        }
        Txt {
            y: 28
            title: true
            text: person.page.born
            font.pixelSize: 40
            color: Theme.threadText(person.slug)
        }
        Txt {
            y: 28
            width: parent.width
            horizontalAlignment: Text.AlignRight
            title: true
            text: person.page.died
            font.pixelSize: 40
            color: Theme.threadText(person.slug)
        }
    }
    Scroll {
        id: words

        x: life.x
        y: person.page.born !== "" ? life.y + 124 : life.y
        width: person.portrait ? person.width - x - Theme.edge : Math.min(640, person.width * 0.54 - x - 40)
        height: (knots.visible ? knots.y : steps.y) - y - 24
        spacing: 18
        ground: Theme.mid(person.slug)
        arrow: Theme.threadText(person.slug)

        Txt {
            visible: text !== ""
            width: words.width
            text: [person.page.role, person.page.home].filter(part => part !== "").join(" · ")
            voice: true
            font.pixelSize: 30
            color: Theme.threadText(person.slug)
        }
        Txt {
            visible: text !== ""
            width: words.width
            text: person.page.body
            font.pixelSize: Theme.body
            leading: 1.62
            color: person.ink
        }
        Txt {
            visible: text !== ""
            width: words.width
            text: person.page.secondTitle
            font.pixelSize: Theme.small
            font.weight: Font.Medium
            color: Theme.threadText(person.slug)
        }
        Txt {
            visible: text !== ""
            width: words.width
            text: person.page.secondBody
            font.pixelSize: Theme.small
            leading: 1.5
            color: person.ink
        }
        Txt {
            visible: text !== ""
            width: words.width
            text: person.page.sources
            font.pixelSize: Theme.note
            leading: 1.4
            color: person.ink
        }
    }
    KnotLine {
        id: knots

        x: Theme.edge
        y: steps.y - height - 24
        width: (person.portrait ? person.width : person.width * 0.54) - x - Theme.edge
        kiosk: person.kiosk
        knots: person.page.knots
        ink: person.ink
        thread: Theme.thread(person.slug)
        threadText: Theme.threadText(person.slug)
        ground: Theme.deep(person.slug)
    }
    Steps {
        id: steps

        x: Theme.edge
        y: person.base - height - 24
        kiosk: person.kiosk
        gallery: person.slug
        previousRef: person.page.previousRef
        nextRef: person.page.nextRef
    }
}
