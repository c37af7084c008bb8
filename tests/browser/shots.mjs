// Pictures of each kind of page for a person to look at, and the pages that are printed:
// SITES=name=folder node shots.mjs OUT [KIND…]. OUT/index.html shows them side by side.

import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { all, at, kinds, launch } from "./site.mjs";

const [out, ...wanted] = process.argv.slice(2);
assert(out, "usage: SITES=name=folder node shots.mjs OUT [KIND…]");

const tallest = 6000; // px; beyond it a picture cannot be read
const widths = [390, 1280, 1920];
const schemes = ["light", "dark"];
const printed = ["report", "home", "item", "timeline", "scorecard"];

const browser = await launch();
const jobs = all.flatMap((site) => [...kinds(site)]
  .filter(([kind]) => wanted.length === 0 || wanted.includes(kind))
  .flatMap(([kind, paths]) => pictures(site, kind, paths)));
await Promise.all(Array.from({ length: 2 * availableParallelism() }, async () => {
  for (let job = jobs.shift(); job; job = jobs.shift()) await job();
}));
await browser.close();
for (const site of all) writeFileSync(join(out, `${site.name}.html`), sheet(site));
writeFileSync(join(out, "index.html"), document("Pictures", `<ul>${all.map(({ name }) =>
  `<li><a href="${name}.html">${name}</a></li>`).join("")}</ul>`));
console.log(join(out, "index.html"));

/** What is to be made of a kind: each scheme in all widths of its largest page, and the print. */
function pictures(site, kind, paths) {
  const path = paths.at(-1);
  mkdirSync(join(out, site.name), { recursive: true });
  const jobs = schemes.map((colorScheme) => () => withPage({ colorScheme }, site, path, async (page) => {
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 });
      const full = await page.evaluate(() => document.documentElement.scrollHeight);
      const clip = { x: 0, y: 0, width, height: Math.min(full, tallest) };
      await page.screenshot({ path: join(out, site.name, picture(kind, width, colorScheme)), fullPage: true, clip });
    }
  }));
  if (!printed.includes(kind)) return jobs;
  return [...jobs, () => withPage({}, site, path, (page) =>
    page.pdf({ path: join(out, site.name, `${kind}.pdf`), preferCSSPageSize: true }))];
}

async function withPage(options, site, path, make) {
  const page = await browser.newPage({ reducedMotion: "reduce", ...options });
  await page.goto(at(site.base, path));
  await make(page);
  await page.close();
}

function picture(kind, width, colorScheme) {
  return `${kind}-${width}-${colorScheme}.png`;
}

/** A page with all pictures of a site: a row for each kind. */
function sheet(site) {
  const rows = [...kinds(site)].filter(([kind]) => wanted.length === 0 || wanted.includes(kind)).map(([kind, paths]) => {
    const cells = schemes.flatMap((scheme) => widths.map((width) => {
      const file = `${site.name}/${picture(kind, width, scheme)}`;
      return `<a href="${file}"><img src="${file}" width="${width / 5}" loading="lazy" alt="${kind}, ${width} px, ${scheme}"></a>`;
    }));
    const print = printed.includes(kind) ? ` · <a href="${site.name}/${kind}.pdf">print</a>` : "";
    return `<h2>${kind}</h2><p>${paths.at(-1)}${print}</p><div>${cells.join("")}</div>`;
  });
  return document(site.name, rows.join("\n"));
}

function document(title, body) {
  return `<!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>${title}</title>
<style>body { font: 1rem system-ui; margin: 2rem } div { display: flex; gap: 1rem; align-items: start } img { border: 1px solid #888 }</style>
<h1>${title}</h1>\n${body}`;
}
