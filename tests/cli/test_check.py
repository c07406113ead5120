"""`hall check`: rules alone, and with every page measured."""


def test_pages_are_measured_when_asked_for(furnished, qapp):
    plain = furnished("check", "--json").json["problems"]
    assert "text-misfit" not in {one["code"] for one in plain}
    long = "繅絲" * 120
    assert furnished("edit", "gallery:century", f"lead.zh-Hans={long}").status == 0
    assert "text-misfit" not in {
        one["code"] for one in furnished("check", "--json").json["problems"]
    }
    told = furnished("check", "--fit", "--json").json["problems"]
    spilt = [one for one in told if one["code"] == "text-misfit"]
    assert {one["ref"] for one in spilt} >= {"gallery:century"}
    assert "lead.zh-Hans" in {one["field"] for one in spilt}
