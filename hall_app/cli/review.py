"""`hall review …`: the review chain, and a record's way through it."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated

import typer

from hall_app.cli.context import Context, say, say_json
from hall_app.domain.kinds import Kind
from hall_app.errors import UsageError

_Refs = Annotated[list[str], typer.Argument(help="Records: ids, kind:slug, or slugs.")]
_Ref = Annotated[str, typer.Argument(help="An id, kind:slug, or a slug only one record has.")]


def register(app: typer.Typer) -> None:
    """Add the commands."""
    group = typer.Typer(
        help="Send records through their reviews; with a chain, a release takes approved words only.",
        no_args_is_help=True,
    )
    group.command("rule")(rule)
    group.command("list")(list_waiting)
    group.command("show")(show)
    group.command("submit")(submit)
    group.command("withdraw")(withdraw)
    group.command("proofread")(proofread)
    group.command("pass")(pass_review)
    group.command("reject")(reject)
    app.add_typer(group, name="review")


def rule(
    context: typer.Context,
    reviews: Annotated[
        int | None, typer.Option(min=0, max=3, help="How many reviews a record needs.")
    ] = None,
    proofs: Annotated[
        bool | None, typer.Option("--proofs/--no-proofs", help="Each with its proofreading.")
    ] = None,
    own: Annotated[
        bool | None, typer.Option("--own/--no-own", help="One may review one's own words.")
    ] = None,
    kind: Annotated[
        list[str] | None, typer.Option(help="Another number for a kind.", metavar="KIND=N")
    ] = None,
    gallery: Annotated[
        list[str] | None, typer.Option(help="Another number for a gallery.", metavar="SLUG=N")
    ] = None,
    takes_present: Annotated[
        bool,
        typer.Option("--take-present", help="What stands and was never approved is approved."),
    ] = False,
) -> None:
    """Show the chain, or set it."""
    from hall_app.editing import review
    from hall_app.store import people

    run: Context = context.obj
    given = {"reviews": reviews, "has_proofs": proofs, "may_pass_own": own}
    changes = {name: value for name, value in given.items() if value is not None}
    is_asking = not changes and kind is None and gallery is None and not takes_present
    with run.hall(read_only=is_asking) as hall:
        now = hall.store.ask(people.chain)
        if not is_asking:
            if kind is not None:
                changes["kinds"] = tuple((_kind(k), n) for k, n in map(_pair, kind))  # type: ignore[assignment]
            if gallery is not None:
                changes["galleries"] = tuple(  # type: ignore[assignment]
                    (hall.store.resolve(f"gallery:{slug}").id, n) for slug, n in map(_pair, gallery)
                )
            now = replace(now, **changes)  # type: ignore[arg-type]
            review.set_chain(hall.store, now, takes_present=takes_present, author=hall.author)
    own_words = "own words too" if now.may_pass_own else "never one's own words"
    say(f"{now.reviews} reviews{' with proofreading' if now.has_proofs else ''}, {own_words}")


def list_waiting(
    context: typer.Context,
    json: Annotated[bool, typer.Option("--json", help="As JSON.")] = False,
) -> None:
    """List the records whose next review is the turn of whoever asks."""
    from hall_app.editing import review

    run: Context = context.obj
    with run.hall() as hall:
        found = []
        for one in review.waiting_for(hall.store, author=hall.author):
            record = hall.store.get(one.record_id)
            found.append({
                "ref": f"{record.kind}:{record.slug}", "review": one.turn, "of": one.needed,
                "submitted_by": one.submitted.name, "submitted_at": one.submitted.at.isoformat(),
            })  # fmt: skip
    if json:
        say_json(found)
        return
    for line in found:
        say(f"{line['ref']:<48} review {line['review']} of {line['of']}, {line['submitted_by']}")


def show(context: typer.Context, ref: _Ref) -> None:
    """Show how far a record has come, and what differs from its approved words."""
    from hall_app.editing import review

    run: Context = context.obj
    with run.hall(read_only=True) as hall:
        now = review.standing(hall.store, hall.store.resolve(ref).id)
    say(f"{now.state}, {now.needed} reviews needed")
    for sign in now.round.signs if now.round else ():
        say(f"{sign.at:%Y-%m-%d %H:%M}  {sign.act} {sign.stage or ''}  {sign.name}  {sign.words}")
    if now.changed:
        say(f"changed since it was approved: {', '.join(now.changed)}")


def submit(context: typer.Context, refs: _Refs) -> None:
    """Send records into review."""
    from hall_app.editing import review

    run: Context = context.obj
    with run.hall() as hall:
        ids = [hall.store.resolve(ref).id for ref in refs]
        review.submit(hall.store, ids, author=hall.author)


def withdraw(context: typer.Context, ref: _Ref) -> None:
    """Take a record back out of review."""
    from hall_app.editing import review

    run: Context = context.obj
    with run.hall() as hall:
        review.withdraw(hall.store, hall.store.resolve(ref).id, author=hall.author)


def proofread(context: typer.Context, refs: _Refs) -> None:
    """Tick the proofreading of the review that is next."""
    from hall_app.editing import review

    run: Context = context.obj
    with run.hall() as hall:
        ids = [hall.store.resolve(ref).id for ref in refs]
        review.proofread(hall.store, ids, author=hall.author)


def pass_review(context: typer.Context, refs: _Refs) -> None:
    """Pass the review that is next; the last one approves."""
    from hall_app.editing import review

    run: Context = context.obj
    with run.hall() as hall:
        ids = [hall.store.resolve(ref).id for ref in refs]
        review.pass_review(hall.store, ids, author=hall.author)


def reject(
    context: typer.Context,
    ref: _Ref,
    reason: Annotated[str, typer.Argument(help="What to mend; it becomes a comment.")],
) -> None:
    """Send a record back to its editor."""
    from hall_app.editing import review

    run: Context = context.obj
    with run.hall() as hall:
        review.reject(hall.store, hall.store.resolve(ref).id, reason, author=hall.author)


def _pair(words: str) -> tuple[str, int]:
    name, equals, number = words.partition("=")
    if not equals or not number.isdecimal():
        raise UsageError(f"“{words}” is no NAME=NUMBER.", "Write event=1.", subject=words)
    return name, int(number)


def _kind(name: str) -> Kind:
    if name not in tuple(Kind):
        raise UsageError(f"There is no kind “{name}”.", f"Choose from: {', '.join(Kind)}.")
    return Kind(name)
