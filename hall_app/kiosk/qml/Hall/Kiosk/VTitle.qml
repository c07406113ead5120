pragma ComponentBehavior: Bound
import QtQuick

// A title of two to six characters hung vertically, one to a cell; anything else lies flat.
Item {
    id: vtitle

    required property string text
    property int size: Theme.t2
    property int flatSize: Math.min(size, Theme.t1Latin)
    property int flatWidth: 900
    property color color: Theme.rawSilk
    property real pitch: 1.06
    property bool lies: false
    // A flat title may take several lines; then only a word longer than a line makes it smaller.
    property bool wraps: false
    readonly property string longestWord: text.split(" ").reduce((longest, word) => word.length > longest.length ? word : longest, "")
    readonly property int wrappedSize: Math.floor(flatSize * Math.min(1, flatWidth / Math.max(1, widest.advanceWidth)))
    readonly property bool hangs: !lies && !Theme.latin && text.length <= 6 && !/[A-Za-z0-9]/.test(text)

    implicitWidth: hangs ? size * 1.04 : flat.width
    implicitHeight: hangs ? column.implicitHeight : flat.contentHeight

    Accessible.role: Accessible.Heading
    Accessible.name: text

    Column {
        id: column

        visible: vtitle.hangs

        Repeater {
            model: vtitle.hangs ? vtitle.text.split("") : []

            delegate: Txt {
                required property string modelData

                objectName: "cell"
                title: true
                width: vtitle.size * 1.04
                height: vtitle.size * vtitle.pitch
                text: modelData
                horizontalAlignment: Text.AlignHCenter
                verticalAlignment: Text.AlignVCenter
                font.pixelSize: vtitle.size
                color: vtitle.color
                Accessible.ignored: true
            }
        }
    }

    Txt {
        id: flat

        objectName: "flatTitle"
        visible: !vtitle.hangs
        title: true
        width: vtitle.flatWidth
        text: vtitle.text
        fontSizeMode: vtitle.wraps ? Text.FixedSize : Text.HorizontalFit
        minimumPixelSize: 28
        font.pixelSize: vtitle.wraps ? vtitle.wrappedSize : vtitle.flatSize
        leading: 1.16
        color: vtitle.color
        Accessible.ignored: true
    }

    TextMetrics {
        id: widest

        font.family: Theme.serif
        font.weight: Font.DemiBold
        font.pixelSize: vtitle.flatSize
        text: vtitle.longestWord
    }
}
