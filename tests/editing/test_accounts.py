"""People of the library: who may do what, whoever asks and however."""

import pytest

from hall_app.domain.kinds import Kind
from hall_app.domain.people import Grant, Role
from hall_app.editing import accounts, comments, fields, records
from hall_app.errors import Conflict, NotFound, NotPermitted, Refused, UsageError
from hall_app.store import audit, people

WORD = "three silk threads"
ADMIN = Grant(Role.ADMINISTRATOR)


@pytest.fixture
def peopled(store):
    """A library with one of each role, and nobody signed in."""
    accounts.add(store, "chief", "主管", WORD, [ADMIN])
    accounts.sign_in(store, "chief", WORD)
    for role in (Role.EDITOR, Role.REVIEWER, Role.PUBLISHER, Role.OPERATOR, Role.AUDITOR):
        accounts.add(store, str(role), f"样例{role}", WORD, [Grant(role)])
    accounts.sign_out(store)
    return store


def test_library_without_people_asks_nobody(store):
    event = records.create(store, Kind.EVENT, "silk", author="甲")
    assert store.permit.is_open
    assert store.history(event.id)[0].author == "甲"


def test_first_person_is_an_administrator_of_everything(store):
    with pytest.raises(Refused, match="administrator of everything"):
        accounts.add(store, "pen", "编者", WORD, [Grant(Role.EDITOR)])
    assert store.ask(people.accounts) == ()
    accounts.add(store, "chief", "主管", WORD, [ADMIN])
    assert [one.login for one in store.ask(people.accounts)] == ["chief"]


def test_nobody_signed_in_may_write_nothing_but_read_everything(peopled):
    with pytest.raises(NotPermitted, match="have not said who you are"):
        records.create(peopled, Kind.EVENT, "silk")
    assert peopled.count(Kind.EVENT) == 0
    assert peopled.check() == ()


def test_every_edit_is_by_whoever_signed_in_whatever_name_is_given(peopled):
    accounts.sign_in(peopled, "editor", WORD)
    event = records.create(peopled, Kind.EVENT, "silk", author="somebody else")
    fields.set_field(peopled, event.id, "title.en", "Silk", author="somebody else")
    assert {step.author for step in peopled.history(event.id)} == {"样例editor"}


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.EDITOR}))
def test_role_that_does_not_write_cannot_write(peopled, role):
    login = "chief" if role is Role.ADMINISTRATOR else str(role)
    accounts.sign_in(peopled, login, WORD)
    with pytest.raises(NotPermitted, match="no editor"):
        records.create(peopled, Kind.EVENT, "silk")


def test_only_an_operator_writes_displays(peopled):
    accounts.sign_in(peopled, "editor", WORD)
    with pytest.raises(NotPermitted, match="no operator"):
        records.create(peopled, Kind.DISPLAY, "wall")
    accounts.sign_in(peopled, "operator", WORD)
    assert records.create(peopled, Kind.DISPLAY, "wall").slug == "wall"


def test_editor_of_one_gallery_stays_in_it(store):
    craft = records.create(store, Kind.GALLERY, "craft")
    brand = records.create(store, Kind.GALLERY, "brand")
    section = records.create(store, Kind.SECTION, "gauze", {"gallery": craft.id})
    here = records.create(store, Kind.EXHIBIT, "loom", {"section": section.id})
    there = records.create(store, Kind.EVENT, "steel", {"gallery": brand.id})
    accounts.add(store, "chief", "主管", WORD, [ADMIN])
    accounts.sign_in(store, "chief", WORD)
    accounts.add(store, "pen", "编者", WORD, [Grant(Role.EDITOR, (craft.id,))])
    accounts.sign_in(store, "pen", WORD)
    assert fields.set_field(store, here.id, "title.en", "Loom")
    assert records.create(store, Kind.SOURCE, "gazette").slug == "gazette"
    with pytest.raises(NotPermitted, match="event:steel"):
        fields.set_field(store, there.id, "title.en", "Steel")
    with pytest.raises(NotPermitted):
        fields.set_field(store, there.id, "gallery", craft.id)
    with pytest.raises(NotPermitted):
        fields.set_field(store, section.id, "gallery", brand.id)
    with pytest.raises(NotPermitted):
        records.create(store, Kind.HALL, "hall")


def test_remark_takes_a_name_and_no_role(store):
    event = records.create(store, Kind.EVENT, "silk")
    accounts.add(store, "chief", "主管", WORD, [ADMIN])
    with pytest.raises(NotPermitted, match="have not said who you are"):
        comments.comment(store, event.id, "", "words")
    accounts.sign_in(store, "chief", WORD)
    assert comments.comment(store, event.id, "", "words").ids == {event.id}


