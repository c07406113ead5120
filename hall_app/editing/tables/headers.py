"""Reading headers: which field of which kind a column means, in 简, 繁, English or as a path."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any

from hall_app.domain.fields import Field, Shape, fields_of
from hall_app.domain.kinds import Kind
from hall_app.domain.records import RECORD_TYPES
from hall_app.domain.text import EN, LANGUAGES, ZH_HANS, ZH_HANT
from hall_app.editing.tables import names
from hall_app.editing.tables.columns import leaf_at
from hall_app.editing.tables.lengths import OF_MEDIUM, base_of, further, part_of

_NUMBER = "\0"
_DEEPEST = 2
_LIKELY = (Kind.ENTERPRISE, Kind.EVENT, Kind.PRODUCT, Kind.HONOUR, Kind.PERSON, Kind.CRAFT)

# What people write above a column for a field that the desk calls otherwise.
_SAID = {
    "id": ("编号", "编码", "记录编号"),
    "slug": ("短名", "网址名", "key"),
    "title": (
        "名称", "名字", "标题", "题名", "姓名", "企业名称", "企业名", "公司名称", "单位名称", "品牌名称", "产品名称",
        "荣誉名称", "奖项", "奖项名称", "事件", "事件名称", "工艺名称", "headline", "name", "company", "company name",
        "enterprise name", "product name", "honour name", "award", "项目名称",
    ),
    "text": ("简介", "介绍", "正文", "说明", "内容", "企业简介", "描述", "description", "about", "introduction", "body"),
    "town": ("镇街", "镇", "街道", "所在镇街", "所属镇街", "属地", "town", "township"),
    "place": ("地址", "地点", "位置", "address", "place"),
    "founded": ("成立", "成立时间", "成立日期", "创立时间", "创办时间", "创立年份", "成立年份", "founded", "year founded"),
    "industry": ("所属行业", "行业类别", "行业", "sector"),
    "makes": ("主营产品", "主要产品", "主营", "products"),
    "logo": ("商标", "标志", "企业标志", "logo 文件", "标识"),
    "former_titles": ("曾用名", "旧名", "former name"),
    "enterprise": ("所属企业", "企业", "企业名称", "公司", "获奖企业", "生产企业", "company", "enterprise"),
    "level": ("级别", "荣誉级别", "等级", "级", "rank"),
    "issuer": ("颁发单位", "颁发机构", "颁奖单位", "授予单位", "发证机关", "issued by", "issuer"),
    "date": ("日期", "时间", "年份", "获奖时间", "获奖年份", "发生时间", "year", "when"),
    "valid_until": ("有效期", "有效期至", "到期", "expires"),
    "media": ("图片", "照片", "配图", "图片文件", "pictures", "photos", "images", "image"),
    "is_public": ("公开", "是否公开", "public"),
    "remark": ("备注", "附注", "note", "notes", "remarks"),
    "gallery": ("展厅", "所属展厅"),
    "short_title": ("短标题", "简称"),
    "importance": ("重要性", "重要程度"),
    "order": ("序号", "次序", "排序", "no", "no."),
    "role": ("职务", "身份", "头衔"),
    "born": ("出生", "生年", "出生日期"),
    "died": ("去世", "卒年", "逝世日期"),
    "value": ("数值", "数", "figure"),
    "unit": ("单位", "计量单位"),
    "publisher": ("出版社", "出版者", "发布者"),
    "address": ("网址", "链接", "url", "link"),
}  # fmt: skip

_MARKS = {
    ZH_HANS: ("简体中文", "简体", "简中", "简", "中文", "汉语", "zhhans", "zhcn", "cn"),
    ZH_HANT: ("繁体中文", "繁体", "繁中", "繁", "zhhant", "zhhk", "zhtw"),
    EN: ("英文", "英语", "英", "english", "en"),
}


def recognise(kind: Kind, header: str) -> str:
    """The path of the field that a header means; empty where it means none."""
    plain = header.strip()
    if plain.startswith(OF_MEDIUM):
        return plain if leaf_at(Kind.MEDIA, plain.removeprefix(OF_MEDIUM)) else ""
    if base := base_of(plain):
        path = recognise(kind, base)
        return further(path, part_of(plain)) if path else ""
    for path in (plain, f"{plain}.{ZH_HANS}"):
        if leaf_at(kind, path):
            return path
    found = names.normalised(plain)
    if not found:
        return ""
    if path := _by_label(kind, found):
        return path
    said = _by_saying(kind)
    for language, bare in (("", found), *_without_mark(found)):
        if path := said.get(bare, ""):
            return _spoken(kind, path, language or ZH_HANS)
        if language and (path := _by_label(kind, bare + _letter(ZH_HANS))):
            return _spoken(kind, path.removesuffix(f".{ZH_HANS}"), language)
    return ""


def kind_of(sheet: str, headers: Iterable[str]) -> Kind | None:
    """The kind that a sheet holds: by its name, else by what most of its headers mean."""
    named = names.kinds_by_name()
    name = names.normalised(sheet)
    if name in named:
        return named[name]
    inside = [kind for words, kind in named.items() if len(words) > 1 and words in name]
    if inside:
        return inside[-1]
    columns = [header for header in headers if header.strip()]
    best = max(
        (*_LIKELY, *Kind), key=lambda kind: sum(bool(recognise(kind, one)) for one in columns)
    )
    return best if sum(bool(recognise(best, one)) for one in columns) else None


def label(kind: Kind, path: str, language: str) -> str:
    """The header for a path, which is recognised as that path again."""
    words = names.path_label(kind, path, language)
    return words if recognise(kind, words) == path else path


def _spoken(kind: Kind, path: str, language: str) -> str:
    """The path with its language, if it is a text; empty where the kind has no such field."""
    for one in (f"{path}.{language}", path):
        if leaf_at(kind, one):
            return one
    return ""


def _without_mark(found: str) -> Iterator[tuple[str, str]]:
    for language, marks in _MARKS.items():
        for mark in marks:
            if found.endswith(mark) and found != mark:
                yield language, found.removesuffix(mark)
            if found.startswith(mark) and found != mark:
                yield language, found.removeprefix(mark)


def _letter(language: str) -> str:
    return names.normalised(names.say(f"letter-{language}", ZH_HANS))


@cache
def _by_saying(kind: Kind) -> Mapping[str, str]:
    known = {field.name for field in fields_of(RECORD_TYPES[kind])}
    found: dict[str, str] = {}
    for path, sayings in _SAID.items():
        if path.split(".", maxsplit=1)[0] in known:
            for one in sayings:
                found.setdefault(names.normalised(one), path)
    # A list of products says 企业名称 of whom they are by, where a list of enterprises says it of itself.
    if "enterprise" in known:
        found |= {names.normalised(one): "enterprise" for one in _SAID["enterprise"]}
    return found


def _by_label(kind: Kind, found: str) -> str:
    plain, counted = _labels(kind)
    if found in plain:
        return plain[found]
    for pattern, path in counted:
        if match := pattern.fullmatch(found):
            for number in match.groups():
                path = path.replace(_NUMBER, str(int(number) - 1), 1)  # noqa: PLW2901 (filled in step by step)
            if leaf_at(kind, path):
                return path
    return ""


@cache
def _labels(kind: Kind) -> tuple[Mapping[str, str], tuple[tuple[re.Pattern[str], str], ...]]:
    """Labels of plain paths, and patterns for those inside lists."""
    plain: dict[str, str] = {}
    counted: dict[str, str] = {}
    for path in ("id", *_templates(RECORD_TYPES[kind], "", 0)):
        for language in LANGUAGES:
            words = names.path_label(kind, path.replace(_NUMBER, "7654320"), language)
            words = names.normalised(words)
            if _NUMBER not in path:
                plain.setdefault(words, path)
            else:
                counted.setdefault(re.escape(words).replace("7654321", r"(\d{1,3})"), path)
    return plain, tuple((re.compile(pattern), path) for pattern, path in counted.items())


def _templates(owner: type[Any], before: str, depth: int) -> Iterator[str]:
    for field in fields_of(owner):
        if field.name == "id" and not before:
            continue
        path = f"{before}{field.name}"
        if field.is_many and field.shape in (Shape.TEXT, Shape.VALUE):
            if field.shape is Shape.TEXT:
                yield path
            yield from _template_of_one(field, f"{path}.{_NUMBER}", depth + 1)
        else:
            yield from _template_of_one(field, path, depth)


def _template_of_one(field: Field, path: str, depth: int) -> Iterator[str]:
    match field.shape:
        case Shape.TEXT:
            yield from (f"{path}.{language}" for language in LANGUAGES)
        case Shape.DATE:
            yield path
            yield from (f"{path}.words.{language}" for language in LANGUAGES)
        case Shape.VALUE if depth <= _DEEPEST:
            yield from _templates(field.type, f"{path}.", depth)
        case _:
            yield path
