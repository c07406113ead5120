pragma ComponentBehavior: Bound
import QtQuick
import Hall.Models

// The kiosk's window.
Window {
    id: window

    required property KioskController kiosk

    visible: false
    color: Theme.gauze
    title: kiosk.hallTitle

    Scene {
        anchors.fill: parent
        kiosk: window.kiosk
        pixelRatio: window.Screen.devicePixelRatio
    }
}
