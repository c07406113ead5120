"""A proof as one page for a browser: pictures inside it, and nothing fetched from anywhere."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Iterator
from html import escape

from hall_app.publishing.proof.gathering import Part, Proof
from hall_app.publishing.proof.typeset import facts_of
from hall_app.publishing.proof.views import PageView

# Nothing may be fetched, whatever a record's words hold.
_POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'"
_STYLE = """
:root { color-scheme: light; }
body { margin: 0 auto; max-width: 58rem; padding: 3rem 1.5rem 5rem; color: #21252b; background: #fdfcf9;
  font: 1rem/1.75 "Noto Sans SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei", sans-serif; }
h1, h2, h3 { font-family: "Noto Serif SC", "Source Han Serif SC", "Songti SC", SimSun, serif;
  font-weight: 600; line-height: 1.35; overflow-wrap: anywhere; }
h1 { font-size: 2.4rem; margin: .5rem 0 0; }
h2 { margin: 3.5rem 0 1rem; padding-bottom: .5rem; border-bottom: 2px solid #8a5a2b; }
h3 { margin: 2rem 0 .5rem; } h3 small { font: 400 .8rem sans-serif; color: #6a6f76; margin-left: .6rem; }
.hall { color: #8a5a2b; letter-spacing: .15em; } .quiet, figcaption, th { color: #6a6f76; font-weight: 400; }
table { width: 100%; border-collapse: collapse; } td, th { border-bottom: 1px solid #e2ddd2; padding: .45rem .8rem .45rem 0;
  text-align: left; vertical-align: top; overflow-wrap: anywhere; } th { width: 9rem; } td.tongue { width: 3rem; color: #6a6f76; }
figure { margin: 1rem 0; } img { width: 100%; height: auto; border: 1px solid #e2ddd2; display: block; }
.tall { display: grid; grid-template-columns: repeat(3, 1fr); gap: 1rem; }
.blank { border-bottom: 1px solid #21252b; height: 2.2rem; } .seal { border: 1px dashed #a9a294; height: 9rem; padding: .8rem; color: #6a6f76; }
ul { padding-left: 1.2rem; } .box { display: inline-block; width: .9rem; height: .9rem; border: 1.5px solid #21252b; margin-right: .7rem; }
@media (max-width: 40rem) { .tall { grid-template-columns: 1fr; } th { width: 6rem; } }
@media print { body { max-width: none; padding: 0; } h2 { break-after: avoid; } figure, .signing { break-inside: avoid; } }
"""


def page(proof: Proof, views: tuple[PageView, ...]) -> str:
    """The whole page."""
    return "\n".join(_page(proof, views)) + "\n"


def _page(proof: Proof, views: tuple[PageView, ...]) -> Iterator[str]:
    say = proof.say
    yield f'<!DOCTYPE html>\n<html lang="{proof.language}">\n<head>\n<meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
    yield '<meta name="viewport" content="width=device-width">'
    yield f"<title>{escape(proof.title)} · {say('title')}</title>\n<style>{_STYLE}</style>"
    yield f'</head>\n<body>\n<p class="hall">{escape(proof.hall)}</p>'
    yield f"<h1>{escape(proof.title)}</h1>"
    yield f'<p class="quiet">{escape(proof.subtitle)}</p><h3>{say("title")}</h3><p>{say("how")}</p>'
    yield from _table((row["name"], row["words"]) for row in facts_of(proof))
    if proof.changed:
        yield f"<h3>{say('changed')}</h3>"
        yield from _list(proof.changed)
    for key, is_tall in (("pages", False), ("pages-tall", True)):
        if shown := [view for view in views if view.is_tall is is_tall]:
            yield f'<h2>{say(key)}</h2><div class="{"tall" if is_tall else "wide"}">'
            yield from map(_figure, shown)
            yield "</div>"
    yield f"<h2>{say('texts')}</h2>"
    for part in proof.parts:
        yield from _part(proof, part)
    if proof.credits:
        yield f"<h2>{say('credits')}</h2>"
        yield from _table((one.title, (("", one.note),)) for one in proof.credits)
    yield from _signing(proof)
    yield "</body>\n</html>"


def _part(proof: Proof, part: Part) -> Iterator[str]:
    yield f"<h3>{escape(part.heading)}<small>{escape(part.kind)}</small></h3>"
    yield from _table((row.name, row.words) for row in part.rows)
    if part.sources:
        yield f'<p class="quiet">{proof.say("sources")}</p>'
        yield from _list(part.sources)


def _table(rows: Iterable[tuple[str, Iterable[tuple[str, str]]]]) -> Iterator[str]:
    yield "<table>"
    for name, words in rows:
        for number, (tongue, said) in enumerate(words):
            head = escape(name) if number == 0 else ""
            yield (
                f'<tr><th scope="row">{head}</th><td class="tongue">{escape(tongue)}</td>'
                f"<td>{escape(said)}</td></tr>"
            )
    yield "</table>"


def _list(lines: Iterable[str]) -> Iterator[str]:
    yield f"<ul>{''.join(f'<li>{escape(line)}</li>' for line in lines)}</ul>"


def _figure(view: PageView) -> str:
    data, caption = b64encode(view.jpeg).decode(), escape(view.caption)
    return (
        f'<figure><img alt="{caption}" src="data:image/jpeg;base64,{data}">'
        f"<figcaption>{caption}</figcaption></figure>"
    )


def _signing(proof: Proof) -> Iterator[str]:
    say = proof.say
    yield f'<section class="signing"><h2>{say("sign")}</h2><p>{say("sign-about")}</p>'
    for key in ("sign-agree", "sign-amend", "sign-refuse"):
        yield f'<p><span class="box"></span>{say(key)}</p>'
    yield "<table>"
    for key in ("sign-scope", "sign-until", "sign-office", "sign-name", "sign-date"):
        yield f'<tr><th scope="row">{say(key)}</th><td><div class="blank"></div></td></tr>'
    yield f'</table><p class="seal">{say("sign-seal")}</p></section>'
