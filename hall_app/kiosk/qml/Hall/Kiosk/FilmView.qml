pragma ComponentBehavior: Bound
import QtQuick
import Hall.Playback

// The film itself, painted: for software rendering, where Qt's own output is black.
FilmItem {}
