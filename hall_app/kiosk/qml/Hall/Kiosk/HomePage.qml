pragma ComponentBehavior: Bound
import QtQuick
import Hall.Models

// Hall home: five bolts of cloth from ink to aluminium, one thread through all of them.
PageFrame {
    id: home

    required property HomePageModel page
    readonly property list<real> joints: [770, 540, 850, 705]
    readonly property int count: Math.max(1, kiosk.galleries.count)

    component Bolt: Item {
        id: bolt

        required property string id
        required property string slug
        required property string title
        required property string secondTitle
        required property string period
        required property string endsName
        required property int ends
        required property string bolt
        required property string fold

        Accessible.role: Accessible.Button
        Accessible.name: title
        Accessible.onPressAction: home.kiosk.open(bolt.id)
        objectName: "bolt-" + slug

        TapHandler {
            id: tap

            onTapped: home.kiosk.open(bolt.id)
        }
        Rectangle {
            anchors.fill: parent
            z: 2
            visible: tap.pressed
            color: "transparent"
            border.width: 4
            border.color: Theme.thread(bolt.slug)
        }
    }

    Row {
        visible: !home.portrait

        Repeater {
            model: home.portrait ? null : home.kiosk.galleries

            delegate: Bolt {
                id: column

                width: home.width / home.count
                height: home.height

                Plate {
                    anchors.fill: parent
                    kiosk: home.kiosk
                    media: Theme.highContrast ? "" : column.bolt
                    gallery: column.slug
                    saysMissing: false
                }
                VTitle {
                    id: hung

                    x: 44
                    y: 84
                    text: column.title
                    size: 82
                    flatSize: 42
                    flatWidth: column.width - 72
                    wraps: true
                    color: Theme.text(column.slug)
                }
                Column {
                    x: hung.hangs ? 158 : 44
                    y: hung.hangs ? 96 : 84 + hung.implicitHeight + 16
                    width: column.width - x - 20
                    spacing: 10

                    Txt {
                        text: column.endsName
                        voice: true
                        font.pixelSize: 30
                        color: Theme.threadText(column.slug)
                    }
                    Strands {
                        ends: column.ends
                        width: 64
                        color: Theme.threadText(column.slug)
                    }
                    Item {
                        width: 1
                        height: 4
                    }
                    Txt {
                        width: parent.width
                        text: column.secondTitle
                        font.pixelSize: 24
                        font.weight: Font.Medium
                        leading: 1.35
                        color: Theme.text(column.slug)
                    }
                    Txt {
                        width: parent.width
                        text: column.period
                        font.pixelSize: 20
                        color: Theme.text(column.slug)
                    }
                }
                Strands {
                    visible: Theme.highContrast
                    y: home.base * 0.72 - height
                    width: parent.width
                    ends: column.ends
                    spacing: 12
                }
                Rectangle {
                    visible: Theme.highContrast
                    anchors.right: parent.right
                    width: 3
                    height: parent.height
                    color: Theme.gauzeLine
                }
            }
        }
    }
    Repeater {
        // Where a new end is taken up.
        model: home.portrait || Theme.highContrast ? [] : home.joints

        delegate: Knot {
            required property real modelData
            required property int index

            x: home.width / home.count * (index + 1) - width / 2
            y: home.height * modelData / 1080 - height / 2
        }
    }

    Loader {
        active: home.portrait
        anchors.fill: parent
        sourceComponent: Item {
            id: folds

            readonly property real foldHeight: (home.base - Theme.header) / home.count

            Row {
                x: Theme.edge
                height: Theme.header
                spacing: 28

                Txt {
                    anchors.verticalCenter: parent.verticalCenter
                    title: true
                    text: home.kiosk.hallTitle
                    wrapMode: Text.NoWrap
                    font.pixelSize: Theme.latin ? 52 : 64
                    color: Theme.silk
                }
                Column {
                    anchors.verticalCenter: parent.verticalCenter

                    Txt {
                        text: Words.of("home-line")
                        voice: true
                        font.pixelSize: 26
                        leading: 1.35
                        color: Theme.quiet
                    }
                    Txt {
                        text: Words.of("home-line-other")
                        voice: true
                        font.pixelSize: 24
                        leading: 1.35
                        color: Theme.quiet
                    }
                }
            }
            Column {
                y: Theme.header

                Repeater {
                    model: home.kiosk.galleries

                    delegate: Bolt {
                        id: fold

                        width: home.width
                        height: folds.foldHeight

                        Plate {
                            anchors.fill: parent
                            kiosk: home.kiosk
                            media: Theme.highContrast ? "" : fold.fold
                            gallery: fold.slug
                            saysMissing: false
                            alignX: Image.AlignRight
                        }
                        Rectangle {
                            width: 700
                            height: parent.height
                            visible: fold.slug === "preface" && !Theme.highContrast
                            gradient: Gradient {
                                orientation: Gradient.Horizontal
                                GradientStop { position: 0; color: Qt.alpha(Theme.deep(fold.slug), 0.94) }
                                GradientStop { position: 0.62; color: Qt.alpha(Theme.deep(fold.slug), 0.8) }
                                GradientStop { position: 1; color: Qt.alpha(Theme.deep(fold.slug), 0) }
                            }
                        }
                        Column {
                            x: Theme.edge
                            y: 26
                            spacing: 2

                            Row {
                                spacing: 22

                                Txt {
                                    id: foldTitle

                                    title: true
                                    text: fold.title
                                    wrapMode: Text.NoWrap
                                    font.pixelSize: Theme.latin ? 44 : 72
                                    color: Theme.text(fold.slug)
                                }
                                Txt {
                                    // In English the title takes the line to itself.
                                    visible: !Theme.latin
                                    anchors.baseline: foldTitle.baseline
                                    text: fold.endsName
                                    voice: true
                                    font.pixelSize: 28
                                    color: Theme.threadText(fold.slug)
                                }
                            }
                            Txt {
                                text: Theme.latin ? fold.secondTitle + " · " + fold.endsName : fold.secondTitle
                                font.pixelSize: 23
                                font.weight: Font.Medium
                                leading: 1.42
                                color: Theme.text(fold.slug)
                            }
                            Txt {
                                text: fold.period
                                font.pixelSize: 22
                                leading: 1.42
                                color: Theme.text(fold.slug)
                            }
                        }
                        Rectangle {
                            visible: Theme.highContrast
                            width: parent.width
                            height: 3
                            color: Theme.gauzeLine
                        }
                    }
                }
            }
        }
    }
}
