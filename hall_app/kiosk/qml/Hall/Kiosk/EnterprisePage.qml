pragma ComponentBehavior: Bound
import QtQuick
import Hall.Models

// An enterprise: its section large on the left, name, facts and honours on the right.
PageFrame {
    id: firm

    required property EnterprisePageModel page
    // Little is known of it: then the story leads.
    readonly property bool isBrief: page.honours.count === 0 && page.knots.count === 0
    readonly property int sheetWidth: portrait ? width : Math.round(width * 0.448)
    readonly property int sheetHeight: portrait ? Math.round(base * 0.36) : base

    Rectangle {
        anchors.fill: parent
        color: Theme.paper
    }
    Item {
        id: sheet

        width: firm.sheetWidth
        height: firm.sheetHeight
        clip: true

        Rectangle {
            anchors.fill: parent
            gradient: Gradient {
                GradientStop { position: 0; color: Theme.sheetHigh }
                GradientStop { position: 1; color: Theme.sheetLow }
            }
        }
        Plate {
            id: drawing

            anchors.fill: parent
            kiosk: firm.kiosk
            media: firm.page.media
            drawn: firm.page.drawn
            gallery: "brand"
            hasGround: false
            description: firm.page.sectionWords
        }
        Rectangle {
            width: parent.width
            height: words.height + 76
            color: Qt.alpha(Theme.sheetHigh, Theme.highContrast ? 1 : 0.86)
        }
        Txt {
            id: words

            x: Theme.edge
            y: 36
            width: parent.width - Theme.edge * 2
            text: firm.page.sectionWords
            voice: true
            font.pixelSize: 26
            leading: 1.35
            color: Theme.ink
        }
    }
    Scroll {
        id: column

        x: firm.portrait ? Theme.edge : firm.sheetWidth + 80
        y: firm.portrait ? firm.sheetHeight + 32 : 48
        width: firm.width - x - Theme.edge
        height: keys.y - y - 20
        spacing: 0
        ground: Theme.paper
        arrow: Theme.brass

        Txt {
            width: column.width
            text: [firm.page.secondTitle, firm.page.isHistory ? Words.of("is-history") : ""].filter(part => part !== "").join(" · ")
            visible: text !== ""
            font.pixelSize: 26
            font.weight: Font.Medium
            color: Theme.brass
        }
        Txt {
            objectName: "pageTitle"
            width: column.width
            title: true
            text: firm.page.title
            font.pixelSize: text.length > 22 ? 52 : text.length > 10 || Theme.latin ? 62 : 88
            leading: 1.24
            color: Theme.ink
            Accessible.role: Accessible.Heading
        }
        Txt {
            width: column.width
            visible: text !== ""
            text: firm.page.formerly
            font.pixelSize: Theme.small
            leading: 1.4
            color: Theme.inkQuiet
        }
        Item {
            width: 1
            height: 18
        }
        Row {
            id: facts

            Repeater {
                model: firm.page.facts

                delegate: Item {
                    id: fact

                    required property string words
                    required property real share
                    required property string name
                    required property int index
                    readonly property bool isLong: fact.words.length > (Theme.latin ? 9 : 5)

                    width: column.width * fact.share
                    height: 148

                    Rectangle {
                        visible: fact.index > 0
                        width: Theme.highContrast ? 3 : 1.5
                        height: 110
                        color: Theme.chipLine
                    }
                    Txt {
                        x: fact.index > 0 ? 24 : 0
                        text: fact.name
                        font.pixelSize: 21
                        color: Theme.inkQuiet
                    }
                    Txt {
                        x: fact.index > 0 ? 24 : 0
                        y: 32
                        width: fact.width - x - 16
                        height: 116
                        title: true
                        verticalAlignment: Text.AlignTop
                        text: fact.words
                        wrapMode: fact.isLong ? Text.WordWrap : Text.NoWrap
                        fontSizeMode: fact.isLong ? Text.FixedSize : Text.HorizontalFit
                        minimumPixelSize: 20
                        font.pixelSize: !fact.isLong ? 48 : fact.words.length > (Theme.latin ? 34 : 20) ? 22 : 28
                        leading: 1.32
                        color: Theme.ink
                    }
                }
            }
        }
        Strands {
            ends: firm.page.ends
            width: column.width
            spacing: 4
            color: Theme.brassLine
        }
        Item {
            width: 1
            height: 22
        }
        Txt {
            width: column.width
            visible: text !== ""
            text: firm.page.body
            font.pixelSize: firm.isBrief ? Theme.t4 : Theme.latin ? Theme.small + 2 : Theme.body - 2
            leading: 1.55
            color: Theme.ink
            bottomPadding: firm.isBrief ? 32 : 14
        }
        Txt {
            visible: firm.page.honours.count > 0
            text: Words.of("honours")
            font.pixelSize: 22
            font.weight: Font.Medium
            color: Theme.inkQuiet
        }
        Repeater {
            model: firm.page.honours

            delegate: Item {
                id: honour

                required property string title
                required property string note

                width: column.width
                height: Math.max(54, name.implicitHeight + 16)

                Txt {
                    id: name

                    anchors.verticalCenter: parent.verticalCenter
                    width: honour.width - (note.visible ? note.implicitWidth + 24 : 0)
                    text: honour.title
                    font.pixelSize: Theme.small + 2
                    font.weight: Font.Medium
                    leading: 1.3
                    color: Theme.ink
                }
                Txt {
                    id: note

                    anchors { right: parent.right; verticalCenter: parent.verticalCenter }
                    visible: text !== ""
                    text: honour.note
                    wrapMode: Text.NoWrap
                    font.pixelSize: Theme.note
                    color: Theme.inkQuiet
                }
                Rectangle {
                    anchors.bottom: parent.bottom
                    width: column.width
                    height: Theme.hairline
                    color: Theme.chipLine
                    opacity: 0.6
                }
            }
        }
        Item {
            width: 1
            height: 20
        }
        Txt {
            visible: thread.visible
            text: Words.of("on-the-thread")
            font.pixelSize: 22
            font.weight: Font.Medium
            color: Theme.inkQuiet
            bottomPadding: 8
        }
        KnotLine {
            id: thread

            width: column.width
            kiosk: firm.kiosk
            knots: firm.page.knots
            cell: Math.floor(width / Math.max(1, firm.page.knots.count))
            ink: Theme.ink
            thread: Theme.brassLine
            threadText: Theme.brass
            ground: Theme.paper
        }
        Txt {
            width: column.width
            visible: text !== ""
            text: firm.page.sources
            font.pixelSize: 20
            leading: 1.4
            color: Theme.inkQuiet
        }
    }
    Row {
        id: keys

        x: column.x
        y: firm.base - height - 20
        spacing: Theme.s2

        Key {
            objectName: "toWall"
            icon: "section"
            label: Words.of("wall")
            fg: Theme.ink
            line: Theme.chipLine
            thread: Theme.brassLine
            iconTint: Theme.ink
            onClicked: firm.kiosk.open("wall")
        }
        Key {
            objectName: "nextFirm"
            visible: firm.page.nextRef !== ""
            width: Math.min(implicitWidth, column.width - x)
            icon: "next"
            label: Words.of("next-firm") + (Theme.latin ? "" : " · " + firm.page.nextTitle)
            fg: Theme.ink
            line: Theme.chipLine
            thread: Theme.brassLine
            iconTint: Theme.ink
            onClicked: firm.kiosk.open(firm.page.nextRef)
        }
    }
}
