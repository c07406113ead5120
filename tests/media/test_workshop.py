"""Reading children: what they do to a file is no harm to the program."""

import os
import select
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from PIL import Image

from hall_app.errors import MachineFailed
from hall_app.media import workshop as workshop_module
from hall_app.media.limits import Limits
from hall_app.media.refusal import Reason, Refusal
from hall_app.media.workshop import Workshop
from tests.media.conftest import FONTS
from tests.media.samples import encoded, make_photo, make_svg

GREET = "import os, sys; from hall_app.media import wire; out = sys.stdout.buffer; wire.send(out, wire.Answer()); "
HEAR = "wire.receive_question(sys.stdin.buffer); "


@pytest.fixture
def photo(tmp_path) -> Path:
    path = tmp_path / "photo.jpg"
    path.write_bytes(encoded(make_photo(), "JPEG"))
    return path


def replace_readers(monkeypatch: pytest.MonkeyPatch, program: str) -> None:
    monkeypatch.setattr(workshop_module, "_READER", ("-c", program))


def test_a_decoder_that_breaks_down_costs_one_file(monkeypatch, photo):
    with Workshop(fonts=None, readers=1) as workshop:
        with monkeypatch.context() as patch:
            replace_readers(patch, GREET + HEAR + "os.abort()")
            with pytest.raises(Refusal) as refused:
                workshop.examine(photo)
        assert refused.value.reason is Reason.CRASHED
        assert workshop.examine(photo).probe.width == 640


def test_a_decoder_that_answers_nonsense_costs_one_file(monkeypatch, photo):
    for nonsense in (b"\0\0\0\4\xc1\xc1\xc1\xc1", b"\xff\xff\xff\xff", b"\0\0\0\3\x93\1\2"):
        with Workshop(fonts=None, readers=1) as workshop:
            replace_readers(
                monkeypatch,
                GREET + HEAR + f"out.write({nonsense!r}); out.flush(); sys.stdin.read()",
            )
            with pytest.raises(Refusal) as refused:
                workshop.examine(photo)
            assert refused.value.reason is Reason.CRASHED


def test_a_decoder_that_never_ends_is_ended(monkeypatch, photo):
    replace_readers(monkeypatch, GREET + "sys.stdin.buffer.read()")
    with (
        Workshop(fonts=None, limits=Limits(seconds=0.2), readers=1) as workshop,
        pytest.raises(Refusal, match=r"0\.2 seconds") as refused,
    ):
        workshop.examine(photo)

    assert refused.value.reason is Reason.TOO_SLOW


@pytest.mark.skipif(sys.platform == "win32", reason="Windows counts no processor time here")
def test_a_decoder_is_timed_by_its_own_work_and_not_by_what_others_take(monkeypatch, photo):
    asked = GREET + "question = wire.receive_question(sys.stdin.buffer)\n"
    begun = asked + "from hall_app.media import worker\nworker._end_after_work(question.seconds)\n"
    with Workshop(fonts=None, limits=Limits(seconds=1), readers=1) as workshop:
        with monkeypatch.context() as patch:
            replace_readers(patch, begun + "while True: pass")
            with pytest.raises(Refusal, match="1 seconds") as refused:
                workshop.examine(photo)
            assert refused.value.reason is Reason.TOO_SLOW
        # Longer than it may work, spent on waiting for the processor.
        waiting = "import threading\nthreading.Event().wait(1.5)\n"
        answering = "wire.send(out, worker._answer(question))\nsys.stdin.read()"
        replace_readers(monkeypatch, begun + waiting + answering)
        assert workshop.examine(photo).probe.width == 640


def test_a_reader_that_does_not_start_is_the_machines_failure_and_not_the_files(monkeypatch, photo):
    replace_readers(monkeypatch, "raise SystemExit(3)")
    with Workshop(fonts=None, readers=1) as workshop, pytest.raises(MachineFailed, match="start"):
        workshop.examine(photo)


def test_a_reader_that_was_killed_meanwhile_is_replaced(photo):
    with Workshop(fonts=None, readers=1) as workshop:
        before = workshop.examine(photo)
        reader = workshop._free.get()
        reader._child.kill()
        reader._child.wait()
        workshop._free.put(reader)

        assert workshop.examine(photo) == before


