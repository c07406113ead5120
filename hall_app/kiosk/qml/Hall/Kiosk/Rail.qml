pragma ComponentBehavior: Bound
import QtQuick
import Hall.Models

// The bottom rail: where you are on the thread, the tools, the languages. Always at hand height.
Rectangle {
    id: rail

    required property KioskController kiosk
    property bool portrait: false
    readonly property bool isHome: kiosk.form === "Home"
    readonly property int toolWidth: Math.floor((width - Theme.edge * 2 - Theme.s2 * 3) / 4)

    height: portrait ? Theme.railPortrait : Theme.rail
    color: Theme.gauze

    component Tools: Row {
        id: tools

        property int keyWidth: 0

        Repeater {
            model: [["search", "search"], ["timeline", "time"], ["wall", "section"], ["access", "person"]]

            delegate: Key {
                // A pair of page name and icon name.
                required property var modelData
                readonly property string name: modelData[0]

                objectName: "tool-" + name
                width: tools.keyWidth || implicitWidth
                padding: 20
                bare: tools.keyWidth === 0
                icon: modelData[1]
                label: Words.of(name)
                selected: name === "access" ? rail.kiosk.isAccessOpen : rail.kiosk.form.toLowerCase() === name
                fg: selected ? Theme.silk : Theme.rawSilk
                onClicked: name === "access" ? rail.kiosk.showAccess(!rail.kiosk.isAccessOpen) : rail.kiosk.open(name)
            }
        }
    }
    component BackKey: Key {
        objectName: "back"
        icon: "back"
        description: Words.of("back")
        onClicked: rail.kiosk.back()
    }

    Shield {}
    Rectangle {
        width: parent.width
        height: Theme.hairline
        color: Theme.gauzeLine
    }

    Row {
        id: left

        visible: !rail.portrait
        anchors { left: parent.left; leftMargin: Theme.edge; verticalCenter: parent.verticalCenter }
        spacing: Theme.s3

        BackKey {
            visible: !rail.isHome
            anchors.verticalCenter: parent.verticalCenter
        }
        Item {
            width: names.width
            height: 84

            Column {
                id: names

                anchors.verticalCenter: parent.verticalCenter

                Txt {
                    title: true
                    text: rail.kiosk.hallTitle
                    wrapMode: Text.NoWrap
                    font.pixelSize: Theme.latin ? 28 : 34
                    color: Theme.silk
                }
                Txt {
                    visible: text !== ""
                    text: rail.kiosk.secondHallTitle
                    wrapMode: Text.NoWrap
                    font.pixelSize: 20
                    leading: 1.2
                    color: Theme.quiet
                }
            }
            TapHandler {
                onTapped: rail.kiosk.open("home")
            }
        }
    }
    ThreadMap {
        visible: !rail.portrait && !rail.isHome && !(Theme.latin && Theme.textScale > 1)
        anchors { left: left.right; leftMargin: Theme.latin ? 28 : 40; verticalCenter: parent.verticalCenter }
        kiosk: rail.kiosk
        cell: Theme.latin ? 60 : 100
        showsNames: !Theme.latin
    }
    Row {
        visible: !rail.portrait
        anchors { right: parent.right; rightMargin: Theme.edge - 20; verticalCenter: parent.verticalCenter }

        Tools {}
        Languages {
            kiosk: rail.kiosk
        }
    }

    Column {
        visible: rail.portrait
        anchors { horizontalCenter: parent.horizontalCenter; verticalCenter: parent.verticalCenter }
        width: parent.width - Theme.edge * 2
        spacing: Theme.s2

        Item {
            width: parent.width
            height: Theme.target

            BackKey {
                id: portraitBack

                visible: !rail.isHome
            }
            ThreadMap {
                anchors { left: rail.isHome ? parent.left : portraitBack.right; leftMargin: rail.isHome ? 0 : Theme.s3 }
                kiosk: rail.kiosk
                cell: 104
                showsNames: !Theme.latin
            }
            Languages {
                anchors.right: parent.right
                kiosk: rail.kiosk
                keyWidth: 84
            }
        }
        Tools {
            keyWidth: rail.toolWidth
            spacing: Theme.s2
        }
    }
}
