pragma ComponentBehavior: Bound
import QtQuick

// Over a title: the gallery's ends by name, and drawn.
Column {
    id: eyebrow

    required property string words
    required property int ends
    property color color: Theme.silk

    spacing: 14

    Txt {
        width: eyebrow.width
        text: eyebrow.words
        voice: true
        font.pixelSize: 30
        color: eyebrow.color
    }
    Strands {
        visible: eyebrow.ends > 0
        ends: eyebrow.ends
        width: 96
        color: eyebrow.color
    }
}
