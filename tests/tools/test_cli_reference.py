"""The reference of commands says what the program says."""

from tools.write_cli_reference import REFERENCE, reference


def test_the_reference_is_what_the_program_says_of_itself() -> None:
    written = REFERENCE.read_text("utf-8")
    assert written == reference(), "run `python -m tools.write_cli_reference`"


def test_every_command_says_what_it_is_for() -> None:
    assert "None" not in reference()
