"""`hall account …`: the people of the library."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from hall_app.cli.context import Context, say, say_json
from hall_app.cli.passphrase import ask_new_password
from hall_app.domain.people import Account

_Login = Annotated[str, typer.Argument(help="The short name somebody signs in with.")]
_Roles = Annotated[
    list[str],
    typer.Option(
        "--role",
        help="editor, reviewer, publisher, operator, administrator or auditor; editor:craft,brand for some galleries.",
        metavar="ROLE[:GALLERY,…]",
    ),
]
_File = Annotated[
    Path | None, typer.Option("--password-file", help="A file that holds the password.")
]


def register(app: typer.Typer) -> None:
    """Add the commands."""
    people = typer.Typer(
        help="Keep the people of the library: none by default, and then everybody may do everything.",
        no_args_is_help=True,
    )
    people.command("list")(list_people)
    people.command("add")(add_person)
    people.command("role")(set_roles)
    people.command("password")(set_password)
    people.command("disable")(disable)
    people.command("enable")(enable)
    app.add_typer(people, name="account")


def list_people(
    context: typer.Context,
    json: Annotated[bool, typer.Option("--json", help="As JSON.")] = False,
) -> None:
    """List everybody with their roles; passwords are never shown."""
    from hall_app.store import people

    run: Context = context.obj
    with run.hall(read_only=True) as hall:
        found = [_plain(one, hall.store) for one in hall.store.ask(people.accounts)]
    if json:
        say_json(found)
        return
    for one in found:
        closed = "" if one["is_active"] else "  (closed)"
        say(f"{one['login']:<20} {one['name']:<16} {' '.join(one['roles'])}{closed}")


def add_person(
    context: typer.Context,
    login: _Login,
    name: Annotated[str, typer.Option(help="The name that stands in the history.")],
    role: _Roles,
    password_file: _File = None,
) -> None:
    """Enter a person; the first one is an administrator, and from then on people sign in."""
    from hall_app.editing import accounts

    run: Context = context.obj
    with run.hall() as hall:
        grants = [accounts.grant_of(hall.store, one) for one in role]
        accounts.add(
            hall.store, login, name, ask_new_password(login, password_file), grants,
            author=hall.author,
        )  # fmt: skip
    say(f"{login}: {' '.join(role)}")


def set_roles(context: typer.Context, login: _Login, role: _Roles) -> None:
    """Give a person these roles and no others."""
    from hall_app.editing import accounts

    run: Context = context.obj
    with run.hall() as hall:
        grants = [accounts.grant_of(hall.store, one) for one in role]
        accounts.change(hall.store, login, grants=grants, author=hall.author)
    say(f"{login}: {' '.join(role)}")


def set_password(context: typer.Context, login: _Login, password_file: _File = None) -> None:
    """Give a person a new password; a lock is lifted."""
    from hall_app.editing import accounts

    run: Context = context.obj
    with run.hall() as hall:
        words = ask_new_password(login, password_file)
        accounts.set_password(hall.store, login, words, author=hall.author)
    say(f"{login}: the password is new")


def disable(context: typer.Context, login: _Login) -> None:
    """Close a person's account; their name stays in the history."""
    _open_or_close(context.obj, login, is_active=False)


def enable(context: typer.Context, login: _Login) -> None:
    """Open a closed account again."""
    _open_or_close(context.obj, login, is_active=True)


def _open_or_close(run: Context, login: str, *, is_active: bool) -> None:
    from hall_app.editing import accounts

    with run.hall() as hall:
        accounts.change(hall.store, login, is_active=is_active, author=hall.author)
    say(f"{login}: {'open' if is_active else 'closed'}")


def _plain(one: Account, store: Any) -> dict[str, Any]:
    roles = []
    for grant in one.grants:
        slugs = ",".join(store.get(gallery).slug for gallery in grant.galleries)
        roles.append(f"{grant.role}:{slugs}" if slugs else str(grant.role))
    return {"login": one.login, "name": one.name, "roles": roles, "is_active": one.is_active}
