pragma Singleton
pragma ComponentBehavior: Bound
import QtQuick

// The tokens of the visual system. Lengths are px on a stage with a short side of 1080.
QtObject {
    id: theme

    property bool highContrast: false
    property bool lowReach: false
    property bool reducedMotion: false
    property bool still: false
    property bool latin: false
    property real textScale: 1
    property real density: 1 // screen pixels to a stage pixel

    // The two faces of gambiered gauze, dark and light.
    readonly property color gauze: highContrast ? "#000000" : "#15110E"
    readonly property color gauzeDeep: highContrast ? "#000000" : "#0E0B09"
    readonly property color gauzeRaised: highContrast ? "#000000" : "#221B16"
    readonly property color gauzePressed: highContrast ? "#3A3A3A" : "#3D3025"
    readonly property color gauzeLine: highContrast ? "#FFFFFF" : "#4A3D32"
    readonly property color railThread: highContrast ? "#FFFFFF" : "#6B5A48"
    readonly property color silk: highContrast ? "#FFE14A" : "#F0D9A8"
    readonly property color rawSilk: highContrast ? "#FFFFFF" : "#F6EEDF"
    readonly property color quiet: highContrast ? "#FFFFFF" : "#C9B9A2"
    readonly property color inkOnSilk: highContrast ? "#000000" : "#17232C"
    readonly property color ink: highContrast ? "#FFFFFF" : "#17232C"
    readonly property color inkQuiet: highContrast ? "#FFFFFF" : "#233545"
    readonly property color brass: highContrast ? "#FFE14A" : "#6E4510"
    readonly property color brassLine: highContrast ? "#FFE14A" : "#8A5B18"
    readonly property color alert: highContrast ? "#FFE14A" : "#FF8A70"
    readonly property color veil: highContrast ? "#F0000000" : "#D015110E"
    readonly property color label: highContrast ? "#FF000000" : "#D815110E"
    readonly property color band: highContrast ? "#00000000" : "#0AF0D9A8"

    // The light pages of the aluminium gallery.
    readonly property color paperHigh: highContrast ? "#000000" : "#E4EBF0"
    readonly property color paper: highContrast ? "#000000" : "#E9EFF3"
    readonly property color paperLow: highContrast ? "#000000" : "#B5C6D2"
    readonly property color plate: highContrast ? "#000000" : "#F4F7F9"
    readonly property color plateEdge: "#FFFFFF"
    readonly property color chip: highContrast ? "#000000" : "#50FFFFFF"
    readonly property color chipLine: highContrast ? "#FFFFFF" : "#6F879A"
    readonly property color chipOn: highContrast ? "#FFE14A" : "#17232C"
    readonly property color inkOnChip: highContrast ? "#000000" : "#F6EEDF"
    readonly property color sheetHigh: highContrast ? "#000000" : "#C9D6DF"
    readonly property color sheetLow: highContrast ? "#000000" : "#8FA8BA"

    readonly property string serif: "Noto Serif SC"
    readonly property string sans: "Noto Sans SC"
    readonly property string kai: "LXGW WenKai"

    readonly property int t0: 148
    readonly property int t1: 136
    readonly property int t1Latin: 96
    readonly property int t2: 84
    readonly property int t3: 52
    readonly property int figure: 210
    readonly property int t4: Math.round(36 * textScale)
    readonly property int body: Math.round(32 * textScale)
    readonly property int card: Math.round(27 * textScale)
    readonly property int small: Math.round(24 * textScale)
    readonly property int note: Math.round(21 * textScale)

    readonly property int s1: 8
    readonly property int s2: 16
    readonly property int s3: 24
    readonly property int s4: 40
    readonly property int s5: 64
    readonly property int s6: 96
    readonly property int edge: 72
    readonly property int target: lowReach ? 120 : 84
    readonly property int rail: lowReach ? 152 : 120
    readonly property int railPortrait: lowReach ? 304 : 232
    readonly property int header: 176
    readonly property int radius: 4
    readonly property int hairline: highContrast ? 3 : 1
    readonly property int knot: 22

    readonly property int press: still || reducedMotion ? 0 : 90
    readonly property int quick: still || reducedMotion ? 0 : 180
    readonly property int calm: still ? 0 : reducedMotion ? 120 : 420
    readonly property int reel: still || reducedMotion ? 0 : 900
    readonly property int settle: still || reducedMotion ? 0 : 260

    // Colours of each gallery: ground deep, mid, high; text; accent; lane on gauze. Untyped: a table.
    readonly property var galleries: ({
        preface: ["#0B1A1E", "#12292F", "#1F444B", "#EAF3F1", "#7FB0B0", "#7FB0B0"],
        century: ["#2A140C", "#4A2615", "#74401F", "#FBEEDB", "#DDA468", "#DDA468"],
        era: ["#4A0C0D", "#7A1615", "#8F1D18", "#FFF0EA", "#F2A08C", "#FF9A84"],
        craft: ["#072B25", "#0E4439", "#14594A", "#EAF7F0", "#8FD3B6", "#62BD9A"],
        brand: ["#DCE5EB", "#C3D1DB", "#9DB3C3", "#17232C", "#1E3B54", "#BFD0DC"]
    })

    // Each gallery's colour on gauze. Untyped: a table handed to the painter of skeins.
    readonly property var lanes: ({ preface: lane("preface"), century: lane("century"), era: lane("era"), craft: lane("craft"), brand: lane("brand") })

    function tone(gallery: string, place: int): color {
        return (galleries[gallery] ?? ["#15110E", "#1C1612", "#221B16", "#F6EEDF", "#F0D9A8", "#F0D9A8"])[place];
    }
    function blend(from: color, to: color, share: real): color {
        return Qt.rgba(from.r + (to.r - from.r) * share, from.g + (to.g - from.g) * share, from.b + (to.b - from.b) * share, 1);
    }
    function deep(gallery: string): color { return highContrast ? "#000000" : tone(gallery, 0); }
    function mid(gallery: string): color { return highContrast ? "#000000" : tone(gallery, 1); }
    function high(gallery: string): color { return highContrast ? "#000000" : tone(gallery, 2); }
    function text(gallery: string): color { return highContrast ? "#FFFFFF" : tone(gallery, 3); }
    function accent(gallery: string): color { return highContrast ? "#FFE14A" : tone(gallery, 4); }
    function lane(gallery: string): color { return highContrast ? "#FFFFFF" : tone(gallery, 5); }
    function isLight(gallery: string): bool { return gallery === "brand" && !highContrast; }
    function thread(gallery: string): color { return isLight(gallery) ? brassLine : silk; }
    function threadText(gallery: string): color { return isLight(gallery) ? brass : silk; }
    function controlLine(gallery: string): color { return isLight(gallery) ? chipLine : highContrast ? "#FFFFFF" : Qt.alpha(tone(gallery, 3), 0.42); }
    function icon(name: string, tint: color): string { return "image://icon/" + name + "/" + tint.toString().slice(-6); }
}
