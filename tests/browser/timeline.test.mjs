// The timeline is used with the keyboard alone, keeps its scale and its words in sight, and works without JavaScript.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { at, launch, sites } from "./site.mjs";

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

/** The timeline of a site with folds and more than a screen of bars; smaller ones prove nothing here. */
const long = sites.filter((site) => site.pages.some(({ path, size }) => path === "timeline.html" && size > 60_000));

for (const site of long) {
  const open = async (t, options = {}) => {
    const page = await browser.newPage({ reducedMotion: "reduce", viewport: { width: 1280, height: 800 }, ...options });
    t.after(() => page.close());
    await page.goto(at(site.base, "timeline.html"));
    return page;
  };
  const laneWidth = (page) => page.evaluate(() => document.querySelector(".lane").getBoundingClientRect().width);
  const focused = (page, selector) => page.evaluate((selector) => document.activeElement.matches(selector), selector);

  describe(`${site.name}, the timeline`, () => {
    for (const javaScriptEnabled of [true, false]) {
      const how = javaScriptEnabled ? "" : ", without JavaScript";

      test(`gives years, quarters and months more room, by arrow keys${how}`, async (t) => {
        const page = await open(t, { javaScriptEnabled });
        for (let presses = 0; presses < 60 && !await focused(page, "[name='zoom']"); presses++) await page.keyboard.press("Tab");
        assert(await focused(page, "[name='zoom']"), "Tab never reaches the choice of scale");
        const widths = [await laneWidth(page)];
        for (const zoom of ["quarter", "month"]) {
          await page.keyboard.press("ArrowRight");
          assert(await page.locator(`[value="${zoom}"]`).isChecked(), `an arrow key does not choose ${zoom}`);
          widths.push(await laneWidth(page));
        }
        // A short plan shows its quarters where its years have room to spare.
        assert(widths[0] <= widths[1] && widths[1] < widths[2] && widths[0] * 1.25 < widths[2], `widths of the bars: ${widths}`);
        const words = page.locator(".gantt-words .months text");
        assert(await words.first().isVisible(), "months are not named");
      });

      test(`opens and closes a fold by key${how}`, async (t) => {
        const page = await open(t, { javaScriptEnabled });
        const fold = page.locator(".gantt details:not([open])").first();
        const handle = await fold.elementHandle();
        const summary = await handle.$(":scope > summary");
        await summary.focus();
        await page.keyboard.press("Enter");
        assert(await handle.evaluate((fold) => fold.open), "Enter does not open the fold");
        const row = await handle.$(".gantt-row");
        assert(await row.isVisible(), "an open fold shows no row");
        await page.keyboard.press("Tab");
        assert(await focused(page, "details[open] .gantt-row a"), "Tab does not go on to the first line of the fold");
        await summary.focus();
        await page.keyboard.press("Space");
        assert(!await handle.evaluate((fold) => fold.open), "Space does not close the fold");
      });
    }

    test("leads from each line to its item by key, and every bar to the same", async (t) => {
      const page = await open(t);
      await page.locator("[data-action='open']").click();
      const wrong = await page.evaluate(() => {
        const wrong = [];
        for (const row of document.querySelectorAll(".gantt-row")) {
          const title = row.querySelector(".gantt-title");
          const bar = row.querySelector(".lane a");
          if (bar && bar.getAttribute("href") !== title.getAttribute("href")) wrong.push(`${row.id}: the bar leads elsewhere`);
          if (bar && bar.tabIndex >= 0) wrong.push(`${row.id}: the bar is a second stop`);
          if (title.matches("a") && title.tabIndex < 0) wrong.push(`${row.id}: out of the keyboard's reach`);
          if (!row.querySelector(".gantt-when").textContent.trim()) wrong.push(`${row.id}: says nothing of when`);
        }
        return wrong;
      });
      assert.deepEqual(wrong, []);
      const first = page.locator(".gantt-pile a.gantt-title").first();
      const href = await first.evaluate((link) => link.href);
      await first.focus();
      await page.keyboard.press("Enter");
      await page.waitForURL(href);
    });

    test("shows a line that a link from another fold leads to", async (t) => {
      const page = await open(t);
      const id = await page.evaluate(() => document.querySelector("details:not([open]) .gantt-pile .gantt-row").id);
      assert(!await page.locator(`[id="${id}"]`).isVisible(), "it was in sight before");
      await page.evaluate((id) => { location.hash = id; }, id);
      await page.waitForFunction((id) => document.getElementById(id).checkVisibility(), id);
    });

    for (const [zoom, scroller] of [["year", "window"], ["month", "region"]]) {
      test(`keeps the scale at the top and the words at the start: ${zoom}s`, async (t) => {
        const page = await open(t);
        await page.locator("[data-action='open']").click();
        await page.locator(`[value="${zoom}"]`).check({ force: true });
        const seen = await page.evaluate((scroller) => {
          const region = document.querySelector(".gantt");
          const box = (selector) => document.querySelector(selector).getBoundingClientRect();
          const laneAt = () => box(".lane").left - box(".gantt").left;
          const before = laneAt();
          region.scrollIntoView({ block: "start" });
          if (scroller === "window") scrollBy(0, 1500);
          else { region.scrollTop = 1500; region.scrollLeft = 900; }
          const rows = Array.from(document.querySelectorAll(".gantt-row"), (row) => row.getBoundingClientRect().top);
          return {
            moved: rows.some((top) => top < 0),
            scale: box(".gantt-scale").top - Math.max(0, box(".gantt").top),
            words: box(".gantt-label").left - box(".gantt").left,
            before,
            lane: laneAt(),
          };
        }, scroller);
        assert(seen.moved, "nothing was scrolled");
        assert(Math.abs(seen.scale) < 2, `the scale is ${seen.scale} px from the top`);
        assert(Math.abs(seen.words) < 2, `the words are ${seen.words} px from the start`);
        if (scroller === "region") assert(seen.lane < seen.before, "the bars were not scrolled");
      });
    }

    test("is scrolled sideways by arrow keys where it is wider than the window", async (t) => {
      const page = await open(t);
      await page.locator("[value='month']").check({ force: true });
      await page.evaluate(() => { document.querySelector(".gantt").scrollLeft = 0; });
      await page.locator(".gantt").focus();
      for (let presses = 0; presses < 5; presses++) await page.keyboard.press("ArrowRight");
      await page.waitForFunction(() => document.querySelector(".gantt").scrollLeft > 50);
    });

    test("keeps the chosen scale in the address and shows today", async (t) => {
      const page = await open(t);
      await page.locator("[value='month']").check({ force: true });
      assert.match(page.url(), /\?zoom=month/);
      await page.goto(`${at(site.base, "timeline.html")}?zoom=month`);
      assert(await page.locator("[value='month']").isChecked(), "the address does not choose months");
      const today = await page.evaluate(() => {
        const line = document.querySelector(".gantt-lines .today")?.getBoundingClientRect().left;
        return line === undefined || (line > 0 && line < innerWidth);
      });
      assert(today, "today is out of sight");
    });
  });
}
