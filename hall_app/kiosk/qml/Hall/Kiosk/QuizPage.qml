pragma ComponentBehavior: Bound
import QtQuick
import Hall.Models

// One question, its answers as long keys, and what is right, with the story behind it.
PageFrame {
    id: quiz

    required property QuizPageModel page
    readonly property string slug: page.gallery
    readonly property color ink: Theme.text(slug)
    // The ground about the drawing.
    readonly property color shade: Theme.blend(Theme.deep(slug), Theme.mid(slug), portrait ? 0.64 : 0.6)
    readonly property color silk: Theme.threadText(slug)
    // The right answer: silk on the dark galleries, ink on the light one.
    readonly property color rightGround: Theme.isLight(slug) ? Theme.chipOn : Theme.silk
    readonly property color inkOnRight: Theme.isLight(slug) ? Theme.inkOnChip : Theme.inkOnSilk
    // At the end the drawing has the page.
    readonly property bool isWide: page.isDone && !portrait

    Rectangle {
        anchors.fill: parent
        gradient: Gradient {
            GradientStop { position: 0; color: Theme.deep(quiz.slug) }
            GradientStop { position: 1; color: Theme.mid(quiz.slug) }
        }
    }
    Plate {
        // Under the question; it steps back where the answer is told.
        id: art

        visible: !Theme.highContrast
        y: quiz.base - height
        width: quiz.portrait || quiz.isWide ? quiz.width : quiz.width * 0.5
        height: quiz.isWide ? quiz.base : quiz.portrait ? (quiz.page.isDone ? quiz.base * 0.62 : 620) : Math.max(300, Math.min(520, quiz.base - head.y - question.y - question.height))
        kiosk: quiz.kiosk
        media: quiz.page.galleryPlate
        gallery: quiz.slug
        hasGround: false
        saysMissing: false
        alignX: Image.AlignRight
        opacity: quiz.page.isAnswered && !quiz.portrait ? 0.14 : quiz.page.isDone ? 1 : 0.6
    }
    Rectangle {
        visible: art.visible && !quiz.isWide
        y: art.y
        width: art.width
        height: Math.min(200, art.height * 0.4)
        gradient: Gradient {
            GradientStop { position: 0; color: quiz.shade }
            GradientStop { position: 1; color: Qt.alpha(quiz.shade, 0) }
        }
    }
    Rectangle {
        visible: art.visible && !quiz.portrait && !quiz.isWide
        x: art.width - width
        y: art.y
        width: 240
        height: art.height
        gradient: Gradient {
            orientation: Gradient.Horizontal
            GradientStop { position: 0; color: Qt.alpha(quiz.shade, 0) }
            GradientStop { position: 1; color: quiz.shade }
        }
    }
    Column {
        id: head

        x: Theme.edge
        y: Theme.edge
        width: quiz.portrait ? quiz.width - Theme.edge * 2 : quiz.width * 0.42
        spacing: 22

        Eyebrow {
            width: parent.width
            words: [quiz.page.endsName, quiz.page.title].filter(part => part !== "").join(" · ")
            ends: quiz.page.ends
            color: quiz.silk
        }
        Txt {
            width: parent.width
            text: quiz.page.progress
            font.pixelSize: quiz.page.isDone ? Theme.t2 : Theme.small
            leading: quiz.page.isDone ? 1.2 : 0
            title: quiz.page.isDone
            color: quiz.ink
        }
        QuestionThread {
            questions: quiz.page.questions
            here: quiz.page.number
            thread: Theme.thread(quiz.slug)
            ground: Theme.deep(quiz.slug)
        }
        Txt {
            id: question

            objectName: "question"
            room: parent.width
            visible: text !== ""
            title: true
            text: quiz.page.question
            font.pixelSize: text.length > 60 ? 48 : text.length > 24 ? 60 : Theme.latin ? 68 : 76
            leading: 1.3
            color: quiz.ink
        }
        Txt {
            width: parent.width
            visible: text !== ""
            text: quiz.page.verdict
            voice: true
            font.pixelSize: 40
            color: quiz.silk
        }
        Txt {
            width: parent.width
            visible: text !== ""
            text: quiz.page.explanation
            font.pixelSize: Theme.body
            leading: 1.6
            color: quiz.ink
        }
    }
    Column {
        id: answers

        x: quiz.portrait || quiz.isWide ? Theme.edge : quiz.width * 0.5
        y: quiz.portrait || quiz.isWide ? head.y + head.height + 64 : Math.max(Theme.edge, (quiz.base - height) / 2)
        width: quiz.width - x - Theme.edge
        spacing: Theme.s3

        Repeater {
            model: quiz.page.answers

            delegate: Item {
                id: answer

                required property string letter
                required property string words
                required property bool isChosen
                required property bool isRight
                required property int index

                objectName: "answer"
                width: answers.width
                height: Math.max(quiz.portrait ? 140 : 156, label.implicitHeight + 56)
                Accessible.role: Accessible.Button
                Accessible.name: answer.words
                Accessible.onPressAction: quiz.page.answer(answer.index)

                Rectangle {
                    anchors.fill: parent
                    radius: Theme.radius
                    color: answer.isRight ? quiz.rightGround : Theme.blend(Theme.deep(quiz.slug), Theme.mid(quiz.slug), 0.5)
                    border.width: answer.isChosen || tap.pressed ? 4 : Theme.highContrast ? 3 : 1.5
                    border.color: answer.isChosen ? quiz.silk : Theme.controlLine(quiz.slug)
                }
                Txt {
                    x: 36
                    anchors.verticalCenter: parent.verticalCenter
                    title: true
                    text: answer.letter
                    font.pixelSize: Theme.t3
                    color: answer.isRight ? quiz.inkOnRight : quiz.silk
                }
                Txt {
                    id: label

                    x: 108
                    anchors.verticalCenter: parent.verticalCenter
                    width: parent.width - x - 90
                    text: answer.words
                    font.pixelSize: Theme.t4
                    font.weight: Font.Medium
                    leading: 1.3
                    color: answer.isRight ? quiz.inkOnRight : quiz.ink
                }
                Icon {
                    anchors { right: parent.right; rightMargin: 32; verticalCenter: parent.verticalCenter }
                    visible: answer.isRight || answer.isChosen
                    name: answer.isRight ? "check" : answer.isChosen ? "close" : ""
                    tint: answer.isRight ? quiz.inkOnRight : quiz.silk
                }
                TapHandler {
                    id: tap

                    enabled: !quiz.page.isAnswered
                    onTapped: quiz.page.answer(answer.index)
                }
            }
        }
        Row {
            spacing: Theme.s2

            Key {
                objectName: "nextQuestion"
                visible: quiz.page.isAnswered
                primary: true
                icon: "next"
                label: Words.of("next-question")
                onClicked: quiz.page.go_on()
            }
            Key {
                objectName: "readAbout"
                visible: quiz.page.about !== ""
                label: Words.of("read-about")
                fg: quiz.ink
                line: Theme.controlLine(quiz.slug)
                onClicked: quiz.kiosk.open(quiz.page.about)
            }
            Key {
                objectName: "again"
                visible: quiz.page.isDone
                primary: true
                icon: "replay"
                label: Words.of("again")
                onClicked: quiz.page.restart()
            }
        }
    }
}
