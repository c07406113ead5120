pragma Singleton
pragma ComponentBehavior: Bound
import QtQuick
import Hall.Models

// The kiosk's own words; reading `language` makes every binding follow a switch in place.
QtObject {
    id: words

    property KioskController kiosk: null
    property string language: "zh-Hans"

    function of(key: string): string {
        return words.kiosk ? words.kiosk.word(key, words.language) : "";
    }
    function put(key: string, name: string, value: string): string {
        return words.of(key).replace("{" + name + "}", value);
    }
}
