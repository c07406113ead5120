pragma ComponentBehavior: Bound
import QtQuick
import Hall.Models

// A gallery's opening: title hung on the left, art on the right, stations knotted on the thread.
PageFrame {
    id: opening

    required property GalleryPageModel page
    readonly property string slug: page.gallery
    readonly property color ink: Theme.text(slug)
    readonly property color thread: Theme.thread(slug)
    readonly property color threadText: Theme.threadText(slug)
    readonly property color shade: Theme.isLight(slug) ? Theme.deep(slug) : Theme.mid(slug)
    readonly property int lineY: portrait ? 0 : base - 186

    Rectangle {
        anchors.fill: parent
        gradient: Gradient {
            GradientStop { position: 0; color: Theme.deep(opening.slug) }
            GradientStop { position: opening.portrait ? 0.28 : 0.5; color: Theme.mid(opening.slug) }
            GradientStop { position: 0.62; color: Theme.mid(opening.slug) }
            GradientStop { position: 1; color: Theme.high(opening.slug) }
        }
    }
    Plate {
        id: art

        // Upright, it begins where the words end.
        y: opening.portrait ? Math.max(560, lead.y + lead.height - 24) : 0
        width: parent.width
        height: opening.portrait ? 620 : opening.height
        kiosk: opening.kiosk
        media: Theme.highContrast ? "" : opening.page.plate
        gallery: opening.slug
        hasGround: false
        saysMissing: false
        alignX: Image.AlignRight
        description: opening.page.caption
    }
    Rectangle {
        // Portrait: the art sinks into the ground where the walk begins.
        visible: opening.portrait && !Theme.highContrast
        y: art.y
        width: parent.width
        height: art.height
        gradient: Gradient {
            GradientStop { position: 0; color: Theme.mid(opening.slug) }
            GradientStop { position: 0.16; color: Qt.alpha(Theme.mid(opening.slug), 0) }
            GradientStop { position: 0.84; color: Qt.alpha(Theme.mid(opening.slug), 0) }
            GradientStop { position: 1; color: Theme.mid(opening.slug) }
        }
    }
    Rectangle {
        // Words stay clear of the drawing, above and below.
        visible: !opening.portrait && !Theme.highContrast
        width: 900
        height: opening.lineY - 60
        gradient: Gradient {
            orientation: Gradient.Horizontal
            GradientStop { position: 0; color: Qt.alpha(Theme.deep(opening.slug), 0.72) }
            GradientStop { position: 0.7; color: Qt.alpha(Theme.deep(opening.slug), opening.slug === "preface" ? 0.7 : 0.3) }
            GradientStop { position: 1; color: Qt.alpha(Theme.deep(opening.slug), 0) }
        }
    }
    Rectangle {
        visible: !opening.portrait && !Theme.highContrast
        y: opening.lineY - 110
        width: parent.width
        height: opening.base - y
        gradient: Gradient {
            GradientStop { position: 0; color: Qt.alpha(opening.shade, 0) }
            GradientStop { position: 0.4; color: Qt.alpha(opening.shade, 0.86) }
            GradientStop { position: 1; color: Qt.alpha(opening.shade, 0.94) }
        }
    }
    Strands {
        visible: Theme.highContrast && !opening.portrait
        y: opening.lineY - 140
        width: parent.width
        ends: opening.page.ends
        spacing: 12
    }
    DragHandler {
        id: swipe

        readonly property real travel: activeTranslation.x

        target: null
        yAxis.enabled: false
        onActiveChanged: if (!active && Math.abs(travel) > 120) opening.kiosk.step(travel < 0 ? 1 : -1)
    }

    VTitle {
        id: hung

        x: Theme.edge + 16
        y: Theme.edge
        text: opening.page.title
        size: opening.portrait ? 112 : Theme.t1
        flatSize: Theme.textScale > 1.25 ? 60 : Theme.t2
        flatWidth: opening.portrait ? 640 : 700
        wraps: true
        color: opening.ink
    }
    Column {
        id: lead

        x: hung.hangs ? hung.x + hung.implicitWidth + 40 : hung.x
        y: hung.hangs ? 92 : hung.y + hung.implicitHeight + 20
        width: opening.portrait ? Math.min(620, opening.width - x - Theme.edge) : Theme.latin ? 590 : 452
        spacing: Theme.latin ? 12 : 18

        Txt {
            width: parent.width
            text: [opening.page.endsName, opening.page.period].filter(part => part !== "").join(" · ")
            voice: true
            font.pixelSize: 30
            color: opening.threadText
        }
        Strands {
            ends: opening.page.ends
            width: 96
            color: opening.threadText
        }
        Item {
            width: 1
            height: 6
        }
        Txt {
            width: parent.width
            title: true
            text: opening.page.lead
            font.pixelSize: Theme.latin ? Theme.t4 - 6 : Theme.t4
            font.weight: Font.Medium
            leading: 1.5
            color: opening.ink
        }
        Txt {
            width: parent.width
            visible: Theme.textScale === 1
            text: opening.page.secondLead
            font.pixelSize: Theme.small
            leading: 1.42
            color: opening.ink
        }
    }

    component StationWords: Column {
        id: words

        required property string mark
        required property string title
        required property string section
        property bool isMark: /[0-9]/.test(mark)

        spacing: 2

        Txt {
            title: true
            text: words.mark
            wrapMode: Text.NoWrap
            font.pixelSize: words.isMark ? (words.mark.length > 9 ? 36 : Theme.t3) : 40
            height: Theme.t3 * 1.36
            verticalAlignment: Text.AlignBottom
            color: opening.threadText
        }
        Txt {
            width: parent.width
            height: 84
            text: words.title
            fontSizeMode: Text.Fit
            minimumPixelSize: 20
            font.pixelSize: Theme.card
            font.weight: Font.Medium
            leading: 1.3
            color: opening.ink
        }
    }

    Rectangle {
        visible: !opening.portrait && walk.count > 0
        x: Math.max(0, -walk.contentX)
        y: opening.lineY + 10
        width: parent.width
        height: 2
        color: opening.thread
        opacity: 0.7
    }
    ListView {
        id: walk

        objectName: "stations"
        visible: !opening.portrait
        y: opening.lineY - 66
        width: parent.width
        height: 252
        orientation: ListView.Horizontal
        leftMargin: Theme.edge
        rightMargin: Theme.edge
        boundsBehavior: Flickable.StopAtBounds
        cacheBuffer: Theme.still ? 0 : 4000
        model: opening.portrait ? null : opening.page.stations

        delegate: Item {
            id: station

            required property string id
            required property string mark
            required property string title
            required property string section
            required property bool opensSection

            objectName: "station"
            width: 300
            height: 252
            Accessible.role: Accessible.Button
            Accessible.name: title
            Accessible.onPressAction: opening.kiosk.open(station.id)

            Txt {
                x: 0
                width: 276
                height: 58
                verticalAlignment: Text.AlignBottom
                visible: station.opensSection && text !== ""
                text: station.section
                voice: true
                fontSizeMode: Text.Fit
                minimumPixelSize: 18
                font.pixelSize: 25
                leading: 1.12
                color: opening.ink
            }
            Knot {
                y: 66
                thread: opening.thread
                ground: Theme.deep(opening.slug)
                isHere: tap.pressed
            }
            StationWords {
                y: 92
                width: 272
                mark: station.mark
                title: station.title
                section: station.section
            }
            TapHandler {
                id: tap

                onTapped: opening.kiosk.open(station.id)
            }
        }
    }

    More {
        anchors.right: parent.right
        y: opening.lineY + 22
        height: opening.base - y
        visible: isThere && !opening.portrait
        view: walk
        isAcross: true
        ground: opening.shade
        arrow: opening.threadText
    }

    Flickable {
        id: column

        visible: opening.portrait
        y: 1180
        width: parent.width
        height: opening.base - y
        contentHeight: stops.height + 40
        clip: true
        boundsBehavior: Flickable.StopAtBounds

        Rectangle {
            x: Theme.edge + 10
            y: 30
            width: 2
            height: Math.max(0, stops.height - 30)
            color: opening.thread
            opacity: 0.7
        }
        Column {
            id: stops

            x: Theme.edge
            width: parent.width - Theme.edge * 2

            Repeater {
                model: opening.portrait ? opening.page.stations : null

                delegate: Item {
                    id: stop

                    required property string id
                    required property string mark
                    required property string title
                    required property string section
                    required property bool opensSection

                    objectName: "station"
                    width: stops.width
                    height: Math.max(96, stopTitle.implicitHeight + 24) + (opensSection ? 52 : 0)
                    Accessible.role: Accessible.Button
                    Accessible.name: title
                    Accessible.onPressAction: opening.kiosk.open(stop.id)

                    Txt {
                        x: 56
                        y: 10
                        visible: stop.opensSection
                        text: stop.section
                        voice: true
                        font.pixelSize: 26
                        color: opening.ink
                    }
                    Item {
                        y: stop.opensSection ? 52 : 0
                        width: parent.width
                        height: parent.height - y

                        Knot {
                            anchors.verticalCenter: parent.verticalCenter
                            thread: opening.thread
                            ground: Theme.deep(opening.slug)
                        }
                        Txt {
                            id: stopMark

                            anchors.verticalCenter: parent.verticalCenter
                            x: 56
                            width: 250
                            title: true
                            text: stop.mark
                            wrapMode: Text.NoWrap
                            fontSizeMode: Text.HorizontalFit
                            minimumPixelSize: 26
                            font.pixelSize: 44
                            color: opening.threadText
                        }
                        Txt {
                            id: stopTitle

                            anchors.verticalCenter: parent.verticalCenter
                            x: 320
                            width: parent.width - x
                            text: stop.title
                            font.pixelSize: Theme.card
                            font.weight: Font.Medium
                            leading: 1.3
                            color: opening.ink
                        }
                    }
                    TapHandler {
                        onTapped: opening.kiosk.open(stop.id)
                    }
                }
            }
        }
    }
    More {
        y: opening.base - height
        visible: isThere && opening.portrait
        view: column
        ground: Theme.high(opening.slug)
        arrow: opening.threadText
    }
}
