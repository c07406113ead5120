pragma ComponentBehavior: Bound
import QtQuick
import Hall.Playback

// The film itself, painted; loaded only where there is a film to show.
FilmItem {}
