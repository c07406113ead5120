"""The quiz: one question at a time, what is right, and why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement

from hall_app.domain.records import Exhibit, Question, Quiz
from hall_app.kiosk.pages.page import Page
from hall_app.kiosk.reading import plain
from hall_app.kiosk.rows import Rows
from hall_app.kiosk.visit import Visit

QML_IMPORT_NAME = "Hall.Models"
QML_IMPORT_MAJOR_VERSION = 1

_NONE = -1
_LETTERS = "ABCDEF"


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """An answer; `isRight` is told only after one was chosen."""

    id: str
    letter: str
    words: str
    isChosen: bool
    isRight: bool


@dataclass(frozen=True, slots=True)
class QuestionRow:
    """A question on the thread, and whether it was answered right."""

    id: str
    isRight: bool


@QmlElement
class QuizPageModel(Page):
    """The questions of a quiz in order, the visitor's answers, and the count at the end."""

    worded = Signal()
    """After a question was put or answered."""

    form: ClassVar[str] = "Quiz"

    def __init__(self, visit: Visit, quiz: Quiz, exhibit: Exhibit | None = None) -> None:
        super().__init__(visit, quiz)
        self.changed.connect(self.worded)
        self._quiz, self._exhibit = quiz, exhibit
        if exhibit is not None:
            self.ref = exhibit.id
        self._answers = Rows(AnswerRow, self)
        self._questions = Rows(QuestionRow, self)
        self._number, self._chosen = 0, _NONE
        self._right: frozenset[int] = frozenset()

    @property
    def place(self) -> str:
        return self.visit.gallery_slug(self._exhibit or self._quiz)

    @property
    def _question(self) -> Question | None:
        questions = self._quiz.questions
        return questions[self._number] if self._number < len(questions) else None

    def fill(self) -> None:
        question = self._question
        answers = question.answers if question else ()
        self._answers.show(
            [
                AnswerRow(
                    id=f"{self._number}.{n}",
                    letter=_LETTERS[n],
                    words=self.visit.text(answer.text),
                    isChosen=n == self._chosen,
                    isRight=self._chosen != _NONE and answer.is_right,
                )
                for n, answer in enumerate(answers[: len(_LETTERS)])
            ]
        )
        count = len(self._quiz.questions)
        self._questions.show([QuestionRow(str(n), n in self._right) for n in range(count)])

    def _again(self) -> None:
        self.fill()
        self.worded.emit()

    @Slot(int)
    def answer(self, number: int) -> None:
        """Choose an answer; the first choice counts."""
        question = self._question
        if question is None or self._chosen != _NONE or number >= len(question.answers):
            return
        self._chosen = number
        if question.answers[number].is_right:
            self._right |= {self._number}
        self._again()

    @Slot()
    def go_on(self) -> None:
        """The next question, or the count."""
        self._number, self._chosen = self._number + 1, _NONE
        self._again()

    @Slot()
    def restart(self) -> None:
        self._number, self._chosen, self._right = 0, _NONE, frozenset()
        self._again()

    @Property(Rows, constant=True)
    def answers(self) -> Rows:
        return self._answers

    @Property(Rows, constant=True)
    def questions(self) -> Rows:
        return self._questions

    @Property(str, notify=worded)
    def question(self) -> str:
        return self.visit.text(self._question.text) if self._question else ""

    @Property(bool, notify=worded)
    def isAnswered(self) -> bool:
        return self._chosen != _NONE

    @Property(bool, notify=worded)
    def isDone(self) -> bool:
        return self._question is None

    @Property(str, notify=worded)
    def verdict(self) -> str:
        question = self._question
        if question is None or self._chosen == _NONE:
            return ""
        if question.answers[self._chosen].is_right:
            return self.visit.say("right")
        right = [
            letter for letter, a in zip(_LETTERS, question.answers, strict=False) if a.is_right
        ]
        return self.visit.say("wrong", letter="、".join(right))

    @Property(str, notify=worded)
    def explanation(self) -> str:
        question = self._question
        if question is None or self._chosen == _NONE:
            return ""
        return plain(self.visit.text(question.explanation))

    @Property(str, notify=worded)
    def about(self) -> str:
        question = self._question
        record = self.visit.get(question.about) if question and self._chosen != _NONE else None
        return record.id if record else ""

    @Property(str, notify=worded)
    def progress(self) -> str:
        count = len(self._quiz.questions)
        if self._question is None:
            return self.visit.say("quiz-done", count=count, right=len(self._right))
        return self.visit.say("question", number=self._number + 1, count=count)

    @Property(int, notify=worded)
    def number(self) -> int:
        """The place of the question now put, from 0; past the last at the end."""
        return self._number
