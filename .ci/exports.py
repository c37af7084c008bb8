"""Reads exports with the libraries that their users have, and asks whether they say what the plan says."""

import json
import sys
from pathlib import Path
from xml.etree import ElementTree

OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0"
TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"


def main(out):
    plan = json.loads((out / "plan.json").read_text())
    calendar(out, plan)
    feed(out)
    needs(out, plan)
    workbook(out, plan)


def calendar(out, plan):
    import icalendar
    import vobject

    text = (out / "plan.ical").read_bytes().decode()
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n")), "a line is not folded"
    events = icalendar.Calendar.from_ical(text).walk("VEVENT")
    uids = [str(event["UID"]) for event in events]
    assert len(set(uids)) == len(uids) > 100, "each event has a UID of its own"
    odd = next(event for event in events if str(event["UID"]).startswith("odd-1-due"))
    title = next(item["title"] for item in plan["items"] if item["id"] == "ODD-1")
    assert str(odd["SUMMARY"]).endswith(title), odd["SUMMARY"]
    assert odd["DTSTART"].dt.isoformat() == "2027-02-28"
    vobject.readOne(text).validate(raiseException=True)
    print(f"icalendar and vobject read {len(events)} events")


def feed(out):
    import feedparser

    read = feedparser.parse(out / "plan.atom")
    assert not read.bozo, read.bozo_exception
    assert read.version == "atom10" and read.feed.id and read.feed.updated and read.feed.author
    ids = [entry.id for entry in read.entries]
    assert len(set(ids)) == len(ids) > 10
    assert all(entry.title and entry.updated and entry.link for entry in read.entries)
    days = [entry.updated for entry in read.entries]
    assert days == sorted(days, reverse=True)
    print(f"feedparser reads {len(ids)} entries")


def needs(out, plan):
    from sphinx_needs.needsfile import check_needs_data

    data = json.loads((out / "plan.needs").read_text())
    errors = check_needs_data(data).schema
    assert not errors, errors
    assert data["versions"]["1"]["needs_amount"] == len(plan["items"])
    print("needs.json fits the schema of sphinx-needs")


def workbook(out, plan):
    """Types and values of the cells, as LibreOffice has read them."""
    root = ElementTree.parse(out / "plan.fods").getroot()
    sheets = {sheet.get(f"{{{TABLE}}}name"): sheet for sheet in root.iter(f"{{{TABLE}}}table")}
    actions = list(rows(sheets["Actions"]))
    heads = [cell[1] for cell in actions[0]]
    items = {item["id"]: item for item in plan["items"]}
    seen = 0
    for row in actions[1:]:
        cells = dict(zip(heads, row))
        item = items[cells["Id"][1]]
        assert cells["Title"] == ("string", item["title"]), cells["Title"]
        if item["due"]:
            assert cells["Due"] == ("date", item["due"]["last"]), cells["Due"]
        if item["budget"]:
            kind, value = cells["Budget"]
            assert kind in ("currency", "float") and float(value) == item["budget"]["amount"]
        if item["worked_out"]["progress"] is not None:
            kind, value = cells["Progress"]
            assert kind == "percentage" and round(float(value) * 100) == item["worked_out"]["progress"]
        seen += 1
    assert seen == sum(item["kind"] == "action" for item in plan["items"])
    # LibreOffice writes a yes or no as a formula, and that is all.
    formulas = {cell.get(f"{{{TABLE}}}formula") for cell in root.iter(f"{{{TABLE}}}table-cell")}
    assert formulas <= {None, "of:=TRUE()", "of:=FALSE()"}, formulas
    print(f"LibreOffice reads {len(sheets)} sheets, {seen} actions with dates, money and shares")


def rows(sheet):
    for row in sheet.iter(f"{{{TABLE}}}table-row"):
        cells = []
        for cell in row:
            kind = cell.get(f"{{{OFFICE}}}value-type")
            words = "\n".join("".join(p.itertext()) for p in cell.iter(f"{{{TEXT}}}p"))
            value = cell.get(f"{{{OFFICE}}}date-value") or cell.get(f"{{{OFFICE}}}value") or words
            times = int(cell.get(f"{{{TABLE}}}number-columns-repeated", 1))
            cells.extend([(kind, value)] * min(times, 200))
        if any(value for _, value in cells):
            yield cells


def sphinx(project):
    """What a project has to know of a plan: its kinds, its fields and its relations."""
    version = json.loads((project / "needs.json").read_text())["versions"]["1"]
    some = list(version["needs"].values())
    types = sorted({(need["type"], need["type_name"]) for need in some})
    links = [name for name, value in some[0].items() if isinstance(value, list) and name != "tags"]
    fields = ["owner", "team", "start", "due", "summary"]
    conf = [
        "project = 'Plan'",
        "extensions = ['sphinx_needs']",
        f"needs_types = {[dict(directive=t, title=n, prefix='', color='#fff', style='node') for t, n in types]!r}",
        f"needs_fields = {dict((field, dict(description=field, nullable=True)) for field in fields)!r}",
        f"needs_links = {dict((link, dict(incoming=link + ' (back)', outgoing=link)) for link in links)!r}",
    ]
    (project / "conf.py").write_text("\n".join(conf) + "\n")
    (project / "index.rst").write_text("Plan\n====\n\n.. needimport:: needs.json\n")


def imported(project):
    before = json.loads((project / "needs.json").read_text())["versions"]["1"]["needs"]
    after = json.loads((project / "out" / "needs.json").read_text())
    after = after["versions"][after["current_version"]]["needs"]
    assert set(before) == set(after), set(before) ^ set(after)
    for name, need in before.items():
        assert after[name]["title"] == need["title"]
        assert sorted(after[name].get("supports", [])) == sorted(need["supports"])
    print(f"sphinx-needs imports {len(after)} needs with their links")


if sys.argv[1] == "--sphinx":
    sphinx(Path(sys.argv[2]))
elif sys.argv[1] == "--imported":
    imported(Path(sys.argv[2]))
else:
    main(Path(sys.argv[1]))
