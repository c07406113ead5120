pragma ComponentBehavior: Bound
import QtQuick
import Hall.Models

// The wall of sections. Every enterprise has one equal plate; nobody is bigger.
PageFrame {
    id: wall

    required property WallPageModel page
    readonly property int plateWidth: portrait ? Math.floor((width - Theme.edge * 2 - 32) / 3) : 250
    readonly property int plateHeight: portrait ? 268 : Math.floor((base - 60 - 100 - 24 - 32) / 3)

    Rectangle {
        anchors.fill: parent
        gradient: Gradient {
            GradientStop { position: 0; color: Theme.paperHigh }
            GradientStop { position: 1; color: Theme.paperLow }
        }
    }
    VTitle {
        id: hung

        x: Theme.edge - 8
        y: 60
        text: wall.page.title
        lies: wall.portrait
        size: Math.min(80, Math.floor(356 / 1.06 / Math.max(1, text.length)))
        flatSize: wall.portrait ? 72 : 46
        flatWidth: wall.portrait ? 560 : 300
        color: Theme.ink
    }
    Column {
        id: intro

        x: wall.portrait && !hung.hangs ? 660 : hung.hangs ? hung.x + hung.implicitWidth + 24 : hung.x
        y: wall.portrait || hung.hangs ? 70 : hung.y + hung.implicitHeight + 12
        width: wall.portrait ? 340 : hung.hangs ? 200 : 300
        spacing: 8

        Txt {
            text: wall.page.endsName
            voice: true
            font.pixelSize: 28
            color: Theme.brass
        }
        Strands {
            ends: wall.page.ends
            width: 64
            color: Theme.brass
        }
        Item {
            width: 1
            height: 2
        }
        Txt {
            width: parent.width
            text: wall.page.countWords
            font.pixelSize: 24
            font.weight: Font.Medium
            leading: 1.35
            color: Theme.ink
        }
        Txt {
            width: parent.width
            text: Words.of("wall-line")
            voice: true
            font.pixelSize: 26
            leading: 1.35
            color: Theme.inkQuiet
        }
    }

    component Chip: Item {
        id: chip

        property string label: ""
        property int count: 0
        property bool isOn: false
        property bool hasTicks: false
        readonly property color fg: isOn ? Theme.inkOnChip : Theme.ink

        signal chosen

        Accessible.role: Accessible.RadioButton
        Accessible.name: label
        Accessible.checked: isOn
        Accessible.onPressAction: chip.chosen()

        Rectangle {
            anchors.fill: parent
            radius: Theme.radius
            color: chip.isOn ? Theme.chipOn : Theme.chip
            border.width: tap.pressed ? 4 : Theme.highContrast ? 3 : 1.5
            border.color: chip.isOn ? Theme.chipOn : Theme.chipLine
        }
        Txt {
            x: chip.hasTicks ? 14 : 0
            y: chip.hasTicks ? 4 : 0
            width: chip.hasTicks ? implicitWidth : parent.width
            height: chip.hasTicks ? implicitHeight : parent.height
            horizontalAlignment: chip.hasTicks ? Text.AlignLeft : Text.AlignHCenter
            verticalAlignment: Text.AlignVCenter
            text: chip.label + (!chip.hasTicks && chip.count > 1 ? " " + chip.count : "")
            wrapMode: Text.NoWrap
            font.pixelSize: Theme.latin ? 22 : 25
            font.weight: chip.isOn ? Font.Bold : Font.Medium
            color: chip.fg
            Accessible.ignored: true
        }
        Txt {
            anchors { right: parent.right; rightMargin: 14 }
            y: 8
            visible: chip.hasTicks
            text: chip.count.toString()
            font.pixelSize: 21
            color: chip.isOn ? Theme.inkOnChip : Theme.inkQuiet
            Accessible.ignored: true
        }
        Row {
            // One tick for each firm.
            readonly property real room: chip.width - 28

            x: 14
            y: parent.height - 24
            visible: chip.hasTicks
            spacing: chip.count > 14 ? room / chip.count * 0.45 : 4

            Repeater {
                model: chip.hasTicks ? chip.count : 0

                delegate: Rectangle {
                    width: chip.count > 14 ? (chip.width - 28) / chip.count * 0.55 : 5
                    height: 12
                    color: chip.isOn && !Theme.highContrast ? Theme.silk : chip.fg
                }
            }
        }
        TapHandler {
            id: tap

            onTapped: chip.chosen()
        }
    }

    Column {
        id: filters

        x: Theme.edge - 8
        y: wall.portrait ? Math.max(hung.y + hung.implicitHeight, intro.y + intro.height) + 24
            : wall.base - 24 - height
        spacing: 8

        Txt {
            text: Words.of("towns")
            font.pixelSize: 20
            font.weight: Font.Medium
            color: Theme.inkQuiet
        }
        Grid {
            columns: wall.portrait ? 4 : 2
            columnSpacing: 16
            rowSpacing: 16

            Repeater {
                model: wall.page.towns

                delegate: Chip {
                    required property string id
                    required property string title
                    required property int index

                    required count
                    required isOn

                    objectName: "town-" + id
                    width: wall.portrait ? Math.floor((wall.width - Theme.edge * 2 + 16 - 48) / 4) : 150
                    height: 84
                    hasTicks: true
                    label: title
                    onChosen: wall.page.choose_town(id)
                }
            }
        }
    }

    GridView {
        id: plates

        objectName: "plates"
        x: wall.portrait ? Theme.edge - 8 : 424
        y: wall.portrait ? filters.y + filters.height + 120 : 60
        width: wall.portrait ? wall.width - x * 2 + 24 : wall.width - x
        height: wall.portrait ? wall.base - y : (wall.plateHeight + 16) * 3
        flow: wall.portrait ? GridView.FlowLeftToRight : GridView.FlowTopToBottom
        cellWidth: wall.plateWidth + 16
        cellHeight: wall.plateHeight + 16
        clip: wall.portrait
        boundsBehavior: Flickable.StopAtBounds
        cacheBuffer: Theme.still ? 0 : 2400
        model: wall.page.firms

        delegate: Item {
            id: plate

            required property string id
            required property string title
            required property string line
            required property string media
            required property string drawn

            objectName: "plate"
            width: wall.plateWidth
            height: wall.plateHeight
            Accessible.role: Accessible.Button
            Accessible.name: title
            Accessible.onPressAction: wall.kiosk.open(plate.id)

            Rectangle {
                anchors.fill: parent
                color: Theme.plate
                border.width: tap.pressed ? 4 : Theme.highContrast ? 3 : 0
                border.color: Theme.highContrast ? Theme.gauzeLine : Theme.ink
            }
            Rectangle {
                width: parent.width
                height: 2
                color: Theme.plateEdge
            }
            Plate {
                id: drawing

                width: parent.width
                height: parent.height - (Theme.latin ? 118 : 90)
                kiosk: wall.kiosk
                media: plate.media
                drawn: plate.drawn
                gallery: "brand"
                hasGround: false
                description: plate.title
            }
            Txt {
                x: 16
                y: parent.height - (Theme.latin ? 112 : 82)
                width: parent.width - 28
                height: Theme.latin ? 56 : 42
                verticalAlignment: Text.AlignVCenter
                text: plate.title
                fontSizeMode: Text.Fit
                minimumPixelSize: 15
                leading: 1.1
                font.pixelSize: Theme.latin || text.length > 9 ? 20 : 25
                font.weight: Font.Bold
                color: Theme.ink
            }
            Txt {
                x: 16
                y: parent.height - (Theme.latin ? 58 : 42)
                width: parent.width - 28
                height: Theme.latin ? 52 : 30
                text: plate.line
                fontSizeMode: Text.Fit
                minimumPixelSize: 16
                font.pixelSize: 20
                leading: Theme.latin ? 1.2 : 0
                color: Theme.inkQuiet
            }
            TapHandler {
                id: tap

                onTapped: wall.kiosk.open(plate.id)
            }
        }
    }
    ListView {
        id: industries

        x: wall.portrait ? 0 : plates.x
        y: wall.portrait ? filters.y + filters.height + 18 : wall.base - 24 - height
        width: wall.width - x
        height: 84
        leftMargin: wall.portrait ? Theme.edge - 8 : 0
        rightMargin: Theme.edge
        orientation: ListView.Horizontal
        spacing: 12
        boundsBehavior: Flickable.StopAtBounds
        cacheBuffer: Theme.still ? 0 : 4000
        model: wall.page.industries

        delegate: Chip {
            id: trade

            required property string id
            required property string title

            required count
            required isOn

            objectName: "industry"
            width: measure.advanceWidth + 44
            height: 84
            label: trade.title
            onChosen: wall.page.choose_industry(trade.id)

            TextMetrics {
                id: measure

                font.family: Theme.sans
                font.pixelSize: Theme.latin ? 22 : 25
                font.weight: Font.Bold
                text: trade.title + (trade.count > 1 ? " " + trade.count : "")
            }
        }
    }
    More {
        anchors { top: plates.top; bottom: plates.bottom; right: parent.right }
        visible: isThere && !wall.portrait
        view: plates
        isAcross: true
        ground: Theme.blend(Theme.paperHigh, Theme.paperLow, 0.4)
        arrow: Theme.ink
    }
    More {
        y: wall.base - height
        width: parent.width
        visible: isThere && wall.portrait
        view: plates
        ground: Theme.blend(Theme.paperHigh, Theme.paperLow, 0.9)
        arrow: Theme.ink
    }
    More {
        anchors { top: industries.top; bottom: industries.bottom; right: parent.right }
        view: industries
        isAcross: true
        ground: Theme.blend(Theme.paperHigh, Theme.paperLow, wall.portrait ? 0.4 : 0.9)
        arrow: Theme.ink
    }
    Column {
        anchors.centerIn: plates
        visible: wall.page.firms.count === 0
        spacing: Theme.s3

        Txt {
            anchors.horizontalCenter: parent.horizontalCenter
            text: Words.of("wall-empty")
            voice: true
            font.pixelSize: 36
            color: Theme.ink
        }
        Row {
            anchors.horizontalCenter: parent.horizontalCenter
            spacing: Theme.s2

            Key {
                visible: label !== ""
                label: wall.page.nearest
                fg: Theme.ink
                line: Theme.chipLine
                thread: Theme.brassLine
                onClicked: wall.page.choose_nearest()
            }
            Key {
                label: Words.of("clear-filter")
                fg: Theme.ink
                line: Theme.chipLine
                thread: Theme.brassLine
                onClicked: wall.page.choose_all()
            }
        }
    }
}
