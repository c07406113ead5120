pragma ComponentBehavior: Bound
import QtQuick
import Hall.Models

// What every page stands on: the stage without its rail.
Item {
    id: frame

    required property KioskController kiosk
    readonly property bool portrait: height > width
    readonly property int foot: portrait ? Theme.railPortrait : Theme.rail
    readonly property int base: height - foot
}
