#!/usr/bin/env python3
"""Builds one generated plan with planwright, Hugo, Zola and mdBook, in turn, and prints times and ratios.

    benches/compare.py [--items 1000,10000] [--runs 3] [--planwright PROGRAM]

A program that is not installed is left out, and that is said. Hugo comes as the Python package `hugo`, mdBook and Zola
from their registries. All of them read the same texts: front matter with title, parents, children and those that
mention an item, and a page of theirs shows breadcrumb, text, children and backlinks. What is written is removed again.
"""

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
DAY = "2026-11-23"


def main():
    arguments = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    arguments.add_argument("--items", default="1000,10000")
    arguments.add_argument("--runs", type=int, default=3)
    arguments.add_argument("--planwright", default=str(HERE.parent / "target/release/planwright"))
    arguments.add_argument("--folder", help="where to write; else a temporary folder")
    given = arguments.parse_args()
    print("| items | program | wall, s | CPU, s | memory, MB | files | output, MB | planwright is |")
    print("|--:|---|--:|--:|--:|--:|--:|--:|")
    for items in map(int, given.items.split(",")):
        with tempfile.TemporaryDirectory(dir=given.folder) as folder:
            compare(items, given, Path(folder))


def compare(items, given, folder):
    plan = folder / "plan"
    generate(str(items), str(plan))
    tools = {"planwright": lambda out: [given.planwright, "build", str(plan), "--today", DAY, "--out", str(out)]}
    model = json.loads(subprocess.run([given.planwright, "export", "json", str(plan), "--today", DAY],
                                      check=True, capture_output=True, text=True).stdout)
    pages = pages_of(model)
    for name, lay_out in (("hugo", hugo), ("zola", zola), ("mdbook", mdbook)):
        if shutil.which(name):
            tools[name] = lay_out(pages, folder / name)
        else:
            print(f"{name} is not installed and is left out", file=sys.stderr)
    measured = {name: [] for name in tools}
    for run in range(given.runs):
        for name, command in tools.items():
            out = folder / f"out-{name}"
            shutil.rmtree(out, ignore_errors=True)
            measured[name].append(timed(command(out)) + size(out))
    floor = []
    for _ in range(given.runs):
        shutil.rmtree(folder / "floor", ignore_errors=True)
        floor.append(float(generate("floor", str(folder / "out-planwright"), str(folder / "floor")).split()[-1]))
    ours = statistics.median(run[0] for run in measured["planwright"])
    for name, runs in measured.items():
        wall, cpu, memory, files, octets = (statistics.median(column) for column in zip(*runs))
        row(items, name, wall, cpu, memory, files, octets, ours)
    again(items, given, folder, plan, ours)
    row(items, "floor: the same files, written and no more", statistics.median(floor), None, None, None, None, ours)


def again(items, given, folder, plan, ours):
    """A second build with nothing changed, then with one text changed."""
    out = folder / "out-planwright"
    command = [given.planwright, "build", str(plan), "--today", DAY, "--out", str(out)]
    same = statistics.median(timed(command)[0] for _ in range(given.runs))
    row(items, "planwright, nothing changed", same, None, None, None, None, ours)
    edits = []
    for number in range(given.runs):
        with open(plan / "actions/A1.md", "a", encoding="utf-8") as text:
            text.write(f"\nEdit {number}.\n")
        edits.append(timed(command)[0])
    row(items, "planwright, one text changed", statistics.median(edits), None, None, None, None, ours)
    check = statistics.median(timed([given.planwright, "check", str(plan), "--today", DAY])[0] for _ in range(given.runs))
    row(items, "planwright check", check, None, None, None, None, ours)


def row(items, name, wall, cpu, memory, files, octets, ours):
    cells = [f"{wall:.2f}"]
    for number, digits in ((cpu, 2), (memory, 0), (files, 0), (octets and octets / 1e6, 1)):
        cells.append("" if number is None else f"{number:.{digits}f}")
    ratio = f"{ours / wall:.2f} of it" if wall else ""
    print(f"| {items} | {name} | {' | '.join(cells)} | {ratio} |", flush=True)


