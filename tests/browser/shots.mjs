// Pictures of each kind of page for a person to look at: SITES=name=folder node shots.mjs OUT

import assert from "node:assert/strict";
import { join } from "node:path";
import { at, kinds, launch, sites, widths } from "./site.mjs";

const [out] = process.argv.slice(2);
assert(out, "usage: SITES=name=folder node shots.mjs OUT");
const tallest = 6000; // px; beyond it a picture cannot be read

const browser = await launch();
for (const site of sites) {
  for (const colorScheme of ["light", "dark"]) {
    const page = await browser.newPage({ colorScheme, reducedMotion: "reduce" });
    for (const [kind, paths] of kinds(site)) {
      await page.goto(at(site.base, paths.at(-1)));
      for (const width of widths.slice(1)) {
        await page.setViewportSize({ width, height: 900 });
        const full = await page.evaluate(() => document.documentElement.scrollHeight);
        const clip = { x: 0, y: 0, width, height: Math.min(full, tallest) };
        await page.screenshot({ path: join(out, site.name, `${kind}-${width}-${colorScheme}.png`), fullPage: true, clip });
      }
    }
    await page.close();
  }
  const item = site.pages.find(({ path }) => /^(actions|goals)\/(?!index\.)/.test(path));
  const page = await browser.newPage();
  for (const path of ["index.html", item?.path].filter(Boolean)) {
    await page.goto(at(site.base, path));
    await page.pdf({ path: join(out, site.name, `${path.replace(/\W+/g, "-")}.pdf`), preferCSSPageSize: true });
  }
  console.log(`${site.name}: ${join(out, site.name)}`);
}
await browser.close();
