pragma ComponentBehavior: Bound
import QtQuick
import Hall.Models

// Pictures one after another, full-bleed, each with its words; swipe or step.
PageFrame {
    id: slides

    required property SlidesPageModel page
    readonly property string slug: page.gallery
    // Upright, a picture is shown whole across the screen, between title and words.
    readonly property int pictureY: 312
    readonly property int pictureRoom: Math.round(base * 0.48)

    Rectangle {
        anchors.fill: parent
        color: Theme.deep(slides.slug)
    }
    ListView {
        id: reel

        objectName: "reel"
        width: parent.width
        height: slides.base
        orientation: ListView.Horizontal
        snapMode: ListView.SnapOneItem
        highlightRangeMode: ListView.StrictlyEnforceRange
        highlightMoveDuration: Theme.calm
        boundsBehavior: Flickable.StopAtBounds
        cacheBuffer: Theme.still ? 0 : width
        model: slides.page.slides

        delegate: Item {
            id: slide

            required property string media
            required property string drawn
            required property string title
            required property string mark
            required property string words
            required property string caption
            required property string credit
            required property string ref
            required property real proportion
            // Without a title of their own, few words lead.
            readonly property bool leads: title === "" && words.length <= (Theme.latin ? 200 : 110)

            width: reel.width
            height: reel.height

            Plate {
                id: picture

                y: slides.portrait ? slides.pictureY : 0
                width: parent.width
                height: slides.portrait ? Math.min(slides.pictureRoom, Math.round(width / slide.proportion)) : parent.height
                kiosk: slides.kiosk
                media: slide.media
                drawn: slide.drawn
                gallery: slides.slug
                fillMode: slides.portrait ? Image.PreserveAspectFit : Image.PreserveAspectCrop
                description: slide.caption || slide.words
            }
            Rectangle {
                visible: !slides.portrait
                width: 900
                height: parent.height
                gradient: Gradient {
                    orientation: Gradient.Horizontal
                    GradientStop { position: 0; color: Qt.alpha(Theme.deep(slides.slug), 0.96) }
                    GradientStop { position: 0.72; color: Qt.alpha(Theme.deep(slides.slug), 0.86) }
                    GradientStop { position: 1; color: Qt.alpha(Theme.deep(slides.slug), 0) }
                }
            }
            Scroll {
                id: lines

                x: Theme.edge
                y: slides.portrait ? picture.y + picture.height + Theme.s4 : Math.max(300, head.y + head.height + Theme.s4)
                width: slides.portrait ? parent.width - Theme.edge * 2 : 600
                height: keys.y - 56 - y
                spacing: Theme.s2
                ground: Theme.deep(slides.slug)
                arrow: Theme.threadText(slides.slug)

                Txt {
                    width: lines.width
                    visible: text !== ""
                    title: true
                    text: [slide.mark, slide.title].filter(part => part !== "").join("  ")
                    font.pixelSize: 44
                    leading: 1.25
                    color: Theme.threadText(slides.slug)
                }
                Txt {
                    width: lines.width
                    visible: text !== ""
                    text: slide.words
                    title: slide.leads
                    font.weight: title ? Font.Medium : Font.Normal
                    font.pixelSize: title ? Theme.t4 : Theme.body
                    leading: 1.55
                    color: Theme.text(slides.slug)
                }
                Txt {
                    width: lines.width
                    visible: text !== ""
                    text: [slide.caption, slide.credit].filter(part => part !== "").join(" · ")
                    font.pixelSize: Theme.small
                    leading: 1.45
                    color: Theme.text(slides.slug)
                }
                Key {
                    visible: slide.ref !== ""
                    icon: "next"
                    label: Words.of("more")
                    fg: Theme.text(slides.slug)
                    iconTint: Theme.threadText(slides.slug)
                    line: Theme.controlLine(slides.slug)
                    onClicked: slides.kiosk.open(slide.ref)
                }
            }
        }
    }
    Column {
        id: head

        x: Theme.edge
        y: Theme.edge
        width: slides.portrait ? slides.width - Theme.edge * 2 : 640
        spacing: 14

        Eyebrow {
            width: parent.width
            words: [slides.page.endsName, slides.page.galleryTitle].filter(part => part !== "").join(" · ")
            ends: slides.page.ends
            color: Theme.threadText(slides.slug)
        }
        Txt {
            objectName: "pageTitle"
            room: parent.width
            title: true
            text: slides.page.title
            font.pixelSize: text.length > 12 || Theme.latin ? (slides.portrait ? 64 : 52) : slides.portrait ? Theme.t2 : 68
            leading: 1.2
            color: Theme.text(slides.slug)
        }
    }
    Row {
        // The thread of slides: the stretch that is seen is silk.
        x: Theme.edge
        y: keys.y - 40
        spacing: 8

        Repeater {
            model: slides.page.slides.count

            delegate: Rectangle {
                required property int index

                width: Math.min(96, 600 / Math.max(1, slides.page.slides.count) - 8)
                height: index === reel.currentIndex ? 6 : 2
                anchors.verticalCenter: parent.verticalCenter
                color: index === reel.currentIndex ? Theme.thread(slides.slug) : Qt.alpha(Theme.thread(slides.slug), 0.5)
            }
        }
    }
    Rectangle {
        // Keys stand on ground, whatever the picture draws there.
        x: keys.x
        y: keys.y
        width: keys.width
        height: keys.height
        color: Theme.deep(slides.slug)
    }
    Row {
        id: keys

        x: Theme.edge
        y: slides.base - height - 20
        spacing: Theme.s2

        Key {
            objectName: "slideBack"
            icon: "previous"
            description: Words.of("previous-part")
            off: reel.currentIndex <= 0
            fg: Theme.text(slides.slug)
            iconTint: Theme.threadText(slides.slug)
            line: Theme.controlLine(slides.slug)
            onClicked: reel.decrementCurrentIndex()
        }
        Txt {
            anchors.verticalCenter: parent.verticalCenter
            width: 110
            horizontalAlignment: Text.AlignHCenter
            text: (reel.currentIndex + 1) + " / " + slides.page.slides.count
            font.pixelSize: 26
            color: Theme.text(slides.slug)
        }
        Key {
            objectName: "slideOn"
            icon: "next"
            description: Words.of("next-part")
            off: reel.currentIndex >= slides.page.slides.count - 1
            fg: Theme.text(slides.slug)
            iconTint: Theme.threadText(slides.slug)
            line: Theme.controlLine(slides.slug)
            onClicked: reel.incrementCurrentIndex()
        }
        Steps {
            room: slides.width - Theme.edge * 2 - x
            kiosk: slides.kiosk
            gallery: slides.slug
            previousRef: slides.page.previousRef
            nextRef: slides.page.nextRef
        }
    }
}
