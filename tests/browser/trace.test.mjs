// Matrices keep their heads in sight, the board stacks on a phone and filters, columns light up.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { at, launch, sites } from "./site.mjs";

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

for (const site of sites) {
  const matrices = site.pages.filter(({ path }) => /^traceability\/[^/]+\.html$/.test(path)).sort((a, b) => b.size - a.size);
  const has = (path) => site.files.has(path);
  const open = async (path, width, height = 600) => {
    const page = await browser.newPage({ viewport: { width, height } });
    await page.goto(at(site.base, path));
    return page;
  };

  describe(`${site.name}, traceability`, () => {
    for (const width of [390, 1280]) {
      test(`the heads of the largest matrix stay in sight at ${width} px`, { skip: !matrices.length }, async () => {
        const page = await open(matrices[0].path, width);
        const moved = await page.locator(".grid").evaluate((area) => {
          area.scrollTo(area.scrollWidth, area.scrollHeight);
          const box = area.getBoundingClientRect();
          const seen = (element) => {
            const at = element.getBoundingClientRect();
            return at.top >= box.top - 1 && at.left >= box.left - 1;
          };
          return {
            scrolled: area.scrollTop > 0,
            columns: [...area.querySelectorAll("thead th")].every((head) => head.getBoundingClientRect().top >= box.top - 1),
            row: seen(area.querySelector("tbody tr:last-child th")),
          };
        });
        assert.deepEqual(moved, { scrolled: true, columns: true, row: true }, matrices[0].path);
        await page.close();
      });
    }

    test("a column that is pointed at is marked from top to bottom", { skip: !matrices.length }, async () => {
      const page = await open(matrices[0].path, 1280);
      const head = page.locator(".grid thead th").last();
      const content = () => head.evaluate((element) => getComputedStyle(element, "::after").content);
      assert.equal(await content(), "none");
      await head.locator("a").focus();
      assert.equal(await content(), '""');
      await page.close();
    });
  });

  describe(`${site.name}, the board`, { skip: !has("board.html") }, () => {
    test("its columns stack on a phone and stand side by side on a desk", async () => {
      const lefts = (page) => page.locator(".column").evaluateAll((all) =>
        new Set(all.map((column) => Math.round(column.getBoundingClientRect().left))).size);
      const phone = await open("board.html", 390);
      assert.equal(await lefts(phone), 1);
      const counts = await phone.locator(".column .count").allInnerTexts();
      assert(counts.every((count) => /^\p{N}/u.test(count)), `counts: ${counts}`);
      const desk = await open("board.html", 1280);
      assert.equal(await lefts(desk), await desk.locator(".column").count());
      await phone.close();
      await desk.close();
    });

    test("it filters by owner, and a full column leads to a filtered listing", async () => {
      const page = await open("board.html", 1280);
      const owners = page.locator('select[name="owner"]');
      const owner = await owners.locator("option").nth(1).innerText();
      await owners.selectOption(owner);
      const shown = await page.locator(".card:visible .owner").allInnerTexts();
      assert(shown.length > 0 && shown.every((name) => name === owner), `${owner}: ${shown}`);
      assert.equal(new URL(page.url()).searchParams.get("owner"), owner);
      await page.close();
    });
  });
}