@pytest.mark.skipif(sys.platform == "win32", reason="memory is limited where the system can")
def test_a_picture_that_needs_more_memory_than_allowed_is_refused(tmp_path, photo):
    path = tmp_path / "large.png"
    path.write_bytes(encoded(Image.new("P", (12_000, 12_000)), "PNG", compress_level=1))
    with Workshop(fonts=None, limits=Limits(memory_bytes=400 << 20), readers=1) as workshop:
        with pytest.raises(Refusal) as refused:
            workshop.examine(path)
        assert refused.value.reason is Reason.TOO_MUCH_MEMORY
        assert workshop.examine(photo).probe.width == 640


@pytest.mark.skipif(sys.platform == "win32", reason="writing is limited where the system can")
def test_a_reader_can_write_no_file(tmp_path):
    program = (
        "import sys; from pathlib import Path; from hall_app.media import worker; "
        "from hall_app.media.limits import DEFAULT_LIMITS; worker._limit(DEFAULT_LIMITS); "
        "import signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN); "
        "Path(sys.argv[1]).write_bytes(b'taken over')"
    )
    child = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path / "mark")],
        capture_output=True,
        text=True,
        check=False,
    )

    assert "File too large" in child.stderr
    assert (tmp_path / "mark").read_bytes() == b""


@pytest.mark.skipif(sys.platform == "win32", reason="the clock is POSIX's")
def test_an_idle_reader_ends_by_itself_and_the_next_file_gets_another(monkeypatch, photo):
    idle_once = "import sys; from hall_app.media import worker; worker.IDLE_S = 1; worker.main()"
    replace_readers(monkeypatch, idle_once)
    with Workshop(fonts=None, readers=1) as workshop:
        before = workshop.examine(photo)
        reader = workshop._free.get()
        assert reader._child.wait(timeout=20) == -signal.SIGALRM
        workshop._free.put(reader)

        assert workshop.examine(photo) == before


@pytest.mark.skipif(sys.platform == "win32", reason="the clock is POSIX's")
def test_a_reader_that_ends_in_the_moment_it_is_asked_is_asked_again(monkeypatch, photo, tmp_path):
    mark = tmp_path / "asked once"
    ends_once = (
        GREET
        + "from pathlib import Path; import signal\n"
        + f"mark = Path({str(mark)!r})\n"
        + "if not mark.exists():\n"
        + f"    {HEAR}\n"
        + "    mark.touch(); os.kill(os.getpid(), signal.SIGALRM)\n"
        + "from hall_app.media import worker\n"
        + "wire.send(out, worker._answer(wire.receive_question(sys.stdin.buffer)))\n"
    )
    replace_readers(monkeypatch, ends_once)
    with Workshop(fonts=None, readers=1) as workshop:
        assert workshop.examine(photo).probe.width == 640
    assert mark.exists()


@pytest.mark.skipif(not hasattr(os, "pidfd_open"), reason="Linux can wait for any process")
def test_a_reader_ends_when_its_program_is_killed(photo):
    program = (
        "import sys; from pathlib import Path; from hall_app.media.workshop import Workshop\n"
        "workshop = Workshop(fonts=None, readers=1)\n"
        "workshop.examine(Path(sys.argv[1]))\n"
        "print(workshop._free.get()._child.pid, flush=True)\n"
        "sys.stdin.read()\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", program, str(photo)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as parent:
        reader = os.pidfd_open(int(parent.stdout.readline()))
        parent.kill()
    ended, _, _ = select.select([reader], [], [], 20)
    os.close(reader)

    assert ended


def test_several_threads_ask_at_once(tmp_path):
    paths = [tmp_path / f"{at}.jpg" for at in range(8)]
    for at, path in enumerate(paths):
        path.write_bytes(encoded(make_photo(100 + at, 80), "JPEG"))
    widths: dict[int, int] = {}
    with Workshop(fonts=None, readers=2) as workshop:

        def ask(at: int) -> None:
            widths[at] = workshop.examine(paths[at]).probe.width

        threads = [threading.Thread(target=ask, args=(at,)) for at in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

    assert widths == {at: 100 + at for at in range(8)}


def test_drawings_are_set_in_the_typefaces_of_the_workshop(workshop, tmp_path):
    assert FONTS.is_dir()
    path = tmp_path / "text.svg"
    path.write_bytes(make_svg("<text x='2' y='16' font-size='16'>佛</text>"))
    with Workshop(fonts=None, readers=1) as bare:
        assert bare.examine(path).renditions != workshop.examine(path).renditions