def test_undo_takes_back_ones_own_step_and_nobody_elses(peopled):
    accounts.sign_in(peopled, "editor", WORD)
    event = records.create(peopled, Kind.EVENT, "silk")
    accounts.sign_in(peopled, "reviewer", WORD)
    with pytest.raises(NotFound, match="nothing to undo"):
        peopled.undo()
    step = peopled.history(event.id)[0].id
    with pytest.raises(NotPermitted):
        peopled.undo(step=step)
    accounts.sign_in(peopled, "editor", WORD)
    assert peopled.undo().ids == {event.id}


def test_role_taken_away_counts_at_once(peopled, path, clock):
    accounts.sign_in(peopled, "editor", WORD)
    with type(peopled).open(path, now=clock, new_id=peopled.new_id) as other:
        accounts.sign_in(other, "chief", WORD)
        accounts.change(other, "editor", is_active=False)
    with pytest.raises(NotPermitted):
        records.create(peopled, Kind.EVENT, "silk")
    with pytest.raises(NotPermitted, match="do not belong together"):
        accounts.sign_in(peopled, "editor", WORD)


def test_last_administrator_cannot_be_closed_or_made_less(peopled):
    accounts.sign_in(peopled, "chief", WORD)
    with pytest.raises(Refused, match="Nobody would be left"):
        accounts.change(peopled, "chief", is_active=False)
    with pytest.raises(Refused, match="Nobody would be left"):
        accounts.change(peopled, "chief", grants=[Grant(Role.EDITOR)])
    accounts.change(peopled, "auditor", grants=[ADMIN])
    accounts.change(peopled, "chief", is_active=False)
    assert not peopled.ask(people.account, "chief").is_active


def test_wrong_passwords_wait_longer_and_longer_and_the_right_one_ends_it(peopled, clock):
    for _ in range(2):
        with pytest.raises(NotPermitted, match="do not belong together"):
            accounts.sign_in(peopled, "editor", "wrong")
    waits = []
    for _ in range(3):
        with pytest.raises(NotPermitted, match="Too many") as locked:
            accounts.sign_in(peopled, "editor", "wrong")
        waits.append(int(locked.value.subject))
        with pytest.raises(NotPermitted, match="Too many"):
            accounts.sign_in(peopled, "editor", WORD)
        clock.pass_by(waits[-1] + 1)
    assert waits == [30, 60, 120]
    assert accounts.sign_in(peopled, "editor", WORD).login == "editor"
    assert peopled.ask(people.account, "editor").failures == 0


def test_unknown_login_gets_the_same_words_and_its_typing_is_not_kept(peopled):
    with pytest.raises(NotPermitted, match="do not belong together"):
        accounts.sign_in(peopled, "my secret password", "x")
    assert "my secret password" not in str(peopled.ask(audit.lines))


def test_password_is_kept_as_an_argon2id_hash_and_nowhere_else(peopled, path):
    secret = peopled.ask(people.account, "editor").secret
    assert secret.startswith("$argon2id$")
    assert secret not in repr(peopled.ask(people.account, "editor"))
    peopled.close()
    assert WORD.encode() not in path.read_bytes()


def test_person_sets_their_own_password_and_no_others(peopled):
    accounts.sign_in(peopled, "editor", WORD)
    accounts.set_password(peopled, "editor", "another long word")
    with pytest.raises(NotPermitted):
        accounts.set_password(peopled, "chief", "another long word")
    with pytest.raises(Refused, match="8 characters"):
        accounts.set_password(peopled, "editor", "short")
    assert accounts.sign_in(peopled, "editor", "another long word").name == "样例editor"


def test_two_people_have_neither_one_login_nor_one_name(peopled):
    accounts.sign_in(peopled, "chief", WORD)
    with pytest.raises(Conflict):
        accounts.add(peopled, "editor", "另一人", WORD, [Grant(Role.EDITOR)])
    with pytest.raises(Conflict):
        accounts.add(peopled, "pen", "主管", WORD, [Grant(Role.EDITOR)])
    with pytest.raises(Conflict):
        accounts.change(peopled, "editor", name="主管")
    with pytest.raises(UsageError):
        accounts.add(peopled, "Big Name", "另一人", WORD, [Grant(Role.EDITOR)])
    assert len(peopled.ask(people.accounts)) == 6


def test_grant_is_spelled_as_a_role_with_galleries(store):
    craft = records.create(store, Kind.GALLERY, "craft")
    assert accounts.grant_of(store, "editor:craft") == Grant(Role.EDITOR, (craft.id,))
    with pytest.raises(UsageError, match="no role"):
        accounts.grant_of(store, "king")
    with pytest.raises(NotFound):
        accounts.grant_of(store, "editor:moon")
