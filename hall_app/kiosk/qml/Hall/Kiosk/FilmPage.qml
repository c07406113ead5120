pragma ComponentBehavior: Bound
import QtQuick
import Hall.Models

// A film on its gallery's ground, its progress a thread; without a film its poster, and plain words.
PageFrame {
    id: film

    required property FilmPageModel page
    readonly property string slug: page.gallery
    readonly property color ink: Theme.text(slug)
    readonly property int frameWidth: portrait ? width : Math.min(width - 560, Math.round((base - 126 - Theme.target) * 16 / 9))

    Rectangle {
        anchors.fill: parent
        gradient: Gradient {
            GradientStop { position: 0; color: Theme.deep(film.slug) }
            GradientStop { position: 1; color: Theme.mid(film.slug) }
        }
    }
    Item {
        id: frame

        x: film.portrait ? 0 : film.width - width
        y: film.portrait ? 420 : 0
        width: film.frameWidth
        height: Math.round(width * 9 / 16)

        Plate {
            anchors.fill: parent
            kiosk: film.kiosk
            media: film.page.hasPoster ? film.page.poster : film.page.galleryPlate
            gallery: film.slug
            saysMissing: false
            description: film.page.title
        }
        Loader {
            anchors.fill: parent
            active: film.page.hasFilm && !Theme.still
            source: GraphicsInfo.api === GraphicsInfo.Software ? "FilmView.qml" : "FilmOutput.qml"
            onLoaded: film.page.attach(item)
        }
        Rectangle {
            visible: !film.page.hasFilm
            anchors { left: parent.left; bottom: parent.bottom }
            width: missing.implicitWidth + 48
            height: 72
            color: Theme.label

            Txt {
                id: missing

                objectName: "filmMissing"
                anchors.centerIn: parent
                text: Words.of("film-coming")
                voice: true
                font.pixelSize: 30
            }
        }
        Rectangle {
            visible: film.page.subtitle !== ""
            anchors { horizontalCenter: parent.horizontalCenter; bottom: parent.bottom; bottomMargin: 24 }
            width: Math.min(parent.width - 80, words.implicitWidth + 48)
            height: words.implicitHeight + 20
            color: Qt.alpha(Theme.gauze, 0.8)

            Txt {
                id: words

                anchors.centerIn: parent
                width: Math.min(implicitWidth, frame.width - 128)
                horizontalAlignment: Text.AlignHCenter
                text: film.page.subtitle
                font.pixelSize: 34
                leading: 1.35
            }
        }
        TapHandler {
            enabled: film.page.hasFilm
            onTapped: film.page.toggle()
        }
    }
    Connections {
        target: film.page

        function onPlayed(): void { film.kiosk.hold(film.page.isPlaying); }
    }
    Story {
        x: Theme.edge
        y: film.portrait ? 48 : Theme.edge
        width: film.portrait ? film.width - Theme.edge * 2 : film.width - film.frameWidth - Theme.edge - 40
        height: film.portrait ? 360 : film.base - y - 140
        gallery: film.slug
        eyebrow: [film.page.endsName, Words.of("form-film")].filter(part => part !== "").join(" · ")
        ends: film.page.ends
        title: film.page.title
        titleSize: title.length > 8 || Theme.latin ? 48 : 60
        body: film.portrait ? "" : film.page.body
        secondTitle: film.page.secondTitle
    }
    Scroll {
        id: story

        x: Theme.edge
        y: controls.y + controls.height + Theme.s3
        visible: film.portrait
        width: film.width - Theme.edge * 2
        height: steps.y - Theme.s3 - y
        ground: Theme.blend(Theme.deep(film.slug), Theme.mid(film.slug), 0.86)
        arrow: Theme.threadText(film.slug)

        Txt {
            width: story.width
            text: film.page.body
            font.pixelSize: Theme.body
            leading: 1.62
            color: film.ink
        }
    }
    Item {
        // The film's own thread: what has gone by is silk.
        id: progress

        x: film.portrait ? Theme.edge : frame.x
        y: frame.y + frame.height + 20
        width: film.portrait ? film.width - Theme.edge * 2 : frame.width - Theme.edge
        height: 72
        visible: film.page.hasFilm

        Rectangle {
            y: 35
            width: parent.width
            height: 2
            color: Qt.alpha(Theme.thread(film.slug), 0.5)
        }
        Rectangle {
            y: 33
            width: parent.width * film.page.share
            height: 6
            color: Theme.thread(film.slug)
        }
        Knot {
            x: parent.width * film.page.share - width / 2
            y: 36 - height / 2
            width: 30
            thread: Theme.thread(film.slug)
            isHere: true
        }
        TapHandler {
            onTapped: point => film.page.seek(point.position.x / progress.width)
        }
        DragHandler {
            target: null
            onCentroidChanged: if (active) film.page.seek(centroid.position.x / progress.width)
        }
    }
    Row {
        id: controls

        x: progress.x
        y: progress.y + progress.height + 8
        visible: film.page.hasFilm
        spacing: Theme.s2

        Key {
            objectName: "play"
            primary: true
            icon: film.page.isPlaying ? "pause" : "play"
            label: Words.of(film.page.isPlaying ? "pause" : "play")
            onClicked: film.page.toggle()
        }
        Key {
            objectName: "captions"
            icon: "captions"
            label: Words.of("captions")
            selected: film.page.showsCaptions
            fg: film.ink
            iconTint: Theme.threadText(film.slug)
            line: Theme.controlLine(film.slug)
            onClicked: film.page.toggle_captions()
        }
        Key {
            objectName: "sound"
            icon: film.page.isMuted ? "muted" : "volume"
            label: Words.of("sound")
            selected: !film.page.isMuted
            fg: film.ink
            iconTint: Theme.threadText(film.slug)
            line: Theme.controlLine(film.slug)
            onClicked: film.page.toggle_sound()
        }
        Txt {
            anchors.verticalCenter: parent.verticalCenter
            text: film.page.clock
            font.pixelSize: 26
            color: film.ink
        }
    }
    Steps {
        id: steps

        room: (film.portrait ? film.width - Theme.edge : frame.x - Theme.s3) - x
        x: Theme.edge
        y: film.base - height - 24
        kiosk: film.kiosk
        gallery: film.slug
        previousRef: film.page.previousRef
        nextRef: film.page.nextRef
    }
}
