// No kind of page has an accessibility fault that axe-core can see, in light and dark, narrow and wide.

import { after, before, describe, test } from "node:test";
import axe from "axe-core";
import { assertNone, at, kinds, launch, sites, unfold } from "./site.mjs";

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

for (const site of sites) {
  for (const colorScheme of ["light", "dark"]) {
    for (const width of [390, 1280]) {
      describe(`${site.name}, accessible in ${colorScheme}, ${width} px`, () => {
        let page;
        before(async () => {
          const viewport = { width, height: 900 };
          page = await browser.newPage({ colorScheme, viewport, reducedMotion: "reduce" });
          await page.addInitScript({ content: axe.source });
        });
        after(() => page.close());

        for (const [kind, paths] of kinds(site)) {
          test(kind, async () => {
            const problems = [];
            for (const path of paths) problems.push(...await violations(page, site, path));
            assertNone(problems);
          });
        }
      });
    }
  }
}

async function violations(page, site, path) {
  await page.goto(at(site.base, path));
  await unfold(page);
  const found = await page.evaluate((tags) => globalThis.axe.run({ runOnly: tags }), tags);
  return found.violations.flatMap((rule) => rule.nodes.map((node) =>
    `${path} ${node.target.join(" ")}: ${rule.help} (${rule.id}); ${node.failureSummary.replace(/\s+/g, " ")}`));
}
