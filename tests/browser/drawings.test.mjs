// Drawn pages: words stay in their boxes, boxes apart, and a phone gets the same in words.

import { after, before, describe, test } from "node:test";
import assert from "node:assert/strict";
import { assertNone, at, launch, sites } from "./site.mjs";

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

for (const site of sites) {
  const drawn = site.pages.filter(({ kind }) => ["map", "scorecard", "risks"].includes(kind)).map(({ path }) => path);
  const items = site.pages.filter(({ kind }) => kind === "item").map(({ path }) => path);

  describe(`${site.name}, drawn`, () => {
    let page;
    before(async () => { page = await browser.newPage({ viewport: { width: 1280, height: 900 }, reducedMotion: "reduce" }); });
    after(() => page.close());

    test("words stay in their boxes, and no box touches another", async () => {
      const problems = [];
      let drawings = 0;
      for (const path of [...drawn, ...items]) {
        await page.goto(at(site.base, path));
        const found = await page.evaluate(drawingFaults);
        drawings += found.drawings;
        problems.push(...found.faults.map((fault) => `${path}: ${fault}`));
      }
      assert(drawings > 0, "nothing is drawn");
      assertNone(problems);
    });

    for (const width of [390, 1280]) {
      test(`small charts keep to their cards, at ${width} px`, async () => {
        await page.setViewportSize({ width, height: 900 });
        const problems = [];
        for (const path of drawn) {
          await page.goto(at(site.base, path));
          problems.push(...(await page.evaluate(cardFaults)).map((fault) => `${path}: ${fault}`));
        }
        assertNone(problems);
      });
    }

    test("the boxes of the map are reached by keyboard and lead on", async () => {
      await page.setViewportSize({ width: 1280, height: 900 });
      for (const path of drawn.filter((path) => path.endsWith("map.html"))) {
        await page.goto(at(site.base, path));
        await page.locator(".map a").first().focus();
        const wanted = await page.locator(".map a").nth(1).getAttribute("href");
        await page.keyboard.press("Tab");
        assert.equal(await page.evaluate(() => document.activeElement.getAttribute("href")), wanted);
        const stroke = await page.evaluate(() => getComputedStyle(document.activeElement.querySelector("rect")).strokeWidth);
        assert.equal(stroke, "3px", "focus is seen");
        await page.keyboard.press("Enter");
        await page.waitForURL(new URL(wanted, at(site.base, path)).href);
      }
    });

    test("a phone shows in words what the map draws", async () => {
      for (const path of drawn.filter((path) => path.endsWith("map.html"))) {
        await page.setViewportSize({ width: 390, height: 900 });
        await page.goto(at(site.base, path));
        assert(!await page.locator(".map").isVisible());
        const boxes = await page.locator(".map a").evaluateAll((links) => links.map((link) => link.getAttribute("href")));
        for (const href of boxes) assert(await page.locator(`.bands a[href="${href}"]`).first().isVisible(), href);
      }
    });
  });
}

/** What is wrong with the drawings of a page, in the page. */
function drawingFaults() {
  const faults = [];
  const drawings = document.querySelectorAll(".drawing");
  const inside = (a, b, slack) => a.left >= b.left - slack && a.right <= b.right + slack && a.top >= b.top - slack && a.bottom <= b.bottom + slack;
  for (const drawing of drawings) {
    const whole = drawing.getBoundingClientRect();
    const rects = [...drawing.querySelectorAll("rect")];
    for (const rect of rects) {
      const box = rect.getBoundingClientRect();
      if (!inside(box, whole, 2)) faults.push(`a box lies outside: ${rect.parentNode.textContent}`);
      const [, ...words] = rect.parentNode.querySelectorAll("text");
      for (const text of rect.parentNode.querySelectorAll("text")) {
        if (!inside(text.getBoundingClientRect(), box, 1)) faults.push(`words leave their box: ${text.textContent}`);
      }
      const id = rect.parentNode.querySelector("text").getBoundingClientRect();
      const mark = rect.parentNode.querySelector(".m")?.getBoundingClientRect();
      if (mark?.width && id.left < mark.right && mark.left < id.right) faults.push(`id and mark meet: ${rect.parentNode.textContent}`);
      if (words.length === 0) faults.push("a box without a title");
    }
    rects.forEach((rect, n) => {
      const a = rect.getBoundingClientRect();
      for (const other of rects.slice(n + 1)) {
        const b = other.getBoundingClientRect();
        const apart = a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;
        if (!apart) faults.push(`${rect.parentNode.textContent} meets ${other.parentNode.textContent}`);
      }
    });
    for (const path of drawing.querySelectorAll("path")) {
      if (/NaN|inf/.test(path.getAttribute("d"))) faults.push("a path without a way");
    }
  }
  return { faults, drawings: drawings.length };
}

/** What sticks out of cards and cells, in the page. */
function cardFaults() {
  const faults = [];
  for (const card of document.querySelectorAll(".card")) {
    const box = card.getBoundingClientRect();
    for (const text of card.querySelectorAll("text, dd, h3, .state > *")) {
      const words = text.getBoundingClientRect();
      if (words.left < box.left - 1 || words.right > box.right + 1) faults.push(`out of its card: ${text.textContent}`);
    }
  }
  for (const cell of document.querySelectorAll(".heat td, .heat th")) {
    if (cell.scrollWidth > cell.clientWidth + 1) faults.push(`out of its cell: ${cell.textContent}`);
  }
  return faults;
}
