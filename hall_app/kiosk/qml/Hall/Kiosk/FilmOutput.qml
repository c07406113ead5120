pragma ComponentBehavior: Bound
import QtQuick
import QtMultimedia

// The film itself where a graphics card draws: Qt's own output, which software rendering leaves black.
VideoOutput {
    endOfStreamPolicy: VideoOutput.KeepLastFrame
}
