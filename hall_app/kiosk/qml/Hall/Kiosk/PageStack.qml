pragma ComponentBehavior: Bound
import QtQuick
import Hall.Models

// Shows the controller's page; the old one slides away and fades while the new one comes.
Item {
    id: stack

    required property KioskController kiosk
    property Loader front: first

    function show(): void {
        // The change under way ends first: it empties the loader that this one fills.
        change.complete();
        const leaving = front, coming = front === first ? second : first;
        coming.z = 1;
        leaving.z = 0;
        coming.setSource(stack.kiosk.form + "Page.qml", { kiosk: stack.kiosk, page: stack.kiosk.page });
        front = coming;
        change.restart(leaving, coming);
    }

    Component.onCompleted: show()

    Loader {
        id: first

        anchors { top: parent.top; bottom: parent.bottom }
        width: parent.width
    }
    Loader {
        id: second

        anchors { top: parent.top; bottom: parent.bottom }
        width: parent.width
    }
    Connections {
        target: stack.kiosk

        function onPageChanged(): void { stack.show(); }
    }
    ParallelAnimation {
        id: change

        property Loader leaving
        property Loader coming

        function restart(from: Loader, to: Loader): void {
            change.leaving = from;
            change.coming = to;
            to.opacity = 0;
            if (Theme.calm > 0)
                change.start();
            else
                change.settle();
        }
        function settle(): void {
            change.leaving.source = "";
            change.leaving.x = 0;
            change.coming.opacity = 1;
        }

        onFinished: settle()

        NumberAnimation { target: change.leaving; property: "x"; to: -64; duration: Theme.calm; easing.type: Easing.OutQuint }
        NumberAnimation { target: change.leaving; property: "opacity"; to: 0; duration: Theme.calm; easing.type: Easing.OutQuint }
        NumberAnimation { target: change.coming; property: "opacity"; to: 1; duration: Theme.calm; easing.type: Easing.OutQuint }
    }
}
