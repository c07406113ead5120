"""A small hall in memory: a reader over plain records, one of each kind the kiosk shows."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from hall_app.domain.dates import Day, HallDate, Precision, days_in_month
from hall_app.domain.kinds import Kind
from hall_app.domain.records import (
    Answer,
    Certainty,
    Citation,
    Craft,
    Enterprise,
    Era,
    Event,
    Exhibit,
    ExhibitForm,
    Gallery,
    Hall,
    HeritageLevel,
    Honour,
    HonourResult,
    Map,
    MapPoint,
    Media,
    Medium,
    Person,
    Question,
    Quiz,
    Record,
    Section,
    Source,
    Statistic,
    StatisticNature,
    Timeline,
    Town,
)
from hall_app.domain.text import Text

TODAY = Day(2026, 11, 23)

GALLERIES = (
    ("preface", "序厅", "序廳", "Preface"),
    ("century", "百年征程", "百年征程", "A Century's Journey"),
    ("era", "时代担当", "時代擔當", "Shouldering the Times"),
    ("craft", "匠心佛山", "匠心佛山", "Foshan Craftsmanship"),
    ("brand", "品牌南海", "品牌南海", "Brand Nanhai"),
)


def words(hans: str, hant: str = "", en: str = "") -> Text:
    return Text.of({"zh-Hans": hans, "zh-Hant": hant or hans, "en": en or hans})


def a_year(year: int) -> HallDate:
    return HallDate(f"{year:04}", Day(year), Day(year, 12, 31), Precision.YEAR)


def a_day(year: int, month: int, day: int) -> HallDate:
    on = Day(year, month, day)
    return HallDate(str(on), on, on, Precision.DAY)


def a_month(year: int, month: int) -> HallDate:
    last = Day(year, month, days_in_month(year, month))
    return HallDate(f"{year}-{month:02}", Day(year, month), last, Precision.MONTH)


def a_span(first: int, last: int | None, precision: Precision = Precision.PERIOD) -> HallDate:
    end = Day(last, 12, 31) if last is not None else None
    return HallDate(f"{first}/{last or '..'}", Day(first), end, precision)


def an_event(slug: str, gallery: str, date: HallDate, title: Text, **fields: object) -> Event:
    return Event(
        id=f"event-{slug}",
        slug=slug,
        gallery=f"gallery-{gallery}",
        date=date,
        title=title,
        text=fields.pop("text", words("一件史事。", "一件史事。", "One event.")),
        **fields,
    )


@dataclass(frozen=True)
class Hit:
    """A found record."""

    id: str


class SmallHall:
    """Records in memory, read as a release is; `files` are the pictures that are there."""

    number, published_at, is_preview = 1, "2026-11-20", False

    def __init__(self, records: Sequence[Record] = (), files: dict[str, Path] | None = None):
        self.records = {record.id: record for record in (*walls(), *records)}
        self.files = files or {}

    def all(self, kind: Kind) -> tuple[Record, ...]:
        return tuple(record for record in self.records.values() if record.kind is kind)

    def get(self, record_id: str) -> Record | None:
        return self.records.get(record_id)

    def find(self, kind: Kind, slug: str) -> Record | None:
        return next((r for r in self.all(kind) if r.slug == slug), None)

    def search(self, text: str, limit: int) -> tuple[Hit, ...]:
        sought = text.replace(" ", "").lower()
        found = [
            Hit(record.id)
            for record in self.records.values()
            if sought in record.slug.replace("-", "") or sought in record.title["zh-Hans"]
        ]
        return tuple(found[:limit])

    def media_file(self, media: Media, long_edge: int) -> Path | None:
        return self.files.get(media.id)

    def track_file(self, sha256: str) -> Path | None:
        return self.files.get(sha256)


def walls() -> list[Record]:
    """The hall and its five galleries."""
    hall = Hall(
        id="hall", slug="hall", title=words("品牌南海馆", "品牌南海館", "Brand Nanhai Hall")
    )
    return [
        hall,
        *(
            Gallery(
                id=f"gallery-{slug}",
                slug=slug,
                title=words(hans, hant, en),
                order=order,
                lead=words("一根线走到这里。", "一根線走到這裏。", "The thread comes this far."),
                period=words("1827–2024"),
            )
            for order, (slug, hans, hant, en) in enumerate(GALLERIES, 1)
        ),
    ]


def furnished() -> list[Record]:
    """Something of every kind, and an exhibit of every form."""
    events = [
        an_event(
            "stone-tools",
            "preface",
            a_span(-4000, -2000, Precision.CIRCA),
            words("西樵山石器", "西樵山石器", "Stone tools of Xiqiao"),
            importance=3,
        ),
        an_event(
            "four-marts",
            "preface",
            a_span(1600, 1699, Precision.CENTURY),
            words("天下四聚", "天下四聚", "Four great marts"),
            importance=3,
        ),
        an_event(
            "jichanglong",
            "century",
            a_span(1872, 1874),
            words("陈启沅创办继昌隆缫丝厂", "陳啟沅創辦繼昌隆繅絲廠", "Jichanglong is founded"),
            short_title=words("继昌隆", "繼昌隆", "Jichanglong"),
            importance=3,
            related=("person-chen",),
            citations=(Citation(source="source-book"),),
        ),
        an_event("matches", "century", a_year(1879), words("巧明火柴厂", "巧明火柴廠", "Matches")),
        an_event(
            "name-of-foshan",
            "preface",
            a_year(628),
            words("佛山得名", "佛山得名", "Foshan is named"),
            certainty=Certainty.TRADITION,
        ),
        an_event(
            "conference",
            "era",
            a_day(2017, 3, 30),
            words("质量强区大会", "質量強區大會", "Quality conference"),
            importance=3,
        ),
        an_event("listing", "brand", a_month(2017, 12), words("上市", "上市", "A listing")),
        an_event("zone", "era", a_year(2017), words("示范区", "示範區", "Model zone")),
        an_event("clean-up", "era", a_span(2017, 2019), words("整治行动", "整治行動", "Clean-up")),
    ]
    person = Person(
        id="person-chen",
        slug="chen",
        title=words("陈启沅", "陳啟沅", "Chen Qiyuan"),
        gallery="gallery-century",
        born=a_year(1834),
        died=a_year(1903),
        role=words("缫丝", "繅絲", "Filature founder"),
    )
    firms = [
        Enterprise(
            id=f"enterprise-{n}",
            slug=f"firm-{n}",
            title=words(f"{name}铝业", f"{name}鋁業", f"{name} Aluminium"),
            gallery="gallery-brand",
            town=town,
            industry=words(industry, industry, industry),
            founded=a_year(1990 + n),
        )
        for n, (name, town, industry) in enumerate(
            [
                ("坚美", Town.DALI, "铝型材"),
                ("凤铝", Town.DALI, "铝型材"),
                ("蒙娜丽莎", Town.XIQIAO, "陶瓷"),
            ]
        )
    ]
    honour = Honour(
        id="honour-1",
        slug="honour-1",
        title=words("中国质量奖", "中國質量獎", "China Quality Award"),
        enterprise="enterprise-0",
        result=HonourResult.NOMINATED,
        date=a_year(2018),
    )
    craft = Craft(
        id="craft-gauze",
        slug="gauze",
        title=words("香云纱", "香雲紗", "Gambiered silk"),
        gallery="gallery-craft",
        level=HeritageLevel.NATIONAL,
        place=words("西樵", "西樵", "Xiqiao"),
        text=words("坯纱浸莨，过泥，曝晒。", "坯紗浸莨，過泥，曝曬。", "Dyed, mudded and sunned."),
        steps=(
            words("浸莨：坯纱浸入薯莨汁", "浸莨：坯紗浸入薯莨汁", "Dye: steeped in gambier"),
            words("过泥：覆上河泥", "過泥：覆上河泥", "Mud: river mud is spread on"),
        ),
    )
    figures = [
        Statistic(
            id="statistic-zones",
            slug="zones",
            title=words("村级工业区", "村級工業區", "Village zones"),
            value=685,
            unit=words("个", "個", "zones"),
            date=a_span(2017, 2019),
            nature=StatisticNature.TARGET,
            gallery="gallery-era",
        ),
        Statistic(
            id="statistic-dyke",
            slug="dyke",
            title=words("围堤全长", "圍堤全長", "Dyke length"),
            value=64.84,
            unit=words("公里", "公里", "km"),
            date=a_year(2020),
            gallery="gallery-preface",
        ),
    ]
    quiz = Quiz(
        id="quiz",
        slug="quiz",
        title=words("丝从哪里来", "絲從哪裏來", "Where silk came from"),
        gallery="gallery-century",
        questions=(
            Question(
                text=words("在哪个村？", "在哪個村？", "In which village?"),
                answers=(
                    Answer(text=words("苏村", "蘇村", "Sucun")),
                    Answer(text=words("简村", "簡村", "Jiancun"), is_right=True),
                ),
                explanation=words("他回到简村。", "他回到簡村。", "He came back to Jiancun."),
                about="event-jichanglong",
            ),
        ),
    )
    drawn = Map(
        id="map",
        slug="map",
        title=words("南海七镇街", "南海七鎮街", "The seven towns"),
        gallery="gallery-preface",
        points=(
            MapPoint(title=words("西樵"), x=0.3, y=0.7, target="event-stone-tools"),
            MapPoint(title=words("大沥"), x=0.7, y=0.4, target="enterprise-0"),
        ),
    )
    pictures = [
        Media(id=f"media-{n}", slug=f"media-{n}", title=words(f"图{n}"), caption=words(f"图{n}"))
        for n in range(2)
    ]
    film = Media(
        id="media-film",
        slug="film",
        title=words("缫丝厂的一天", "繅絲廠的一天", "A day in the filature"),
        medium=Medium.FILM,
        duration_s=24,
    )
    eras = [
        Era(id=f"era-{n}", slug=f"era-{n}", title=words(name), date=a_span(first, last))
        for n, (name, first, last) in enumerate(
            [("明", 1368, 1644), ("清", 1644, 1911), ("民国", 1912, 1948), ("今", 1949, 2026)]
        )
    ]
    view = Timeline(
        id="timeline-reform",
        slug="reform",
        title=words("改革年表", "改革年表", "Reform years"),
        span=a_span(1978, 2024),
        galleries=("gallery-era",),
    )
    alone = Timeline(
        id="timeline-preface-alone",
        slug="preface-alone",
        title=words("一方水土", "一方水土", "Land and water"),
        galleries=("gallery-preface",),
    )
    source = Source(id="source-book", slug="book", title=words("南海县志"))
    return [
        *events, person, *firms, honour, craft, *figures, quiz, drawn, *pictures, film, *eras,
        view, alone, source, *_exhibits(),
    ]  # fmt: skip


def _exhibits() -> list[Record]:
    section = Section(
        id="section-1",
        slug="section-1",
        title=words("机器进村", "機器進村", "Machines come"),
        gallery="gallery-century",
    )
    shown = {
        ExhibitForm.PANEL: ("event-jichanglong", "event-matches"),
        ExhibitForm.SLIDESHOW: ("event-jichanglong", "event-matches"),
        ExhibitForm.STATISTICS: ("statistic-zones", "statistic-dyke"),
        ExhibitForm.CRAFT: ("craft-gauze",),
        ExhibitForm.QUIZ: ("quiz",),
        ExhibitForm.MAP: ("map",),
    }
    pictures = {
        ExhibitForm.COMPARE: ("media-0", "media-1"),
        ExhibitForm.FILM: ("media-film",),
        ExhibitForm.SLIDESHOW: ("media-0",),
    }
    return [
        section,
        *(
            Exhibit(
                id=f"exhibit-{form}",
                slug=f"exhibit-{form}",
                section="section-1",
                order=order,
                form=form,
                title=words(f"展项{order}", f"展項{order}", f"Exhibit {order}"),
                text=words("第一句。", "第一句。", "The first sentence."),
                items=shown.get(form, ()),
                media=pictures.get(form, ()),
                view="timeline-reform" if form is ExhibitForm.TIMELINE else None,
            )
            for order, form in enumerate(ExhibitForm)
        ),
    ]
