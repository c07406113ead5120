pragma ComponentBehavior: Bound
import QtQuick
import Hall.Models

// Figures: one mark is one thing; targets and plans are called so.
PageFrame {
    id: figures

    required property StatisticsPageModel page
    readonly property string slug: page.gallery === "" ? "era" : page.gallery
    readonly property color ink: Theme.text(slug)
    readonly property color silk: Theme.threadText(slug)
    readonly property int leftX: portrait ? Theme.edge : hung.hangs ? 252 : Theme.edge
    readonly property int rightX: portrait ? width - Theme.edge : width - 630 - 42
    readonly property int marksHeight: portrait ? 520 : base - marks.y - 64

    Rectangle {
        anchors.fill: parent
        gradient: Gradient {
            GradientStop { position: 0; color: Theme.deep(figures.slug) }
            GradientStop { position: 1; color: Theme.mid(figures.slug) }
        }
    }
    VTitle {
        id: hung

        x: figures.portrait || !hangs ? Theme.edge : 88
        y: figures.portrait ? 60 : Theme.edge
        text: figures.page.title
        lies: figures.portrait
        size: 104
        flatSize: figures.portrait ? 64 : 56
        flatWidth: figures.portrait ? 900 : 960
        color: figures.ink
    }
    Txt {
        id: eyebrow

        x: figures.leftX
        y: figures.portrait || !hung.hangs ? hung.y + hung.implicitHeight + 8 : 84
        text: [figures.page.endsName, figures.page.galleryTitle].filter(part => part !== "").join(" · ")
        voice: true
        font.pixelSize: 30
        color: figures.silk
    }
    Row {
        id: head

        x: figures.leftX
        y: eyebrow.y + 56
        spacing: 28

        Txt {
            id: big

            objectName: "figure"
            title: true
            text: figures.page.figure
            wrapMode: Text.NoWrap
            height: figures.portrait ? 240 : 250
            verticalAlignment: Text.AlignVCenter
            font.pixelSize: text.length > 6 ? 120 : text.length > 4 ? 150 : hung.hangs ? Theme.figure : 180
            color: figures.ink
        }
        Column {
            anchors.verticalCenter: parent.verticalCenter
            width: figures.rightX - figures.leftX - big.width - 28
            spacing: 6

            Txt {
                width: parent.width
                title: true
                text: figures.page.unit
                visible: text !== ""
                font.pixelSize: 44
                leading: 1.2
                color: figures.ink
            }
            Txt {
                width: parent.width
                text: figures.page.name
                font.pixelSize: 28
                font.weight: Font.Medium
                leading: 1.3
                color: figures.ink
            }
            Txt {
                width: parent.width
                text: figures.page.note
                font.pixelSize: 26
                font.weight: Font.Medium
                leading: 1.3
                color: figures.silk
            }
            Txt {
                width: parent.width
                visible: text !== ""
                text: figures.page.secondName
                font.pixelSize: 22
                leading: 1.35
                color: figures.ink
            }
        }
    }
    Item {
        id: marks

        readonly property int cells: figures.page.cells
        readonly property int pitch: figures.page.pitch(cells, width, figures.marksHeight)
        readonly property int columns: figures.page.columns(cells, width, figures.marksHeight)

        x: figures.leftX
        y: head.y + head.height + 8
        width: figures.rightX - figures.leftX
        height: Math.ceil(cells / columns) * pitch
        Accessible.role: Accessible.Graphic
        Accessible.name: figures.page.marksWords

        Repeater {
            model: marks.cells

            delegate: Rectangle {
                id: mark

                required property int index
                readonly property real share: Math.max(0, Math.min(1, figures.page.marks - index))
                readonly property int edge: Math.max(2, Math.round(marks.pitch * 0.68))

                x: index % marks.columns * marks.pitch
                y: Math.floor(index / marks.columns) * marks.pitch
                width: mark.share > 0 ? Math.max(1, mark.edge * mark.share) : mark.edge
                height: mark.edge
                color: mark.share > 0 ? figures.silk : "transparent"
                border.width: mark.share > 0 ? 0 : 1
                border.color: figures.silk
            }
        }
    }
    Txt {
        id: each

        x: figures.leftX
        y: marks.y + marks.height + 12
        width: figures.rightX - figures.leftX
        text: figures.page.marksWords
        font.pixelSize: 22
        leading: 1.35
        color: figures.ink
    }
    Txt {
        x: figures.leftX
        y: each.y + each.height + 4
        width: figures.rightX - figures.leftX
        visible: text !== "" && y + height < (figures.portrait ? side.y : figures.base) - 8
        text: figures.page.sources
        font.pixelSize: 20
        leading: 1.35
        color: figures.ink
    }
    ListView {
        id: side

        objectName: "figures"
        // A margin to the left for the thread beside the figure that stands large.
        readonly property int margin: 24

        x: (figures.portrait ? Theme.edge : figures.width - 630) - margin
        y: figures.portrait ? figures.base - height : 72
        width: (figures.portrait ? figures.width - Theme.edge * 2 : 558) + margin
        height: figures.portrait ? 560 : figures.base - y
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        cacheBuffer: Theme.still ? 0 : 320
        model: figures.page.figures

        delegate: Item {
            id: row

            required property string id
            required property string figure
            required property string title
            required property string note
            required property bool isOn

            objectName: "figureRow"
            width: side.width
            height: Math.max(148, words.height + 44)
            Accessible.role: Accessible.Button
            Accessible.name: row.figure + " " + row.title
            Accessible.onPressAction: figures.page.choose(row.id)

            Strands {
                x: side.margin
                ends: Math.max(1, figures.page.ends)
                width: parent.width - x
                color: Qt.alpha(Theme.accent(figures.slug), row.isOn ? 1 : 0.6)
            }
            Rectangle {
                visible: row.isOn
                y: 30
                width: 6
                height: parent.height - 44
                color: figures.silk
            }
            Txt {
                x: side.margin
                y: 26
                width: 216
                height: 96
                verticalAlignment: Text.AlignVCenter
                title: true
                text: row.figure
                wrapMode: Text.NoWrap
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: 30
                font.pixelSize: 72
                color: figures.silk
            }
            Column {
                id: words

                x: side.margin + 236
                y: 30
                width: parent.width - x
                spacing: 6

                Txt {
                    width: parent.width
                    text: row.title
                    font.pixelSize: 26
                    font.weight: Font.Medium
                    leading: 1.3
                    color: figures.ink
                }
                Txt {
                    width: parent.width
                    text: row.note
                    font.pixelSize: 22
                    leading: 1.3
                    color: figures.ink
                }
            }
            TapHandler {
                onTapped: figures.page.choose(row.id)
            }
        }
    }
    More {
        anchors { left: side.left; right: side.right; bottom: side.bottom }
        view: side
        ground: Theme.blend(Theme.deep(figures.slug), Theme.mid(figures.slug), 0.86)
        arrow: figures.silk
    }
}
