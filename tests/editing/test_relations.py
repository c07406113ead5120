"""Relations from their far end: made, linked, ordered and let go, each as one step."""

import pytest

from hall_app.domain.kinds import Kind
from hall_app.editing import records, relations
from hall_app.editing.relations import RELATIONS, Relation
from hall_app.errors import InvalidRecord

PRODUCTS, HONOURS, EVENTS = RELATIONS[Kind.ENTERPRISE]


@pytest.fixture
def firm(store):
    return records.create(store, Kind.ENTERPRISE, "sample", {"title.zh-Hans": "样例企业"})


def _titles(store, owner, relation):
    ids = relations.related(store, store.get(owner.id), relation)
    return [store.get(one).title.best("zh-Hans") for one in ids]


def test_product_made_in_place_stands_last_and_is_undone_in_one_step(store, firm):
    for title in ("样品甲", "样品乙"):
        relations.make(store, PRODUCTS, firm.id, {"title.zh-Hans": title, "title.en": ""})
    assert _titles(store, firm, PRODUCTS) == ["样品甲", "样品乙"]
    store.undo()
    assert _titles(store, firm, PRODUCTS) == ["样品甲"]


def test_products_are_put_in_another_order(store, firm):
    for title in ("样品甲", "样品乙"):
        relations.make(store, PRODUCTS, firm.id, {"title.zh-Hans": title})
    first, second = relations.related(store, firm, PRODUCTS)
    records.move(store, [second, first])
    assert _titles(store, firm, PRODUCTS) == ["样品乙", "样品甲"]


def test_honour_made_in_place_holds_its_year_and_level(store, firm):
    values = {"title.zh-Hans": "样例奖", "date": "2021", "level": "province"}
    relations.make(store, HONOURS, firm.id, values)
    (honour,) = store.all(Kind.HONOUR)
    assert (honour.date.edtf, honour.level, honour.enterprise) == ("2021", "province", firm.id)


def test_event_is_linked_beside_what_it_tells_of_already_and_let_go_again(store, firm):
    other = records.create(store, Kind.PERSON, "someone", {"title.zh-Hans": "某人"})
    event = records.create(store, Kind.EVENT, "opening", {"related": [other.id]})
    for _ in range(2):
        relations.link(store, EVENTS, event.id, firm.id)
    assert store.get(event.id).related == (other.id, firm.id)
    relations.unlink(store, EVENTS, event.id, firm.id)
    assert store.get(event.id).related == (other.id,)
    store.undo()
    assert store.get(event.id).related == (other.id, firm.id)


def test_product_let_go_stays_in_the_library(store, firm):
    relations.make(store, PRODUCTS, firm.id, {"title.en": "Sample A"})
    (product,) = store.all(Kind.PRODUCT)
    assert product.slug == "sample-a"
    relations.unlink(store, PRODUCTS, product.id, firm.id)
    assert store.get(product.id).enterprise is None
    relations.link(store, PRODUCTS, product.id, firm.id)
    assert _titles(store, firm, PRODUCTS) == ["Sample A"]


def test_untitled_or_wrong_record_changes_nothing(store, firm):
    version = store.version
    with pytest.raises(InvalidRecord):
        relations.make(store, PRODUCTS, firm.id, {"title.zh-Hans": "  ", "title.en": ""})
    with pytest.raises(InvalidRecord):
        relations.link(store, PRODUCTS, firm.id, firm.id)
    assert store.version == version


def test_craft_and_product_are_related_from_both_ends(store, firm):
    craft = records.create(store, Kind.CRAFT, "weaving", {"title.zh-Hans": "编织"})
    practised = RELATIONS[Kind.CRAFT][0]
    assert practised == Relation(Kind.ENTERPRISE, "crafts")
    relations.link(store, practised, firm.id, craft.id)
    assert store.get(firm.id).crafts == (craft.id,)
    assert relations.related(store, craft, practised) == (firm.id,)
