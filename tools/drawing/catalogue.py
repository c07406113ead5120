"""Which plate is drawn by which scene: the table of everything in `content/media/` that we draw."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from tools.drawing.scenes import (
    below_ground,
    brand,
    clay,
    cloths,
    county,
    daily,
    galleries,
    gauze,
    kiln,
    lakeside,
    land,
    light,
    lion,
    machines,
    paper,
    profiles_cut,
    rails,
    reform,
    silk,
    town,
    vehicles,
    vessels,
    works,
)
from tools.drawing.sheet import Sheet

Scene = Callable[[Sheet], None]
TOWNS = (
    (0.70, 0.18),
    (0.66, 0.38),
    (0.77, 0.53),
    (0.42, 0.33),
    (0.24, 0.52),
    (0.33, 0.70),
    (0.38, 0.87),
)

SCENES: dict[str, tuple[str, Scene]] = {
    # preface
    "event-xiqiao-hill-stone-tools": ("preface", land.stone_tool),
    "event-qin-sets-up-nanhai-commandery": ("preface", county.commandery),
    "event-sui-creates-nanhai-county": ("preface", county.county_plan),
    "event-sangyuanwei-dyke-begun": ("preface", land.dyke_section),
    "event-ancestral-temple-titled": ("preface", town.temple),
    "event-foshan-among-four-great-marts": ("preface", town.mart),
    "event-sangyuanwei-world-irrigation-heritage": ("preface", land.dyke_ring),
    "exhibit-pond-dyke-map": ("preface", partial(land.pond_map, points=TOWNS[5:6], zoom=1.35)),
    "exhibit-stone-and-dyke": ("preface", land.stone_and_dyke),
    "exhibit-name-nanhai": ("preface", county.seals),
    "exhibit-sea-trade": ("preface", below_ground.jar_trade),
    "exhibit-hall-origin": ("preface", below_ground.underground_hall),
    # century
    "event-zou-boqi-builds-a-camera": ("century", light.camera),
    "event-chen-qiyuan-founds-jichanglong": ("century", silk.filature),
    "event-qiaoming-match-factory-opens": ("century", light.matches),
    "event-guangsan-railway-complete": ("century", rails.locomotive),
    "event-nanhai-liberated": ("century", light.first_light),
    "exhibit-century-opening": ("century", silk.opening),
    "exhibit-filature": ("century", silk.reeling),
    "exhibit-new-learning": ("century", partial(light.camera, mirrored=True)),
    "exhibit-guangsan-railway": ("century", rails.rails),
    "exhibit-county-years": ("century", rails.county_moves),
    "exhibit-workshop-trades": ("century", rails.workshop_trades),
    # era
    "event-nansha-celebrates-wealth": ("era", reform.drum),
    "event-six-wheels-turning-together": ("era", reform.six_wheels),
    "event-xiabai-land-shareholding": ("era", reform.shares),
    "event-nanhai-becomes-a-district": ("era", reform.district),
    "event-three-olds-renewal-begins": ("era", works.renewal),
    "event-quality-district-conference": ("era", reform.quality),
    "event-first-land-art-festival": ("era", lakeside.land_art),
    "exhibit-era-opening": ("era", reform.one_wheel),
    "exhibit-six-wheels": ("era", partial(reform.six_wheels, turn=0.4, flipped=True)),
    "exhibit-reform-years": ("era", reform.field_to_shares),
    "exhibit-quality-conference": ("era", partial(reform.quality, close=True)),
    "exhibit-project-quality-and-lifts": ("era", works.lift),
    "exhibit-project-famous-standard": ("era", works.caliper),
    "exhibit-project-village-zones": ("era", works.village_squares),
    "exhibit-village-zones-method": ("era", works.method),
    "exhibit-project-bean-curd-standard": ("era", works.bean_curd),
    "exhibit-lake-and-laboratory": ("era", lakeside.lake),
    # craft
    "event-foshan-autumn-parade-named": ("craft", paper.parade),
    "event-nanfeng-kiln-lit": ("craft", kiln.dragon_kiln),
    "event-lion-head-making-becomes-a-trade": (
        "craft",
        partial(lion.lion_frame, papered=0.0),
    ),
    "event-patterned-gauze-invented": ("craft", gauze.leno),
    "event-nanfeng-kiln-protected": ("craft", kiln.old_kiln),
    "event-first-national-heritage-list": ("craft", clay.heritage_four),
    "craft-shiwan-ceramic-sculpture": ("craft", clay.clay_figure),
    "craft-guangdong-lion-dance": (
        "craft",
        partial(lion.lion_frame, papered=1.0, dance=True),
    ),
    "craft-foshan-lion-head-making": ("craft", lion.lion_frame),
    "craft-foshan-paper-cutting": ("craft", paper.paper_cut),
    "craft-foshan-woodblock-prints": ("craft", paper.woodblock),
    "craft-gambiered-silk": ("craft", gauze.drying_field),
    "craft-gambiered-silk-close": ("craft", partial(gauze.leno, dyed=True, pattern=False)),
    "craft-foshan-iron-founding": ("craft", kiln.founding),
    "craft-nanhai-rattan-weaving": ("craft", gauze.weave),
    "craft-pingzhou-jade": ("craft", clay.jade),
    "craft-jiujiang-wine-making": ("craft", clay.wine),
    "craft-jiujiang-fish-fry": ("craft", daily.fish_fry),
    "craft-cantonese-furniture": ("craft", daily.furniture),
    "craft-foshan-lanterns": ("craft", paper.lanterns),
    "craft-foshan-autumn-parade": ("craft", partial(paper.parade, full=False)),
    "craft-foshan-shifan": ("craft", lion.shifan),
    "craft-cantonese-suona": ("craft", lion.suona),
    "craft-nanhai-hung-boxing": ("craft", lion.boxing),
    "craft-cantonese-embroidery": ("craft", gauze.embroidery),
    "exhibit-craft-opening": ("craft", kiln.mended_glaze),
    "exhibit-kiln-and-iron": ("craft", kiln.kiln_and_iron),
    "exhibit-gauze-before-after": ("craft", partial(gauze.leno, half=True, pattern=False)),
    "exhibit-gauze-before-after-before": ("craft", partial(gauze.drying_field, raw=True)),
    "exhibit-gauze-before-after-after": ("craft", partial(gauze.drying_field, finished=True)),
    "exhibit-lion-head": ("craft", partial(lion.lion_frame, papered=0.3)),
    "exhibit-autumn-parade": ("craft", paper.parade_signs),
    "exhibit-hands-of-every-day": ("craft", daily.every_day),
    "exhibit-heritage-list": ("craft", clay.heritage_dots),
    # brand
    "event-xiebian-profile-works-opens": ("brand", brand.press),
    "event-dali-first-aluminium-town": ("brand", brand.skyline),
    "event-faw-volkswagen-starts-production": ("brand", partial(vehicles.car_body, line=True)),
    "event-brand-nanhai-hall-sited": ("brand", below_ground.underground_hall),
    "event-first-hidden-champions-named": ("brand", brand.champions),
    "exhibit-brand-opening": ("brand", brand.opening),
    "exhibit-enterprise-wall": ("brand", brand.wall),
    "exhibit-aluminium-profile": ("brand", brand.profile_closeup),
    "exhibit-cars-and-gearboxes": ("brand", brand.gearbox_and_car),
    "exhibit-made-for-homes": ("brand", brand.for_homes),
    "exhibit-names-in-figures": ("brand", brand.figures),
    "exhibit-nanhai-in-figures": ("brand", brand.skein),
    "exhibit-project-aluminium-zone": ("brand", brand.inspection),
    "exhibit-project-procurement-centre": ("brand", brand.meeting_table),
    "exhibit-project-brand-hall": ("brand", partial(below_ground.underground_hall, leaving=True)),
    # enterprises
    "enterprise-jianmei-aluminium": ("brand", profiles_cut.window_frame),
    "enterprise-fenglu-aluminium": ("brand", profiles_cut.curtain_wall),
    "enterprise-huachang-aluminium": ("brand", profiles_cut.sliding_door),
    "enterprise-weiye-aluminium": ("brand", profiles_cut.tube_profile),
    "enterprise-landbond-furniture": ("brand", profiles_cut.dovetail),
    "enterprise-chigo": ("brand", profiles_cut.coil),
    "enterprise-faw-volkswagen-foshan": ("brand", vehicles.car_body),
    "enterprise-grandblue": ("brand", vessels.filter_bed),
    "enterprise-beautiful-nonwoven": ("brand", cloths.spunmelt),
    "enterprise-nanxin-nonwovens": ("brand", cloths.spinneret),
    "enterprise-mona-lisa": ("brand", vessels.thin_slabs),
    "enterprise-aolinong": ("brand", cloths.warp_lace),
    "enterprise-meisi": ("brand", cloths.weft_knit),
    "enterprise-xinyi": ("brand", cloths.rib_knit),
    "enterprise-biaomei": ("brand", cloths.hook_and_eye),
    "enterprise-huaxing-glass": ("brand", vessels.bottles),
    "enterprise-nanfang-ventilator": ("brand", machines.axial_fan),
    "enterprise-dongfang-precision": ("brand", machines.corrugator),
    "enterprise-wencan": ("brand", vehicles.die_casting),
    "enterprise-weishang-furniture": ("brand", profiles_cut.panel_furniture),
    "enterprise-xinglian-precision": ("brand", vessels.preform_mould),
    "enterprise-yifang-pharmaceutical": ("brand", vessels.granules),
    "enterprise-saturday-shoes": ("brand", profiles_cut.shoe),
    "enterprise-eaglerise": ("brand", machines.transformer),
    "enterprise-honda-auto-parts": ("brand", vehicles.gearbox),
    "enterprise-yuehai-automobile": ("brand", vehicles.tow_hook),
    "enterprise-jiujiang-distillery": ("brand", vessels.wine_still),
    "enterprise-yusheng-hygiene": ("brand", cloths.nappy),
    "enterprise-qisheng-hygiene": ("brand", cloths.embossed_roll),
    "enterprise-edelman-hydrogen": ("brand", machines.stack),
    "enterprise-qingneng": ("brand", machines.hydrogen_bottle),
    "enterprise-zhonglian-cable": ("brand", machines.power_cable),
}

# Pages of crafts and slides lay their words over the left of a wide plate: these stand to the
# right of it, by how much of their size; the cloths in `_WHOLE_SHEET` cover all of theirs.
_SET_RIGHT = {
    "craft-cantonese-furniture": 0.8,
    "exhibit-autumn-parade": 0.8,
    "exhibit-hands-of-every-day": 0.8,
    "exhibit-lake-and-laboratory": 0.8,
    "exhibit-made-for-homes": 0.8,
    "exhibit-new-learning": 0.8,
}
_WHOLE_SHEET = {
    "craft-gambiered-silk",
    "craft-gambiered-silk-close",
    "craft-nanhai-rattan-weaving",
}


def all_plates() -> Iterator[tuple[str, Callable[[], Sheet]]]:
    """Every plate by its slug, and how to draw it."""
    for key in galleries.KEYS:
        yield f"plate-gallery-{key}", partial(galleries.opening, key)
        yield f"plate-gallery-{key}-bolt", partial(galleries.bolt, key)
        yield f"plate-gallery-{key}-fold", partial(galleries.fold, key)
        yield f"plate-exhibit-{key}-quiz", partial(galleries.crop, key)
    yield "plate-hall-brand-nanhai-hall", galleries.hall
    yield "plate-exhibit-preface-opening", galleries.five_grounds
    yield "plate-map-nanhai-towns", town_map
    for slug, (gallery, scene) in SCENES.items():
        yield f"plate-{slug}", partial(_drawn, slug, gallery, scene)


def town_map() -> Sheet:
    """The map of the seven towns, 3:2."""
    sheet = Sheet("preface", width=1800, height=1200)
    land.pond_map(sheet, points=TOWNS)
    return sheet


def _drawn(slug: str, gallery: str, scene: Scene) -> Sheet:
    usual = 0.9 if slug.startswith("craft-") and slug not in _WHOLE_SHEET else 0.0
    scale = _SET_RIGHT.get(slug, usual)
    if not scale:
        sheet = Sheet(gallery)
        scene(sheet)
        return sheet
    sheet = Sheet(gallery, width=1920, height=1080)
    with sheet.set_right(scale):
        scene(sheet)
    return sheet
