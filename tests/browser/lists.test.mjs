// Lists: filtered and sorted with keys alone, the state in the address, from a folder and from a server.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { assertNone, at, launch, serve, sites } from "./site.mjs";

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

for (const site of sites) {
  const listing = site.pages.filter(({ kind }) => kind === "listing").sort((a, b) => b.size - a.size)[0].path;
  const ways = { "from the folder": undefined, "over HTTP": "/" };

  for (const [way, prefix] of Object.entries(ways)) {
    describe(`${site.name}, lists ${way}`, () => {
      let server = { base: site.base, close() {} };
      before(async () => { if (prefix) server = await serve(site, prefix); });
      after(() => server.close());
      const open = async (t, path) => {
        const page = await browser.newPage({ reducedMotion: "reduce" });
        t.after(() => page.close());
        await page.goto(at(server.base, path));
        return page;
      };

      test("every column sorts upward, downward and no more", async (t) => {
        const page = await open(t, listing);
        const own = await firstCells(page);
        const problems = [];
        for (const head of await page.locator("table[data-sort] thead th").all()) {
          const name = (await head.innerText()).trim();
          await head.locator("button").focus();
          const orders = [];
          for (const wanted of ["ascending", "descending", null]) {
            await page.keyboard.press("Enter");
            if (await head.getAttribute("aria-sort") !== wanted) problems.push(`${name}: not ${wanted}`);
            orders.push(await firstCells(page));
          }
          const [up, down, none] = orders;
          if (none.join() !== own.join()) problems.push(`${name}: does not go back to its own order`);
          const column = await head.evaluate((head) => head.cellIndex);
          const said = await page.locator("#rows tr").evaluateAll((rows, column) => rows.map((row) => row.cells[column].textContent), column);
          const differ = new Set(said.filter((text) => text.trim() !== "")).size > 1; // what has none stays at the end
          if (differ && up.join() === down.join()) problems.push(`${name}: both ways are the same`);
          for (const order of orders) if (order.toSorted().join() !== own.toSorted().join()) problems.push(`${name}: rows are lost`);
        }
        assertNone(problems);
      });

      test("dates sort as dates, with what has none at the end", async (t) => {
        const page = await open(t, listing);
        const head = page.locator("table[data-sort] thead button").filter({ hasText: /^(Due|Fällig|Échéance)/ });
        if (await head.count() === 0) return t.skip("no dates");
        await head.click();
        const days = await page.locator("#rows tr").evaluateAll((rows) => rows.map((row) => row.querySelector(".due time")?.dateTime ?? "9999"));
        assert.deepEqual(days, days.toSorted());
      });

      test("filter and order are in the address, and an address brings them back", async (t) => {
        const page = await open(t, listing);
        const select = page.locator(".filter label:visible select").first();
        const name = await select.getAttribute("name");
        const value = await select.locator("option").nth(1).innerText();
        await select.selectOption(value);
        await page.locator("table[data-sort] thead button").nth(1).click();
        const url = new URL(page.url());
        assert.equal(url.searchParams.get(name), value);
        assert.ok(url.searchParams.get("sort"));
        const shown = await visible(page);
        assert.ok(shown.length > 0 && shown.length < await page.locator("#rows tr").count());
        const other = await browser.newPage();
        t.after(() => other.close());
        await other.goto(page.url());
        assert.deepEqual(await visible(other), shown);
        await select.selectOption("");
        assert.equal(new URL(page.url()).searchParams.get("sort"), url.searchParams.get("sort"), "the filter forgot the order");
      });

      test("what is looked for goes along to search", async (t) => {
        const page = await open(t, listing);
        const link = page.locator("a[data-carry]");
        if (await link.count() === 0) return t.skip("the list is on one page");
        await page.locator(".filter input").fill("plan");
        await link.first().click();
        await page.waitForURL((url) => url.pathname.endsWith("/search.html") && url.searchParams.get("q") === "plan" && url.searchParams.has("kind"));
      });
    });
  }
}

const firstCells = (page) => page.locator("#rows tr > :first-child").allInnerTexts();
const visible = (page) => page.locator("#rows tr:visible > :first-child").allInnerTexts();
