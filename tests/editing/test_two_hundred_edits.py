"""Two hundred edits of any sort, undone and redone, across restarts, give an equal library."""

from hypothesis import HealthCheck, given, note, settings
from hypothesis import strategies as st

from hall_app.domain.kinds import Kind
from hall_app.editing.content import Intake
from hall_app.store.store import Store
from tests.clock import Clock, Ids
from tests.editing.random_edits import Curator
from tests.store.making import added, picture_of

EDITS = 200
LOOK_EVERY = 20


class Desk:
    """The library as a program holds it that is started again now and then."""

    def __init__(self, path, seed):
        self.path, self.clock, self.ids = path, Clock(), Ids(seed)
        self.restarts = 0
        self.store = self._open()

    def _open(self):
        return Store.open(self.path, now=self.clock, new_id=self.ids)

    def restart(self):
        self.store.close()
        self.store = self._open()
        self.restarts += 1


@settings(
    max_examples=2,
    derandomize=False,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(seed=st.integers(0, 2**32))
def test_two_hundred_edits_are_undone_and_redone_to_an_equal_library(
    tmp_path_factory, vault, workshop, seed
):
    note(f"seed {seed}")
    folder = tmp_path_factory.mktemp("library")
    curator = Curator(seed, folder, Intake(vault, workshop))
    desk = Desk(folder / "library.db", seed)
    for kind in (Kind.GALLERY, Kind.SOURCE, Kind.ENTERPRISE, Kind.EXHIBIT, Kind.EXHIBIT):
        added(desk.store, kind, f"first-{desk.ids()}", "丝")
    first = len(desk.store.history())
    pictures = {0: picture_of(desk.store)}
    done = 0
    while done < EDITS:
        curator.act(desk.store)
        desk.clock.pass_by(2)
        if (now := len(desk.store.history(limit=EDITS * 2)) - first) > done:
            done = now
            if done % LOOK_EVERY == 0:
                pictures[done] = picture_of(desk.store)
                if curator.chance.random() < 0.3:
                    desk.restart()
    assert desk.store.check() == ()
    print(f"seed {seed}: {curator.tried}, {curator.refused} refused")  # noqa: T201 (to do it again)

    desk.restart()
    for left in range(EDITS - 1, -1, -1):
        desk.store.undo()
        if left in pictures:
            assert picture_of(desk.store) == pictures[left], f"after undoing to step {left}"
    desk.restart()
    for step in range(1, EDITS + 1):
        desk.store.redo()
        if step in pictures:
            assert picture_of(desk.store) == pictures[step], f"after redoing step {step}"
    assert desk.store.next_redo() is None
    assert desk.store.check() == ()
    assert desk.restarts >= 2
    desk.store.close()
