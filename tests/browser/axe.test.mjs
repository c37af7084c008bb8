// No kind of page has an accessibility fault that axe-core can see, in light and dark, narrow and wide.

import { describe } from "node:test";
import axe from "axe-core";
import { all, at, browserFor, eachKind, unfold } from "./site.mjs";

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const whole = { runOnly: tags };
const ofColour = { runOnly: { type: "rule", values: ["color-contrast", "link-in-text-block"] } };
const shown = 3; // places of one fault on one page
const strict = { runOnly: { type: "rule", values: ["color-contrast-enhanced"] } };

/** What is looked at, each in the page as the one before left it: all rules narrow and wide, colours in each dress. */
const dresses = [
  { colorScheme: "light", width: 1280, rules: whole },
  { colorScheme: "dark", width: 1280, rules: ofColour },
  { colorScheme: "dark", width: 390, rules: whole },
  { colorScheme: "light", width: 390, rules: ofColour },
  { colorScheme: "light", width: 1280, contrast: "more", rules: strict },
  { colorScheme: "dark", width: 1280, contrast: "more", rules: strict },
];

const browser = browserFor();

for (const site of all) {
  describe(`${site.name}, accessible`, () => {
    eachKind(site, (path) => browser.with({}, async (page) => {
      await page.addInitScript({ content: axe.source });
      await page.goto(at(site.base, path));
      await unfold(page);
      const problems = [];
      for (const { colorScheme, width, contrast = "no-preference", rules } of dresses) {
        await page.setViewportSize({ width, height: 900 });
        await page.emulateMedia({ colorScheme, contrast });
        const dress = `${colorScheme}, ${width} px${contrast === "more" ? ", more contrast" : ""}`;
        problems.push(...await violations(page, rules, `${path} in ${dress}`));
      }
      return problems;
    }));
  });
}

async function violations(page, rules, where) {
  const found = await page.evaluate((rules) => globalThis.axe.run(rules), rules);
  return found.violations.flatMap(({ id, help, nodes }) => nodes.slice(0, shown).map((node) => {
    const others = nodes.length > shown ? `; ${nodes.length} such places` : "";
    return `${where}, ${node.target.join(" ")}: ${help} (${id}); ${node.failureSummary.replace(/\s+/g, " ")}${others}`;
  }));
}
