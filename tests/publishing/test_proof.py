"""The proof of an enterprise: its revision, what changed since it was signed, and its two files."""

import base64
import io
import json
import re
from dataclasses import replace

import pypdfium2
import pytest
from PIL import Image

from hall_app.domain.dates import Day
from hall_app.domain.kinds import Kind
from hall_app.domain.records.enterprise import Enterprise
from hall_app.editing import fields, records
from hall_app.errors import InvalidRecord, NotFound, UsageError
from hall_app.media.vault import Vault
from hall_app.publishing import revisions
from hall_app.publishing.preflight import check
from hall_app.publishing.proof import gathering, writing
from hall_app.publishing.proof.page import page
from hall_app.publishing.proof.typeset import typeset
from hall_app.publishing.proof.views import page_view
from hall_app.publishing.public import public_form, public_records
from hall_app.publishing.signed import changed_since, contents_of, lines_of
from hall_app.publishing.signoff import SignOff, record_signoff
from hall_app.publishing.working import WorkingRelease
from hall_app.store.codec import canonical_json, to_document
from hall_app.store.store import Store
from tests.clock import Clock, Ids
from tests.publishing.making import NOW

TODAY = Day(2026, 11, 23)


@pytest.fixture
def store(tmp_path):
    with Store.open(tmp_path / "library.db", now=Clock(), new_id=Ids()) as opened:
        yield opened


@pytest.fixture
def vault(tmp_path):
    return Vault(tmp_path / "vault")


@pytest.fixture
def firm(store) -> Enterprise:
    values = {
        "title": {"zh-Hans": "样例企业", "en": "Sample <b>Works</b> & Co"},
        "text.zh-Hans": "样例企业做样品。",
        "town": "xiqiao",
    }
    return records.create(store, Kind.ENTERPRISE, "sample", values)


@pytest.fixture
def product(store, firm):
    return records.create(
        store, Kind.PRODUCT, "sample-a", {"title.zh-Hans": "样品甲", "enterprise": firm.id}
    )


def _firm(store) -> Enterprise:
    return store.find(Kind.ENTERPRISE, "sample")


def _proof(store, language="zh-Hans"):
    return gathering.gather(store, _firm(store), language=language, today=TODAY)


def _view(tmp_path, size=(320, 180), caption="横 · 简体中文"):
    file = tmp_path / f"{size[0]}.png"
    Image.new("RGB", size, "#8a5a2b").save(file)
    return page_view(file, caption)


def test_revision_changes_with_a_public_word_and_comes_back_with_it(store, firm, product):
    first = revisions.standing(store, _firm(store)).number
    fields.set_fields(store, firm.id, {"remark": "只给自己看"})
    assert revisions.standing(store, _firm(store)).number == first
    fields.set_fields(store, product.id, {"title.zh-Hans": "样品乙"})
    assert revisions.standing(store, _firm(store)).number != first
    store.undo()
    assert revisions.standing(store, _firm(store)).number == first


def test_signed_revision_names_what_changed_come_and_gone(store, firm, product):
    signed = revisions.standing(store, _firm(store)).lines
    fields.set_fields(store, firm.id, {"text.zh-Hans": "样例企业做别的。"})
    records.remove(store, product.id)
    now = revisions.standing(store, _firm(store)).contents
    assert changed_since(signed, now) == (f"{product.id}/title.zh-Hans", "text.zh-Hans")


def test_revision_is_found_again_after_later_edits_and_a_removed_product(store, firm, product):
    sent = revisions.standing(store, _firm(store))
    fields.set_fields(store, firm.id, {"town": "dali"})
    fields.set_fields(store, product.id, {"title.zh-Hans": "样品乙"})
    records.remove(store, product.id)
    found = revisions.of_number(store, _firm(store), f" {sent.number.lower()} ")
    assert found == sent
    with pytest.raises(NotFound):
        revisions.of_number(store, _firm(store), "000000000000")


def test_private_product_is_neither_signed_nor_proofed(store, firm, product):
    fields.set_fields(store, product.id, {"is_public": False})
    assert not any(
        "样品甲" in one for one in revisions.standing(store, _firm(store)).contents.values()
    )
    assert [part.heading for part in _proof(store).parts] == ["样例企业"]


def test_authorisation_with_what_was_signed_never_leaves_the_desk(store, firm):
    lines = lines_of(contents_of(firm, ()))
    fields.set_fields(
        store, firm.id, {"authorisation": {"given_by": "样例人", "signed": list(lines)}}
    )
    assert _firm(store).authorisation.signed == lines
    out = canonical_json(to_document(public_form(_firm(store)))).decode()
    assert "样例人" not in out
    assert lines[0] not in out


def test_pages_of_an_enterprise_that_is_not_public_yet_can_be_proofed(store, vault, firm):
    fields.set_fields(store, firm.id, {"is_public": False})
    closed = WorkingRelease(store, vault, now=lambda: NOW)
    assert closed.get(firm.id) is None
    opened = WorkingRelease(store, vault, now=lambda: NOW, opened=gathering.opened_for(firm))
    assert opened.get(firm.id).title == firm.title
    assert [one.id for one in opened.all(Kind.ENTERPRISE)] == [firm.id]


