pragma ComponentBehavior: Bound
import QtQuick
import Hall.Models

// A story: words on the left, picture bleeding right, knots at the foot.
PageFrame {
    id: panel

    required property PanelPageModel page
    readonly property string slug: page.gallery
    readonly property int split: portrait ? width : 850
    readonly property int artHeight: Math.round(base * 0.44)

    Rectangle {
        anchors.fill: parent
        gradient: Gradient {
            GradientStop { position: 0; color: Theme.deep(panel.slug) }
            GradientStop { position: 1; color: Theme.mid(panel.slug) }
        }
    }
    Plate {
        id: art

        x: panel.portrait ? 0 : panel.split
        width: panel.width - x
        height: panel.portrait ? panel.artHeight : panel.base
        kiosk: panel.kiosk
        media: panel.page.media
        drawn: panel.page.drawn
        gallery: panel.slug
        description: panel.page.caption
        note: panel.page.pictureNote
    }
    Rectangle {
        visible: knots.visible && !panel.portrait
        anchors { left: art.left; right: art.right; bottom: art.bottom }
        height: 340
        gradient: Gradient {
            GradientStop { position: 0; color: Qt.alpha(Theme.deep(panel.slug), 0) }
            GradientStop { position: 0.42; color: Qt.alpha(Theme.deep(panel.slug), 0.86) }
            GradientStop { position: 1; color: Qt.alpha(Theme.deep(panel.slug), 0.96) }
        }
    }
    Story {
        x: Theme.edge
        y: panel.portrait ? panel.artHeight + 40 : Theme.edge
        width: (panel.portrait ? panel.width : panel.split) - Theme.edge - (panel.portrait ? Theme.edge : 48)
        height: (panel.portrait && knots.visible ? knots.y - 24 : steps.y - 24) - y
        gallery: panel.slug
        eyebrow: [panel.page.endsName, panel.page.galleryTitle].filter(part => part !== "").join(" · ")
        ends: panel.page.ends
        title: panel.page.title
        dateWords: panel.page.dateWords
        certainty: panel.page.certainty
        body: panel.page.body
        secondTitle: panel.page.secondTitle
        secondBody: panel.page.secondBody
        sources: panel.page.sources
    }
    KnotLine {
        id: knots

        x: panel.portrait ? Theme.edge : art.x + 48
        y: panel.portrait ? steps.y - height - 20 : panel.base - height - 16
        width: panel.width - x - Theme.edge
        kiosk: panel.kiosk
        knots: panel.page.knots
        ink: Theme.text(panel.slug)
        thread: Theme.thread(panel.slug)
        threadText: Theme.threadText(panel.slug)
        ground: Theme.deep(panel.slug)
    }
    Steps {
        id: steps

        x: Theme.edge
        y: panel.base - height - 24
        kiosk: panel.kiosk
        gallery: panel.slug
        previousRef: panel.page.previousRef
        nextRef: panel.page.nextRef
    }
}
