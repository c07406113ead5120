pragma ComponentBehavior: Bound
import QtQuick

// All text of the kiosk. `leading` is line pitch over size; 0 keeps the font's own line.
Text {
    id: txt

    property bool title: false
    property bool voice: false
    // An excerpt may end in an ellipsis; any other text must be whole.
    property bool isAbridged: false
    readonly property bool isTxt: true
    // Where the glyphs stand in the item, 0 to 1, for the check that all words fit.
    readonly property real acrossShare: horizontalAlignment === Text.AlignHCenter ? 0.5 : horizontalAlignment === Text.AlignRight ? 1 : 0
    readonly property real downShare: verticalAlignment === Text.AlignVCenter ? 0.5 : verticalAlignment === Text.AlignBottom ? 1 : 0
    property real leading: 0
    // Room for a title in Chinese: its lines are made equally long, so that none is one character.
    property real room: 0
    readonly property int charactersALine: Math.max(1, Math.floor(room / font.pixelSize))
    readonly property int evenLine: Math.ceil(text.length / Math.ceil(text.length / charactersALine))
    readonly property real natural: voice ? 1.18 : 1.448

    width: room > 0 ? (Theme.latin ? room : Math.min(room, (evenLine + 0.6) * font.pixelSize)) : implicitWidth
    font.family: voice ? Theme.kai : title ? Theme.serif : Theme.sans
    font.pixelSize: Theme.body
    font.weight: title ? Font.DemiBold : voice ? Font.Medium : Font.Normal
    lineHeight: leading > 0 ? leading / natural : 1
    color: Theme.rawSilk
    textFormat: Text.PlainText
    wrapMode: Text.WordWrap
    renderType: Text.QtRendering
    Accessible.role: Accessible.StaticText
    Accessible.name: text
}