def test_page_holds_everything_escaped_and_fetches_nothing(store, firm, product, tmp_path):
    proof = _proof(store, "en")
    made = page(proof, (_view(tmp_path), _view(tmp_path, (180, 320))))
    assert "Sample &lt;b&gt;Works&lt;/b&gt; &amp; Co" in made
    assert "样品甲" in made
    assert proof.revision in made
    assert "default-src 'none'" in made
    assert not re.findall(r'(?:src|href)="(?!data:)', made)
    pictures = re.findall(r'src="data:image/jpeg;base64,([^"]+)"', made)
    sizes = [Image.open(io.BytesIO(base64.b64decode(one))).size for one in pictures]
    assert sizes == [(320, 180), (180, 320)]


def test_pdf_holds_the_words_the_pictures_and_the_place_to_sign(store, firm, product, tmp_path):
    proof = _proof(store)
    views = (_view(tmp_path), _view(tmp_path, (180, 320)))
    made = typeset(proof, views)
    assert made == typeset(proof, views)
    document = pypdfium2.PdfDocument(made)
    words = "".join(sheet.get_textpage().get_text_range() for sheet in document)
    for expected in ("样例企业", "样品甲", proof.revision, "单位盖章", "西樵", "2026-11-23"):
        assert expected in words
    document.close()


def test_words_of_a_record_cannot_command_the_typesetter(store, firm):
    wild = '#read("/etc/passwd") *a* $x$ @b <c> \\ ' + "x" * 400
    fields.set_fields(store, firm.id, {"text.zh-Hans": wild})
    document = pypdfium2.PdfDocument(typeset(_proof(store), ()))
    words = "".join(sheet.get_textpage().get_text_range() for sheet in document)
    assert '#read("/etc/passwd")' in words
    sheets = [(sheet.get_width(), one.get_bounds()) for sheet in document for one in _drawn(sheet)]
    assert sheets
    assert all(right <= width for width, (_, _, right, _) in sheets)
    document.close()


def _drawn(sheet):
    return sheet.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_TEXT])


def test_name_without_a_form_is_refused_before_anything_is_written(store, firm, tmp_path):
    folder = tmp_path / "out"
    folder.mkdir()
    with pytest.raises(UsageError):
        writing.write(_proof(store), (), folder / "proof.docx")
    writing.write(_proof(store), (), folder / "proof.html")
    assert [one.name for one in folder.iterdir()] == ["proof.html"]


def test_what_is_no_enterprise_has_no_proof(store, product):
    with pytest.raises(UsageError):
        gathering.enterprise_named(store, "product:sample-a")
    with pytest.raises(NotFound):
        gathering.enterprise_named(store, "nothing")
    assert gathering.enterprise_named(store, "sample").slug == "sample"


def test_contents_of_an_enterprise_are_words_facts_and_pictures(firm):
    contents = contents_of(replace(firm, remark="不要"), ())
    assert contents["town"] == json.dumps("xiqiao")
    assert set(contents) == {"title.zh-Hans", "title.en", "text.zh-Hans", "town"}


def test_sign_off_keeps_the_revision_that_was_sent_and_hides_its_scan(store, firm, product):
    scan = records.create(store, Kind.MEDIA, "scan", {"title.zh-Hans": "扫描件"})
    sent = revisions.standing(store, _firm(store))
    fields.set_fields(store, firm.id, {"text.zh-Hans": "样例企业做别的。"})
    signoff = SignOff(
        given_by=" 样例人 ", given_on=Day(2026, 11, 20), until=Day(2027, 11, 20),
        scan=scan.id, revision=sent.number,
    )  # fmt: skip
    record_signoff(store, _firm(store), signoff)
    paper = _firm(store).authorisation
    assert (paper.given_by, paper.signed) == ("样例人", sent.lines)
    assert scan.id not in public_records(record for kind in Kind for record in store.all(kind))
    assert _proof(store).changed == ("正文 简",)
    store.undo()
    assert _firm(store).authorisation is None
    assert store.get(scan.id).is_public


def test_sign_off_by_nobody_or_that_ends_before_it_begins_is_refused(store, firm):
    reversed_days = SignOff(given_by="样例人", given_on=Day(2026, 5, 1), until=Day(2026, 4, 1))
    for wrong in (SignOff(given_by="  "), reversed_days):
        with pytest.raises(InvalidRecord):
            record_signoff(store, firm, wrong)
    assert _firm(store).authorisation is None


def test_preflight_advises_on_each_field_that_is_not_as_signed(store, vault, firm, product):
    record_signoff(store, _firm(store), SignOff(given_by="样例人"))
    assert _stale(store, vault) == []
    fields.set_fields(store, firm.id, {"text.zh-Hans": "改了。", "remark": "私下"})
    fields.set_fields(store, product.id, {"title.en": "Sample A"})
    assert _stale(store, vault) == ["authorisation", "text.zh-Hans"]
    fields.set_fields(store, firm.id, {"text.zh-Hans": "样例企业做样品。"})
    records.remove(store, product.id)
    assert _stale(store, vault) == ["authorisation"]


def _stale(store, vault):
    found = check(store, vault, today=NOW)
    return [one.field for one in found if one.code == "proof-stale"]
