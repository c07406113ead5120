pragma ComponentBehavior: Bound
import QtQuick
import Hall.Models

// The three languages, one tap each; the page and its place stay.
Row {
    id: languages

    required property KioskController kiosk
    property int keyWidth: 76

    spacing: 0

    Repeater {
        model: ["zh-Hans", "zh-Hant", "en"]

        delegate: Key {
            required property string modelData

            objectName: "language-" + modelData
            width: languages.keyWidth
            bare: true
            label: Words.of("language-" + modelData)
            description: label
            selected: languages.kiosk.language === modelData
            fg: selected ? Theme.silk : Theme.rawSilk
            onClicked: languages.kiosk.speak(modelData)
        }
    }
}
