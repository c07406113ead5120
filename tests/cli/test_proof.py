"""`hall proof`: the real pages of an enterprise, drawn and written as one file."""

import re

import pypdfium2
import pytest

from hall_app import bootstrap
from hall_app.domain.kinds import Kind
from hall_app.editing import records


@pytest.fixture
def with_firm(furnished, paths):
    """A hand on a home that has an enterprise, not public yet."""
    values = {"title.zh-Hans": "样例企业", "is_public": False}
    with bootstrap.open_store(paths.library) as store:
        records.create(store, Kind.ENTERPRISE, "sample", values)
    return furnished


def test_proof_of_an_enterprise_shows_its_pages_and_can_be_sent(with_firm, tmp_path, qapp):
    out = tmp_path / "proof.pdf"
    told = with_firm("proof", "enterprise:sample", out, "--json").json
    document = pypdfium2.PdfDocument(out)
    words = "".join(page.get_textpage().get_text_range() for page in document)
    pictures = [one for page in document for one in page.get_objects(filter=[3])]
    document.close()
    assert told["revision"] in words
    assert told["bytes"] == out.stat().st_size
    assert len(pictures) == 6


def test_page_for_a_browser_speaks_the_language_that_is_asked_for(with_firm, tmp_path, qapp):
    out = tmp_path / "proof.html"
    assert with_firm("proof", "sample", out, "--lang", "en").status == 0
    page = out.read_text("utf-8")
    assert "Proof for sign-off" in page
    assert len(re.findall("data:image/jpeg", page)) == 6


def test_unknown_enterprise_form_or_language_is_refused(furnished, tmp_path):
    assert furnished("proof", "enterprise:none", tmp_path / "a.pdf").status == 2
    assert furnished("proof", "gallery:century", tmp_path / "a.pdf").status == 2
    assert furnished("proof", "enterprise:none", tmp_path / "a.doc").status == 2
    assert furnished("proof", "gallery:century", tmp_path / "a.pdf", "--lang", "fr").status == 2
    assert not (tmp_path / "a.pdf").exists()


def test_sign_off_is_recorded_with_its_revision(with_firm, tmp_path, qapp):
    told = with_firm("proof", "sample", tmp_path / "a.html", "--json").json
    words = ("--by", "样例人", "--on", "2026-11-20", "--until", "2027-11-20")
    assert with_firm("sign-off", "sample", *words, "--revision", told["revision"]).status == 0
    paper = with_firm("show", "enterprise:sample", "--json").json["authorisation"]
    assert paper["given_by"] == "样例人"
    assert paper["until"] == "2027-11-20"
    assert len(paper["signed"]) == 1
    assert with_firm("sign-off", "sample", "--by", "样例人", "--on", "gestern").status == 2
    assert with_firm("sign-off", "sample", "--by", "样例人", "--revision", "0" * 12).status == 2
