// Search: with the keyboard alone, from a folder and from a server, and without JavaScript.
// The sites looked at have an item of some long title word; the test takes its words from the pages themselves.

import assert from "node:assert/strict";
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import axe from "axe-core";
import { assertNone, at, launch, serve, sites } from "./site.mjs";

const most = 300_000; // bytes of all that a first search loads

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

for (const site of sites) {
  const target = itemToFind(site);
  const ways = { "from the folder": undefined, "over HTTP": "/", "over HTTP, in a sub-folder": "/plans/2026/" };

  for (const [way, prefix] of Object.entries(ways)) {
    describe(`${site.name}, search ${way}`, () => {
      let server = { base: site.base, close() {} };
      let page;
      before(async () => { if (prefix) server = await serve(site, prefix); });
      after(() => server.close());
      const open = async (t, path, options = {}) => {
        page = await browser.newPage({ reducedMotion: "reduce", ...options });
        t.after(() => page.close());
        await page.goto(at(server.base, path));
        return page;
      };

      test("a misspelt word leads to the item, with keys alone", async (t) => {
        await open(t, target.path);
        await page.keyboard.press("/");
        const field = page.locator("dialog input[name=q]");
        await field.waitFor();
        await page.keyboard.type(misspelt(target.word));
        const hit = page.locator("dialog .hit a", { hasText: target.id }).first();
        await hit.waitFor();
        assert.match(await page.locator("dialog [role=status]").innerText(), new RegExp(target.word, "i"));
        assert.ok(await page.locator("dialog .hit mark").count() > 0, "nothing is marked");
        for (let presses = 0; presses < 12; presses++) {
          await page.keyboard.press("ArrowDown");
          if (await hit.evaluate((link) => link === document.activeElement)) break;
        }
        await page.keyboard.press("Enter");
        await page.waitForURL((url) => url.href.startsWith(at(server.base, target.path)));
      });

      test("Enter opens the first hit, which for an id is its item", async (t) => {
        await open(t, "index.html");
        await page.keyboard.press("/");
        await page.locator("dialog input[name=q]").waitFor();
        await page.keyboard.type(target.id);
        await page.keyboard.press("Enter");
        await page.waitForURL((url) => url.href.startsWith(at(server.base, target.path)));
      });

      test("arrows go down and up, Escape closes and gives the focus back", async (t) => {
        await open(t, "index.html");
        await page.locator("[data-search]").focus();
        await page.keyboard.press("Enter");
        await page.locator("dialog input[name=q]").waitFor();
        await page.keyboard.type(target.word);
        await page.locator("dialog .hit").first().waitFor();
        const focused = () => page.evaluate(() => document.activeElement.tagName);
        await page.keyboard.press("ArrowDown");
        assert.equal(await focused(), "A");
        await page.keyboard.press("ArrowUp");
        assert.equal(await focused(), "INPUT");
        await page.keyboard.press("Escape");
        assert.equal(await page.locator("dialog[open]").count(), 0);
        assert.ok(await page.locator("[data-search]").evaluate((link) => link === document.activeElement));
      });

      test("what is asked for is in the address, and an address asks", async (t) => {
        await open(t, "search.html");
        await page.locator("[data-search-page] [name=q]").fill(target.word);
        await page.locator(".hit").first().waitFor();
        const kind = await page.locator(".hit-facts span").first().innerText();
        await page.locator("select[name=kind]").selectOption(kind);
        await page.waitForURL((url) => url.searchParams.get("q") === target.word && url.searchParams.get("kind") === kind);
        await shows(page, kind);
        const shared = page.url();
        const before = await titles(page);
        await page.goto("about:blank");
        await page.goto(shared);
        await shows(page, kind);
        assert.deepEqual(await titles(page), before);
        assert.equal(await page.locator("select[name=kind]").inputValue(), kind);
      });

      test("filters alone list what they let through, a few at a time", async (t) => {
        await open(t, "search.html");
        await page.locator("select[name=status] option").nth(1).waitFor({ state: "attached" });
        const status = await page.locator("select[name=status] option").nth(1).innerText();
        await page.locator("select[name=status]").selectOption(status);
        await page.locator(".hit").first().waitFor();
        for (const shown of await page.locator(".hit .mark").allInnerTexts()) assert.equal(shown, status);
      });

      test("more hits come when asked for", async (t) => {
        await open(t, "search.html");
        await page.locator("select[name=kind] option").nth(1).waitFor({ state: "attached" });
        const kinds = await page.locator("select[name=kind] option").allInnerTexts();
        for (const kind of kinds.slice(1)) {
          await page.locator("select[name=kind]").selectOption(kind);
          await shows(page, kind);
          if (await page.locator(".search-more button").isVisible()) break;
        }
        const shown = await page.locator(".hit").count();
        await page.locator(".search-more button").click();
        await page.waitForFunction((shown) => document.querySelectorAll(".hit").length > shown, shown);
        const all = await titles(page);
        assert.equal(new Set(all).size, all.length, "a hit is shown twice");
      });

      test("a first search moves little", async (t) => {
        page = await browser.newPage();
        t.after(() => page.close());
        const moved = [];
        page.on("request", (request) => moved.push(request.url()));
        await page.goto(at(server.base, "index.html"));
        const before = moved.length;
        await page.keyboard.press("/");
        await page.locator("dialog input[name=q]").waitFor();
        await page.keyboard.type(misspelt(target.word));
        await page.locator("dialog .hit").first().waitFor();
        const files = moved.slice(before).map((url) => decodeURIComponent(url.slice(server.base.length)));
        const bytes = files.reduce((sum, file) => sum + statSync(join(site.dir, file)).size, 0);
        t.diagnostic(`${bytes} bytes in ${files.length} files`);
        assert.ok(bytes < most, `${bytes} bytes: ${files.join(", ")}`);
      });
    });
  }

  describe(`${site.name}, search`, () => {
    test("without JavaScript the page says so and leads on", async (t) => {
      const page = await browser.newPage({ javaScriptEnabled: false });
      t.after(() => page.close());
      await page.goto(at(site.base, "index.html"));
      await page.locator("[data-search]").click();
      await page.waitForURL(at(site.base, "search.html"));
      assert.equal(await page.locator("[data-search-page]").isVisible(), false);
      await page.locator("noscript a, main p a").first().click();
      await page.waitForURL(at(site.base, "outline.html"));
    });

    for (const colorScheme of ["light", "dark"]) {
      test(`what it shows is accessible in ${colorScheme}`, async (t) => {
        const page = await browser.newPage({ colorScheme, reducedMotion: "reduce" });
        t.after(() => page.close());
        await page.addInitScript({ content: axe.source });
        const problems = [];
        for (const path of ["index.html", "search.html"]) {
          await page.goto(at(site.base, path));
          await page.keyboard.press("/");
          await page.locator("dialog[open] input, [data-search-page] input:focus").first().waitFor();
          await page.keyboard.type(target.word);
          await page.locator(".hit mark").first().waitFor();
          const { violations } = await page.evaluate(() => globalThis.axe.run({ runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }));
          problems.push(...violations.flatMap((rule) => rule.nodes.map((node) => `${path} ${node.target.join(" ")}: ${rule.help}`)));
        }
        assertNone(problems);
      });
    }

    test("what cannot be loaded is said", async (t) => {
      const page = await browser.newPage();
      t.after(() => page.close());
      await page.route("**/search/*.js", (route) => route.abort());
      const server = await serve(site, "/");
      t.after(() => server.close());
      await page.goto(at(server.base, "search.html"));
      await page.locator("[data-search-page] [name=q]").fill("anything");
      const said = await page.locator("[data-search-page]").getAttribute("data-failed");
      await page.waitForFunction((said) => document.querySelector("[data-search-page] [role=status]").textContent === said, said);
    });

    test("the key can be switched off, and is left alone in fields", async (t) => {
      const page = await browser.newPage();
      t.after(() => page.close());
      const server = await serve(site, "/");
      t.after(() => server.close());
      await page.goto(at(server.base, "search.html"));
      await page.locator("[data-search-page] [name=q]").focus();
      await page.keyboard.type("a/b");
      assert.equal(await page.locator("[data-search-page] [name=q]").inputValue(), "a/b");
      await page.locator("[data-search-key]").uncheck();
      await page.goto(at(server.base, "index.html"));
      await page.keyboard.press("/");
      await page.waitForTimeout(300);
      assert.equal(await page.locator("dialog").count(), 0);
    });
  });
}

/** Waits until all hits are of a kind. */
const shows = (page, kind) => page.waitForFunction((kind) => {
  const kinds = Array.from(document.querySelectorAll(".hit-facts > :first-child"), (fact) => fact.textContent);
  return kinds.length > 0 && kinds.every((text) => text === kind);
}, kind);

const titles = (page) => page.locator(".hit > a").allInnerTexts();

/** An item with a long word in its title that no shorter slip turns into another's: { path, id, word }. */
function itemToFind(site) {
  for (const { path } of site.pages.filter(({ kind, redirect }) => kind === "item" && !redirect)) {
    const html = readFileSync(join(site.dir, path), "utf8");
    const id = html.match(/<span class="id">([A-Z]+\d+)<\/span>/)?.[1];
    const title = html.match(/<title>([^<·]*)/)?.[1] ?? "";
    const word = title.match(/\b[a-z]{7,12}\b/i)?.[0];
    if (id && word && path.toLowerCase().endsWith(`/${id.toLowerCase()}.html`)) return { path, id, word: word.toLowerCase() };
  }
  throw new Error(`${site.name} has no item with a long word in its title`);
}

/** A word with its first letter wrong. */
const misspelt = (word) => (word[0] === "q" ? "x" : "q") + word.slice(1);
