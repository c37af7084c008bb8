// With the keyboard alone: every page is walked through, the menu, the outline and the filters are used.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { all, at, browserFor, eachKind, serve, sites } from "./site.mjs";

const browser = browserFor();
const most = 120; // stops on one page; what follows is more of the same

for (const site of all) {
  describe(`${site.name}, a walk with Tab`, () => {
    eachKind(site, (path) => browser.with({ viewport: { width: 1280, height: 800 } }, async (page) => {
      await page.goto(at(site.base, path));
      return (await walk(page)).map((reason) => `${path} ${reason}`);
    }));
  });
}

for (const site of sites) {
  describe(`${site.name}, the menu on a phone`, () => {
    test("opens, leads on, and closes again", () => browser.with({ viewport: { width: 390, height: 800 } }, async (page) => {
      await page.goto(at(site.base, "outline.html"));
      const button = page.locator(".menu-button");
      const menu = page.locator("#page-nav");
      if (!await button.isVisible()) return; // a theme without a menu shows its navigation
      await tabTo(page, button);
      await page.keyboard.press("Enter");
      assert.ok(await menu.isVisible(), "Enter does not open the menu");
      await page.keyboard.press("Tab");
      assert.ok(await inside(page, "#page-nav"), "the first Tab does not lead into the open menu");
      await page.keyboard.press("Escape");
      assert.equal(await menu.isVisible(), false, "Escape does not close the menu");
      assert.ok(await isFocused(button), "after Escape the focus is not on the button again");
      await page.keyboard.press("Enter");
      const first = menu.locator("a").first();
      const target = await first.evaluate((link) => link.href);
      await tabTo(page, first);
      await page.keyboard.press("Enter");
      await page.waitForURL(target);
    }));
  });

  describe(`${site.name}, the outline`, () => {
    const opened = (use) => served(site, "outline.html", use);

    test("folds and unfolds, and Tab leaves out what is folded", () => opened(async (page) => {
      const fold = page.locator(".outline summary").first();
      await tabTo(page, fold);
      const below = page.locator(".outline details").first().locator("a:visible");
      for (const wanted of [await below.count() > 0 ? "closed" : "open", "open", "closed"]) {
        const open = await below.count() > 0;
        if (open !== (wanted === "open")) await page.keyboard.press("Enter");
        assert.equal(await below.count() > 0, wanted === "open", `Enter on a fold leaves it ${open ? "open" : "closed"}`);
      }
      await page.keyboard.press("Tab");
      assert.equal(await inside(page, ".outline details ul"), false, "Tab leads into a folded branch");
    }));

    test("is filtered by text, and the rows above a match stay", () => opened(async (page) => {
      const leaf = await page.locator("[data-row]").last().evaluate((row) => row.querySelector("a").textContent);
      await tabTo(page, page.locator("[data-filter] [name=q]"));
      await page.keyboard.type(leaf);
      const shown = await page.locator("[data-row]:not([hidden])").allInnerTexts();
      assert.ok(shown.length > 0, `"${leaf}" is not found`);
      assert.ok(shown.at(-1).includes(leaf), `what is shown does not say "${leaf}"`);
      await countIsSaid(page);
      for (const _ of leaf) await page.keyboard.press("Backspace");
      assert.equal(await page.locator("[data-row][hidden]").count(), 0, "with nothing asked for, rows are hidden");
    }));
  });

  const listing = site.pages.filter(({ kind }) => kind === "listing").sort((a, b) => b.size - a.size)[0];
  const filtered = { outline: "outline.html", listing: listing?.path, problems: "problems/items.html" };
  for (const [kind, path] of Object.entries(filtered)) {
    const skip = !site.files.has(path) && `no ${kind}`;
    test(`${site.name}, a choice in the filter of the ${kind} is kept in its address`, { skip }, () => served(site, path, async (page) => {
      const choice = page.locator("[data-filter] select:visible").first();
      const name = await choice.getAttribute("name");
      await tabTo(page, choice);
      const all = await page.locator("[data-row]:not([hidden])").count();
      const letter = (await choice.locator("option").nth(1).innerText())[0];
      await page.keyboard.type(letter);
      const chosen = await choice.inputValue();
      assert.notEqual(chosen, "", `typing "${letter}" chooses nothing`);
      const left = await page.locator("[data-row]:not([hidden])").count();
      assert.ok(left > 0 && left <= all, `${left} of ${all} rows are left`);
      assert.equal(new URL(page.url()).searchParams.get(name), chosen);
      await countIsSaid(page);
      await page.reload();
      assert.equal(await choice.inputValue(), chosen, "the address does not bring the choice back");
      assert.equal(await page.locator("[data-row]:not([hidden])").count(), left);
    }));
  }
}

