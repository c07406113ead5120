"""`hall account`, `hall review` and `hall audit`: the people of a library, from the command line."""

import csv
import io

import pytest

WORD = "three silk threads"


@pytest.fixture
def peopled(furnished, tmp_path, monkeypatch):
    """A hall with an administrator and an editor, and a way to be one of them."""
    word = tmp_path / "word.txt"
    word.write_text(f"{WORD}\n", "utf-8")

    def be(login):
        monkeypatch.setenv("HALL_LOGIN", login)
        monkeypatch.setenv("HALL_PASSWORD", WORD)

    roles = ("administrator", "auditor", "publisher", "reviewer")
    given = [word for role in roles for word in ("--role", role)]
    said = furnished("account", "add", "chief", "--name", "主管", *given, "--password-file", word)
    assert said.status == 0
    be("chief")
    said = furnished(
        "account", "add", "pen", "--name", "编者", "--role", "editor:century",
        "--password-file", word,
    )  # fmt: skip
    assert said.status == 0
    return furnished, be


def test_people_are_listed_without_their_secrets(peopled):
    hall, _ = peopled
    said = hall("account", "list", "--json")
    assert [one["login"] for one in said.json] == ["chief", "pen"]
    assert said.json[1]["roles"] == ["editor:century"]
    assert "argon2" not in said.out


def test_command_of_nobody_is_refused_and_says_how_to_be_somebody(peopled, monkeypatch):
    hall, _ = peopled
    monkeypatch.delenv("HALL_LOGIN")
    said = hall("edit", "event:filature", "title.en=New", "--json")
    assert said.status == 2  # edit has no --json
    said = hall("edit", "event:filature", "title.en=New")
    assert said.status == 1
    assert "HALL_LOGIN" in said.err
    assert hall("show", "event:filature").status == 0
    assert hall("backup").status == 0


def test_edit_is_by_whoever_the_environment_names(peopled):
    hall, be = peopled
    be("pen")
    assert hall("edit", "event:filature", "title.en=New").status == 0
    assert hall("history", "event:filature", "--json").json[0]["author"] == "编者"
    said = hall("account", "role", "pen", "--role", "administrator")
    assert said.status == 1
    assert "no administrator" in said.err


def test_wrong_password_ends_the_command(peopled, monkeypatch):
    hall, _ = peopled
    monkeypatch.setenv("HALL_PASSWORD", "wrong")
    said = hall("edit", "event:filature", "title.en=New")
    assert (said.status, "do not belong together" in said.err) == (1, True)


def test_account_is_closed_opened_and_given_another_password(peopled, tmp_path):
    hall, _ = peopled
    assert hall("account", "disable", "chief").status == 1
    assert hall("account", "disable", "pen").status == 0
    assert hall("account", "list", "--json").json[1]["is_active"] is False
    assert hall("account", "enable", "pen").status == 0
    short = tmp_path / "short.txt"
    short.write_text("short", "utf-8")
    assert hall("account", "password", "pen", "--password-file", short).status == 1
    assert hall("account", "role", "pen", "--role", "king").status == 2


def test_record_goes_through_its_review_from_the_command_line(peopled):
    hall, be = peopled
    assert hall("review", "rule").out.startswith("0 reviews")
    assert hall("review", "rule", "--reviews", "1", "--proofs", "--kind", "source=0").status == 0
    be("pen")
    assert hall("review", "submit", "event:filature").status == 0
    assert hall("review", "pass", "event:filature").status == 1
    be("chief")
    assert hall("review", "list", "--json").json[0]["ref"] == "event:filature"
    assert hall("review", "reject", "event:filature", "再看").status == 0
    be("pen")
    assert hall("review", "submit", "event:filature").status == 0
    be("chief")
    assert hall("review", "proofread", "event:filature").status == 0
    assert hall("review", "pass", "event:filature").status == 0
    assert hall("review", "show", "event:filature").out.startswith("approved, 1 reviews needed")


def test_audit_log_is_read_by_auditors_and_verified_by_anybody(peopled):
    hall, be = peopled
    said = hall("audit", "--json")
    assert [line["act"] for line in said.json if line["act"] == "account-added"] == [
        "account-added", "account-added",
    ]  # fmt: skip
    rows = list(csv.DictReader(io.StringIO(hall("audit", "--csv").out)))
    assert rows[0]["act"] == "signed-in"
    be("pen")
    assert hall("audit").status == 1
    said = hall("audit", "--verify", "--json")
    assert (said.status, said.json["faults"]) == (0, [])


def test_export_and_restore_stand_in_the_log(peopled, tmp_path, monkeypatch):
    hall, _ = peopled
    assert hall("export", tmp_path / "content-out", "--as", "content").status == 0
    assert hall("audit", "--json", "--words", "content-out").json[0]["act"] == "exported"
