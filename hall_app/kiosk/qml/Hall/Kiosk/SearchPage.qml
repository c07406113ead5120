pragma ComponentBehavior: Bound
import QtQuick
import Hall.Models

// Search: results above, letters below at hand height; initials are enough.
PageFrame {
    id: search

    required property SearchPageModel page
    readonly property list<string> rows: ["qwertyuiop", "asdfghjkl", "zxcvbnm"]
    readonly property int gap: portrait ? 10 : 16
    readonly property int keyWidth: portrait ? Math.floor((width - Theme.edge * 2 - gap * 9) / 10) : 128
    readonly property int wideKey: portrait ? Math.floor(keyWidth * 1.4) : 180
    readonly property int cardWidth: portrait ? width - Theme.edge * 2 : 576

    Rectangle {
        anchors.fill: parent
        color: Theme.gauze
    }
    Item {
        id: field

        x: Theme.edge
        y: 56
        width: parent.width - Theme.edge * 2
        height: 116

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            width: 56
            height: 56
            name: "search"
        }
        Row {
            x: 88
            anchors.verticalCenter: parent.verticalCenter
            spacing: 14

            Txt {
                anchors.verticalCenter: parent.verticalCenter
                visible: text !== ""
                title: true
                text: search.page.taken
                wrapMode: Text.NoWrap
                font.pixelSize: 64
            }
            Txt {
                objectName: "typed"
                anchors.verticalCenter: parent.verticalCenter
                visible: text !== ""
                text: search.page.typed
                wrapMode: Text.NoWrap
                font.pixelSize: 58
                font.weight: Font.Medium
                color: Theme.silk
            }
            Rectangle {
                anchors.verticalCenter: parent.verticalCenter
                width: 4
                height: 68
                color: Theme.silk
            }
        }
        Strands {
            anchors.bottom: parent.bottom
            width: parent.width
            ends: 2
            spacing: 4
        }
        Txt {
            anchors { right: parent.right; verticalCenter: parent.verticalCenter }
            visible: search.page.isEmpty || !search.portrait
            text: search.page.isEmpty ? Words.of(search.portrait ? "search-hint" : "search-start") : search.page.hint
            voice: true
            font.pixelSize: 28
            color: Theme.quiet
        }
    }
    Column {
        anchors.centerIn: results
        visible: search.page.found.count === 0
        width: search.width - Theme.edge * 2
        spacing: Theme.s3

        Txt {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: search.page.hint
            voice: true
            font.pixelSize: 40
            color: Theme.quiet
        }
        Key {
            anchors.horizontalCenter: parent.horizontalCenter
            visible: !search.page.isEmpty
            label: Words.of("clear")
            onClicked: search.page.clear()
        }
    }
    ListView {
        id: results

        objectName: "results"
        x: search.portrait ? Theme.edge : 0
        y: field.y + field.height + 28
        width: search.portrait ? search.cardWidth : parent.width
        height: candidates.y - y - 20
        leftMargin: search.portrait ? 0 : Theme.edge
        rightMargin: search.portrait ? 0 : Theme.edge
        orientation: search.portrait ? ListView.Vertical : ListView.Horizontal
        spacing: 24
        clip: search.portrait
        boundsBehavior: Flickable.StopAtBounds
        cacheBuffer: Theme.still ? 0 : 2400
        model: search.page.found

        delegate: Item {
            id: card

            required property string id
            required property string place
            required property string mark
            required property string title
            required property string words
            required property string gallery

            objectName: "result"
            width: search.cardWidth
            height: search.portrait ? 236 : results.height
            Accessible.role: Accessible.Button
            Accessible.name: card.title
            Accessible.onPressAction: search.kiosk.open(card.id)

            Rectangle {
                anchors.fill: parent
                color: tap.pressed ? Theme.gauzePressed : Theme.gauzeRaised
                border.width: Theme.highContrast ? 3 : 0
                border.color: Theme.gauzeLine
            }
            Rectangle {
                width: 6
                height: parent.height
                color: Theme.lane(card.gallery)
            }
            Txt {
                id: place

                x: 36
                y: 20
                width: parent.width - 60
                text: card.place
                wrapMode: Text.NoWrap
                font.pixelSize: 22
                font.weight: Font.Medium
                color: Theme.lane(card.gallery)
            }
            Txt {
                id: mark

                x: 36
                y: 48
                visible: text !== ""
                title: true
                text: card.mark
                wrapMode: Text.NoWrap
                font.pixelSize: search.portrait ? 40 : 48
                color: Theme.silk
            }
            Txt {
                id: title

                x: search.portrait && mark.visible ? mark.x + mark.width + 24 : 36
                y: search.portrait ? 52 : mark.visible ? 122 : 64
                width: parent.width - x - 24
                height: search.portrait ? 56 : 88
                title: true
                text: card.title
                fontSizeMode: Text.Fit
                minimumPixelSize: 20
                font.pixelSize: 33
                verticalAlignment: search.portrait ? Text.AlignVCenter : Text.AlignTop
                leading: 1.25
            }
            Txt {
                x: 36
                y: search.portrait ? 122 : mark.visible ? 214 : 160
                width: parent.width - 60
                height: parent.height - y - 14
                text: card.words
                fontSizeMode: Text.Fit
                minimumPixelSize: 18
                font.pixelSize: 23
                leading: 1.4
                elide: Text.ElideRight
                isAbridged: true
                color: Theme.quiet
            }
            TapHandler {
                id: tap

                onTapped: search.kiosk.open(card.id)
            }
        }
    }
    More {
        anchors { top: results.top; bottom: results.bottom; right: parent.right }
        visible: isThere && !search.portrait
        view: results
        isAcross: true
    }
    More {
        anchors { left: results.left; right: results.right; bottom: results.bottom }
        visible: isThere && search.portrait
        view: results
    }
    ListView {
        id: candidates

        x: Theme.edge
        y: keys.y - 84 - 16
        width: parent.width - Theme.edge * 2
        height: 84
        orientation: ListView.Horizontal
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        cacheBuffer: Theme.still ? 0 : 320
        model: search.page.candidates

        delegate: Item {
            id: candidate

            required property string words
            required property int index

            objectName: "candidate"
            width: measure.advanceWidth + 72
            height: 84
            Accessible.role: Accessible.Button
            Accessible.name: candidate.words
            Accessible.onPressAction: search.page.take(candidate.words)

            TextMetrics {
                id: measure

                font: word.font
                text: candidate.words
            }
            Rectangle {
                anchors.fill: parent
                color: candidate.index === 0 ? Theme.silk : "transparent"
            }
            Rectangle {
                anchors { right: parent.right; verticalCenter: parent.verticalCenter }
                visible: candidate.index > 0
                width: 1
                height: 40
                color: Theme.gauzeLine
            }
            Txt {
                id: word

                anchors.centerIn: parent
                title: true
                text: candidate.words
                wrapMode: Text.NoWrap
                font.pixelSize: 38
                color: candidate.index === 0 ? Theme.inkOnSilk : Theme.rawSilk
            }
            TapHandler {
                onTapped: search.page.take(candidate.words)
            }
        }
    }
    Column {
        id: keys

        anchors.horizontalCenter: parent.horizontalCenter
        y: search.base - height - 24
        spacing: search.gap

        Repeater {
            model: search.rows

            delegate: Row {
                id: line

                required property string modelData
                required property int index

                anchors.horizontalCenter: parent ? parent.horizontalCenter : undefined
                spacing: search.gap

                Key {
                    visible: line.index === 2
                    objectName: "key-space"
                    width: search.wideKey
                    height: 84
                    padding: 4
                    label: Words.of("space")
                    fill: Theme.gauzeRaised
                    onClicked: search.page.type(" ")
                }
                Repeater {
                    model: line.modelData.split("")

                    delegate: Key {
                        required property string modelData

                        objectName: "key-" + modelData
                        width: search.keyWidth
                        height: 84
                        padding: 4
                        size: 36
                        label: modelData
                        fill: isPressed ? Theme.gauzePressed : Theme.gauzeRaised
                        onClicked: search.page.type(modelData)
                    }
                }
                Key {
                    visible: line.index === 2
                    objectName: "key-delete"
                    width: search.wideKey
                    height: 84
                    icon: "del"
                    description: Words.of("delete")
                    fill: Theme.gauzeRaised
                    onClicked: search.page.rub_out()
                }
            }
        }
    }
}