async function served(site, path, use) {
  const server = await serve(site, "/");
  try {
    await browser.with({ viewport: { width: 1280, height: 800 } }, async (page) => {
      await page.goto(at(server.base, path));
      await use(page);
    });
  } finally {
    await server.close();
  }
}

/** Presses Tab until the element has the focus. */
async function tabTo(page, element) {
  for (let presses = 0; presses < most; presses++) {
    if (await isFocused(element)) return;
    await page.keyboard.press("Tab");
  }
  assert.fail(`${most} times Tab do not lead to ${element}`);
}

const isFocused = (element) => element.evaluate((element) => element === document.activeElement);
const inside = (page, selector) => page.evaluate((selector) => Boolean(document.activeElement.closest(selector)), selector);

/** The filter says how many rows are left. */
async function countIsSaid(page) {
  const rows = await page.locator("[data-row]").count();
  const said = await page.locator("[data-filter] output").innerText();
  const numbers = said.match(/\p{Nd}+/gu) ?? [];
  assert.ok(numbers.length >= 2, `the filter of ${rows} rows says only "${said}"`);
}

/** Goes through the page with Tab: each stop must be seen, be marked as the focus, and not lie under something else. */
async function walk(page) {
  const problems = new Set();
  const reached = new Set();
  let rounds = 0; // a page may begin with the focus in its midst
  for (let presses = 0; presses < most; presses++) {
    await page.keyboard.press("Tab");
    const stop = await page.evaluate(lookAtFocus);
    if (!stop && rounds++ === 0) continue;
    if (!stop || reached.has(stop.at)) break;
    reached.add(stop.at);
    for (const reason of stop.reasons) problems.add(`${stop.name}: ${reason}`);
  }
  const passed = await page.evaluate(({ reached, most }) => {
    const wanted = [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex='0']")]
      .filter((element) => element.checkVisibility({ visibilityProperty: true }) && !element.disabled);
    const every = [...document.querySelectorAll("*")];
    if (reached.length >= most) return [];
    const radios = (element) => element.type === "radio" && !element.checked;
    const isReached = (element) => reached.includes(every.indexOf(element));
    // A second link to one place may be left to the pointer.
    const again = (element) => element.matches("a[tabindex='-1']") && wanted.some((other) => other.getAttribute("href") === element.getAttribute("href") && isReached(other));
    return wanted.filter((element) => !isReached(element) && !radios(element) && !again(element))
      .map((element) => `${element.cloneNode(false).outerHTML}: Tab never comes here`);
  }, { reached: [...reached], most });
  return [...problems, ...passed].slice(0, 10);
}

/** Runs in the page: the element with the focus, and what is wrong with how it is shown; nothing if it is none. */
function lookAtFocus() {
  const element = document.activeElement;
  if (!element || element === document.body || element === document.documentElement) return undefined;
  const reasons = [];
  const boxes = [...element.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
  const inWindow = ({ left, right, top, bottom }) => right > 0 && left < innerWidth && bottom > 0 && top < innerHeight;
  const seen = boxes.filter(inWindow);
  if (seen.length === 0) reasons.push("is not in the window when it has the focus");
  const marked = (element) => {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
    return outlineStyle !== "none" && parseFloat(outlineWidth) >= 1 || boxShadow !== "none";
  };
  const within = element.closest(":has(> :focus-visible)");
  if (!marked(element) && !(within && marked(within))) reasons.push("does not show that it has the focus");
  const uncovered = seen.some((box) => {
    const x = Math.min(Math.max((Math.max(box.left, 0) + Math.min(box.right, innerWidth)) / 2, 0), innerWidth - 1);
    const y = Math.min(Math.max((Math.max(box.top, 0) + Math.min(box.bottom, innerHeight)) / 2, 0), innerHeight - 1);
    const top = document.elementFromPoint(x, y);
    return top && (element.contains(top) || top.contains(element));
  });
  if (seen.length > 0 && !uncovered) reasons.push("lies under something else when it has the focus");
  const tag = element.cloneNode(false).outerHTML.split("></")[0];
  return { at: [...document.querySelectorAll("*")].indexOf(element), name: `${tag.slice(0, 160)}>`, reasons };
}
