"""The one error of the set-up: what could not be done, in words fit to show."""


class SetUpFailed(Exception):
    """The set-up could not be done; its text says what to do about it."""

    exit_status = 3
