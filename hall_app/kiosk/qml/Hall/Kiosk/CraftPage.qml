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
    readonly property int sceneHeight: portrait ? Math.round(base * 0.42) : height

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
    }
    Rectangle {
        visible: !craft.portrait && !Theme.highContrast
        width: 1230
        height: craft.base
        gradient: Gradient {
            orientation: Gradient.Horizontal
            GradientStop { position: 0; color: Qt.alpha(Theme.deep(craft.slug), 0.98) }
            GradientStop { position: 0.6; color: Qt.alpha(Theme.deep(craft.slug), 0.9) }
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
        size: craft.portrait ? 104 : text.length > 4 ? 104 : 150
        flatSize: 76
        flatWidth: craft.portrait ? 880 : 780
        color: craft.ink
    }
    Flickable {
        id: words

        x: hung.hangs ? hung.x + hung.implicitWidth + 40 : hung.x
        y: hung.hangs ? hung.y + 20 : hung.y + hung.implicitHeight + 16
        width: craft.portrait ? craft.width - x - Theme.edge : hung.hangs ? 560 : 720
        height: (steps.visible ? steps.y : knots.visible ? knots.y : keys.y) - y - 24
        contentHeight: lines.height
        clip: true
        boundsBehavior: Flickable.StopAtBounds

        Column {
            id: lines

            width: words.width
            spacing: 16

            Txt {
                width: parent.width
                visible: text !== ""
                text: craft.page.level
                voice: true
                font.pixelSize: 32
                color: Theme.silk
            }
            Txt {
                width: parent.width
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
                width: parent.width
                visible: text !== ""
                text: craft.page.body
                font.pixelSize: Theme.body
                leading: 1.62
                color: craft.ink
            }
            Txt {
                width: parent.width
                visible: text !== ""
                text: craft.page.secondBody
                font.pixelSize: Theme.small - 1
                leading: 1.5
                color: craft.ink
            }
            Txt {
                width: parent.width
                visible: text !== ""
                text: craft.page.home
                voice: true
                font.pixelSize: 26
                leading: 1.3
                color: Theme.silk
            }
            Txt {
                width: parent.width
                visible: text !== ""
                text: craft.page.sources
                font.pixelSize: Theme.note
                leading: 1.4
                color: craft.ink
            }
        }
    }
    Row {
        id: steps

        x: Theme.edge + 16
        y: (craft.portrait ? keys.y - (knots.visible ? knots.height + 20 : 0) : keys.y) - height - 16
        visible: craft.hasSteps
        height: craft.hasSteps ? 168 : 0

        Repeater {
            model: craft.page.steps

            delegate: Item {
                id: step

                required property string title
                required property string words
                required property int index

                width: Math.min(286, (craft.portrait ? craft.width - Theme.edge * 2 - 16 : close.visible ? close.x - 130 : craft.width - 200) / craft.page.steps.count)
                height: 168

                Rectangle {
                    y: 10
                    visible: step.index < craft.page.steps.count - 1
                    width: parent.width
                    height: 2
                    color: Theme.silk
                }
                Knot {
                    thread: Theme.silk
                    ground: Theme.deep(craft.slug)
                    isHere: step.index === 0
                }
                Txt {
                    y: 32
                    width: parent.width - 14
                    title: true
                    text: step.title
                    wrapMode: Text.NoWrap
                    fontSizeMode: Text.HorizontalFit
                    minimumPixelSize: 22
                    font.pixelSize: 40
                    color: craft.ink
                }
                Txt {
                    y: 90
                    width: parent.width - 16
                    height: parent.height - y
                    text: step.words
                    fontSizeMode: Text.Fit
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
        width: craft.portrait ? craft.width - x - Theme.edge : Math.min(820, 250 * count)
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
