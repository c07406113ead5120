pragma ComponentBehavior: Bound
import QtQuick
import Hall.Models

// A craft: its scene behind, name hung on the left, steps as knots, a window for the close look.
PageFrame {
    id: craft

    required property CraftPageModel page
    readonly property string slug: page.gallery
    readonly property color ink: Theme.text(slug)
    readonly property bool hasSteps: page.steps.count > 0
    readonly property int sceneHeight: portrait ? Math.round(base * (hasSteps ? 0.34 : 0.42)) : height

    Rectangle {
        anchors.fill: parent
        color: Theme.deep(craft.slug)
    }
    Plate {
        id: scene

        width: parent.width
        height: craft.sceneHeight
        kiosk: craft.kiosk
        media: Theme.highContrast ? "" : craft.page.media
        drawn: Theme.highContrast ? "" : craft.page.drawn
        saysMissing: false
        gallery: craft.slug
        description: craft.page.caption
        note: craft.page.pictureNote
    }
    Rectangle {
        visible: !craft.portrait && !Theme.highContrast
        width: 1400
        height: craft.base
        gradient: Gradient {
            orientation: Gradient.Horizontal
            GradientStop { position: 0; color: Qt.alpha(Theme.deep(craft.slug), 0.98) }
            GradientStop { position: 0.62; color: Qt.alpha(Theme.deep(craft.slug), 0.93) }
            GradientStop { position: 1; color: Qt.alpha(Theme.deep(craft.slug), 0) }
        }
    }
    Rectangle {
        visible: craft.portrait && !Theme.highContrast
        y: scene.height - 200
        width: parent.width
        height: 201
        gradient: Gradient {
            GradientStop { position: 0; color: Qt.alpha(Theme.deep(craft.slug), 0) }
            GradientStop { position: 1; color: Theme.deep(craft.slug) }
        }
    }
    VTitle {
        id: hung

        x: Theme.edge + 16
        y: craft.portrait ? craft.sceneHeight - 40 : Theme.edge
        text: craft.page.title
        size: craft.portrait ? 104 : Math.min(150, Math.floor(((steps.visible ? steps.y : keys.y) - y - 24) / 1.06 / Math.max(1, text.length)))
        flatSize: 76
        flatWidth: craft.portrait ? 880 : 780
        color: craft.ink
    }
    Scroll {
        id: words

        x: hung.hangs ? hung.x + hung.implicitWidth + 40 : hung.x
        y: hung.hangs ? hung.y + 20 : hung.y + hung.implicitHeight + 16
        width: craft.portrait ? craft.width - x - Theme.edge : hung.hangs ? 560 : 720
        height: (steps.visible ? steps.y : knots.visible ? knots.y : keys.y) - y - 24
        spacing: 16
        ground: Theme.deep(craft.slug)
        arrow: Theme.silk

        Txt {
            width: words.width
            visible: text !== ""
            text: craft.page.level
            voice: true
            font.pixelSize: 32
            color: Theme.silk
        }
        Txt {
            width: words.width
            visible: text !== ""
            text: craft.page.secondTitle
            font.pixelSize: 25
            font.weight: Font.Medium
            color: Theme.accent(craft.slug)
        }
        Strands {
            ends: craft.page.ends
            width: 96
        }
        Txt {
            width: words.width
            visible: text !== ""
            text: craft.page.body
            font.pixelSize: Theme.body
            leading: 1.62
            color: craft.ink
        }
        Txt {
            width: words.width
            visible: text !== ""
            text: craft.page.secondBody
            font.pixelSize: Theme.small - 1
            leading: 1.5
            color: craft.ink
        }
        Txt {
            width: words.width
            visible: text !== ""
            text: craft.page.home
            voice: true
            font.pixelSize: 26
            leading: 1.3
            color: Theme.silk
        }
        Txt {
            width: words.width
            visible: text !== ""
            text: craft.page.sources
            font.pixelSize: Theme.note
            leading: 1.4
            color: craft.ink
        }
    }
    Grid {
        // Landscape: knots on a line; portrait: a column to read down.
        id: steps

        readonly property int count: craft.page.steps.count
        readonly property int room: (knots.visible ? knots.x : close.visible ? close.x : craft.width) - x - 64

        x: Theme.edge + 16
        y: (craft.portrait ? keys.y - (knots.visible ? knots.height + 20 : 0) : keys.y) - height - 16
        visible: craft.hasSteps
        columns: craft.portrait ? 1 : Math.max(1, count)

        Repeater {
            model: craft.page.steps

            delegate: Item {
                id: step

                required property string title
                required property string words
                required property int index

                width: craft.portrait ? craft.width - Theme.edge * 2 - 16 : Math.min(286, steps.room / steps.count)
                height: craft.portrait ? Math.max(68, deed.implicitHeight + 14) : 168

                Rectangle {
                    x: craft.portrait ? 10 : 0
                    y: craft.portrait ? 16 : 10
                    visible: step.index < steps.count - 1
                    width: craft.portrait ? 2 : parent.width
                    height: craft.portrait ? parent.height : 2
                    color: Theme.silk
                }
                Knot {
                    y: craft.portrait ? 10 : 0
                    thread: Theme.silk
                    ground: Theme.deep(craft.slug)
                    isHere: step.index === 0
                }
                Txt {
                    x: craft.portrait ? 48 : 0
                    y: craft.portrait ? 0 : 32
                    width: craft.portrait ? 200 : parent.width - 14
                    title: true
                    text: step.title
                    wrapMode: Text.NoWrap
                    fontSizeMode: Text.HorizontalFit
                    minimumPixelSize: 20
                    font.pixelSize: craft.portrait ? 32 : 40
                    color: craft.ink
                }
                Txt {
                    id: deed

                    x: craft.portrait ? 260 : 0
                    y: craft.portrait ? 4 : 90
                    width: parent.width - x - 16
                    height: craft.portrait ? implicitHeight : 168 - y
                    text: step.words
                    fontSizeMode: craft.portrait ? Text.FixedSize : Text.Fit
                    minimumPixelSize: 18
                    font.pixelSize: 24
                    leading: 1.3
                    color: craft.ink
                }
            }
        }
    }
    Item {
        id: close

        visible: craft.page.closeLook !== ""
        x: craft.width - width - (craft.portrait ? Theme.edge : 108)
        y: craft.portrait ? 96 : craft.base - height - 70
        width: craft.portrait ? 380 : 420
        height: width

        Rectangle {
            anchors { fill: parent; margins: -10 }
            color: Theme.silk
        }
        Plate {
            anchors.fill: parent
            kiosk: craft.kiosk
            media: craft.page.closeLook
            gallery: craft.slug
            description: craft.page.closeLookWords
        }
        Rectangle {
            anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
            height: Math.max(64, closeWords.implicitHeight + 20)
            color: Qt.alpha(Theme.deep("century"), 0.92)

            Txt {
                id: closeWords

                anchors.centerIn: parent
                width: parent.width - 24
                horizontalAlignment: Text.AlignHCenter
                text: craft.page.closeLookWords
                voice: true
                font.pixelSize: 26
                leading: 1.25
            }
        }
    }
    Rectangle {
        visible: knots.visible && !craft.portrait && !Theme.highContrast
        x: knots.x - 40
        y: knots.y - 30
        width: craft.width - x
        height: craft.base - y
        color: Qt.alpha(Theme.deep(craft.slug), 0.88)
    }
    KnotLine {
        id: knots

        visible: count > 0 && !(close.visible && !craft.portrait)
        readonly property int count: craft.page.knots.count
        x: craft.portrait ? Theme.edge + 16 : craft.width - width - Theme.edge
        y: craft.portrait ? keys.y - height - 16 : craft.base - height - 20
        width: craft.portrait ? craft.width - x - Theme.edge : 250 * Math.min(count, limit)
        limit: craft.hasSteps && !craft.portrait ? 2 : craft.portrait ? 4 : 3
        cell: craft.portrait ? Math.floor(width / Math.max(1, Math.min(4, count))) : 250
        kiosk: craft.kiosk
        knots: craft.page.knots
        ink: craft.ink
        ground: Theme.deep(craft.slug)
    }
    Steps {
        id: keys

        x: Theme.edge + 16
        y: craft.base - height - 20
        kiosk: craft.kiosk
        gallery: craft.slug
        previousRef: craft.page.previousRef
        nextRef: craft.page.nextRef
    }
}