def timed(command):
    """Wall time and CPU time in seconds, and the most memory in megabytes."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    said = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    code = os.waitstatus_to_exitcode(status)
    if code not in (0, 1) or (code == 1 and "check" not in command):
        sys.exit(f"{' '.join(command)}: {said.decode(errors='replace')}")
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def size(folder):
    files = [path for path in folder.rglob("*") if path.is_file()]
    return len(files), sum(path.stat().st_size for path in files)


def generate(*arguments):
    command = ["cargo", "bench", "--quiet", "--bench", "generate", "--", *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True, cwd=HERE.parent).stdout


def pages_of(model):
    """Path, title, way up, text, children and those that mention it, of each item."""
    items = {item["id"]: item for item in model["items"]}
    path = {name: item["page"].removesuffix(".html") for name, item in items.items()}
    children = {name: [] for name in items}
    mentions = {name: [] for name in items}
    for name, item in items.items():
        for references in item["relations"].values():
            for reference in references:
                children[reference["id"]].append(name)
        for part in item["text"].split("[[")[1:]:
            target = part.split("]]")[0].split("|")[0]
            if target in mentions:
                mentions[target].append(name)
    pages = []
    for name, item in items.items():
        lines = item["worked_out"]["lines_of_sight"]
        text = item["text"]
        for part in item["text"].split("[[")[1:]:
            inner = part.split("]]")[0]
            target, _, words = inner.partition("|")
            text = text.replace(f"[[{inner}]]", f"[{words or target}](/{path[target]}/)")
        up = lines[0][1:][::-1] if lines else []
        pages.append({
            "path": path[name], "title": f"{name} {item['title']}", "text": text,
            "facts": {key: str(item[key]) for key in ("owner", "status", "priority") if item[key]},
            "up": [(path[it], items[it]["title"]) for it in up],
            "children": [(path[it], items[it]["title"]) for it in children[name]],
            "mentions": [(path[it], items[it]["title"]) for it in mentions[name]],
        })
    return pages


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def links(pairs):
    return json.dumps([{"path": f"/{path}/", "title": title} for path, title in pairs])


def inline_tables(pairs):
    tables = (f"{{path = {json.dumps(f'/{path}/')}, title = {json.dumps(title)}}}" for path, title in pairs)
    return f"[{', '.join(tables)}]"


TEMPLATE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title}</title></head><body>
<nav>{up}</nav><h1>{title}</h1><main>{content}</main><ul>{children}</ul><ul>{mentions}</ul></body></html>
"""


def hugo(pages, folder):
    write(folder / "hugo.json", '{"baseURL": "/", "title": "Plan", "disableKinds": ["taxonomy", "term", "RSS"]}')
    each = "{{ range .Params.%s }}<li><a href=\"{{ .path }}\">{{ .title }}</a></li>{{ end }}"
    page = TEMPLATE.format(title="{{ .Title }}", up=each % "up", content="{{ .Content }}", children=each % "children",
                           mentions=each % "mentions")
    for name in ("single", "list"):
        write(folder / f"layouts/_default/{name}.html", page)
    write(folder / "layouts/index.html", page)
    for one in pages:
        matter = json.dumps({"title": one["title"], **one["facts"], **{
            key: json.loads(links(one[key])) for key in ("up", "children", "mentions")}})
        write(folder / f"content/{one['path']}.md", f"{matter}\n\n{one['text']}\n")
    return lambda out: ["hugo", "--quiet", "--source", str(folder), "--destination", str(out)]


def zola(pages, folder):
    write(folder / "config.toml", 'base_url = "/"\ntitle = "Plan"\nbuild_search_index = false\n')
    each = "{% for it in page.extra.%s %}<li><a href=\"{{ it.path }}\">{{ it.title }}</a></li>{% endfor %}"
    page = TEMPLATE.format(title="{{ page.title }}", up=each % "up", content="{{ page.content | safe }}",
                           children=each % "children", mentions=each % "mentions")
    write(folder / "templates/page.html", page)
    for name in ("index", "section"):
        write(folder / f"templates/{name}.html", "<!doctype html><title>Plan</title>\n")
    for one in pages:
        extra = "\n".join(f"{key} = {inline_tables(one[key])}" for key in ("up", "children", "mentions"))
        matter = f"title = {json.dumps(one['title'])}\n[extra]\n{extra}"
        write(folder / f"content/{one['path']}.md", f"+++\n{matter}\n+++\n\n{one['text']}\n")
    for section in {one["path"].split("/")[0] for one in pages}:
        write(folder / f"content/{section}/_index.md", "+++\ntitle = \"Section\"\n+++\n")
    return lambda out: ["zola", "--root", str(folder), "build", "--output-dir", str(out)]


def mdbook(pages, folder):
    write(folder / "book.toml", '[book]\ntitle = "Plan"\n[output.html.search]\nenable = true\n')
    summary = "\n".join(f"- [{one['title']}]({one['path']}.md)" for one in pages)
    write(folder / "src/SUMMARY.md", f"# Summary\n\n{summary}\n")
    for one in pages:
        lists = "\n\n".join("\n".join(f"- [{title}](/{path}.html)" for path, title in one[key])
                            for key in ("up", "children", "mentions"))
        write(folder / f"src/{one['path']}.md", f"# {one['title']}\n\n{one['text']}\n\n{lists}\n")
    return lambda out: ["mdbook", "build", str(folder), "--dest-dir", str(out)]


main()
