// What an open page does while `planwright serve` runs and its plan is being written: it follows, and the reader stays
// where he is. PLANWRIGHT names the program.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, unlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { describe, test } from "node:test";
import axe from "axe-core";
import { assertNone, browserFor } from "./site.mjs";

const program = process.env.PLANWRIGHT;
assert(program, "set PLANWRIGHT to the program, as in PLANWRIGHT=target/debug/planwright");
const sample = resolve(import.meta.dirname, "../../sample-plan");
const manual = resolve(import.meta.dirname, "../../src/reference/templates.md");
const browser = browserFor();

const rota = "actions/a12-redraw-the-rota.md";
const action = (id, title, more = "") => `---\nid: ${id}\ntitle: ${title}\nsupports: S1\n${more}---\n\nSaid of ${title}.\n`;

describe("a page that is open", () => {
  test("says what the file says, and the line in sight stays where it is", () => served({}, "actions/a12.html", async ({ page, plan }) => {
    await page.setViewportSize({ width: 1280, height: 400 });
    const line = page.locator("main p", { hasText: "The third round took" });
    await line.evaluate((line) => scrollBy(0, line.getBoundingClientRect().top - 40));
    const before = await line.boundingBox();
    plan.edit(rota, (text) => text.replace("\n---\n", `\n---\n${"\nA paragraph that was not there.\n".repeat(30)}`));
    await page.locator("main p", { hasText: "A paragraph that was not there." }).first().waitFor({ state: "attached" });
    const after = await line.boundingBox();
    assert(Math.abs(after.y - before.y) < 2, `the line went from ${before.y} to ${after.y}`);
    assert(await page.evaluate(() => scrollY) > 500, "nothing grew above it");
  }));

  test("takes a new title into the window's too", () => served({}, "actions/a12.html", async ({ page, plan }) => {
    plan.edit(rota, (text) => text.replace("title: Redraw the rota", "title: Draw a rota"));
    await page.waitForFunction(() => document.title.startsWith("A12 Draw a rota"));
    assert.match(await page.locator("h1").innerText(), /^Draw a rota/);
    assert.equal(await page.locator('meta[property="og:title"]').getAttribute("content"), "A12 Draw a rota around evenings and weekends");
  }));

  test("keeps selected words selected", () => served({}, "actions/a12.html", async ({ page, plan }) => {
    await page.locator("main p", { hasText: "The third round took" }).evaluate((line) => getSelection().selectAllChildren(line));
    const selected = await page.evaluate(() => getSelection().toString());
    plan.edit(rota, (text) => text.replace("\n---\n", "\n---\n\nA paragraph that was not there.\n"));
    await page.locator("main p", { hasText: "A paragraph that was not there." }).waitFor();
    assert.equal(await page.evaluate(() => getSelection().toString()), selected);
  }));

  test("keeps folds as the reader has them, whatever comes in between", () => served({}, "outline.html", async ({ page, plan }) => {
    const folds = () => page.evaluate(() => Object.fromEntries(Array.from(document.querySelectorAll("#rows details"),
      (fold) => [fold.querySelector("summary").textContent, fold.open])));
    for (const fold of await page.locator("#rows details").all()) await fold.evaluate((fold) => { fold.open = !fold.open; });
    const before = await folds();
    plan.write("actions/a0-first.md", action("A0", "First of all"));
    await page.locator("#rows a", { hasText: "First of all" }).waitFor({ state: "attached" });
    const after = await folds();
    assert.deepEqual(Object.fromEntries(Object.keys(before).map((name) => [name, after[name]])), before);
  }));

  test("keeps scale and scroll of the timeline, and its buttons work on new folds", () => served({}, "timeline.html?zoom=month", async ({ page, plan }) => {
    await page.evaluate(() => { document.querySelector(".gantt").scrollLeft = 700; });
    plan.edit(rota, (text) => text.replace("title: Redraw the rota", "title: Draw a rota"));
    await page.locator(".gantt a", { hasText: "Draw a rota" }).first().waitFor({ state: "attached" });
    assert(await page.locator("[value='month']").isChecked(), "the scale was set back");
    assert.equal(await page.evaluate(() => document.querySelector(".gantt").scrollLeft), 700);
    await page.locator("[data-action='open']").click();
    assert.equal(await page.locator(".gantt details:not([open])").count(), 0);
  }));

  test("keeps the colours that the reader chose, and the name of the choice", () => served({}, "actions/a12.html", async ({ page, plan }) => {
    const button = page.locator("[data-action='theme']");
    for (let presses = 0; presses < 2; presses++) await button.click();
    plan.edit(rota, (text) => text.replace("title: Redraw the rota", "title: Draw a rota"));
    await page.waitForFunction(() => document.title.startsWith("A12 Draw a rota"));
    assert.equal(await page.locator("html").getAttribute("data-theme"), "dark");
    assert.equal(await button.innerText(), await button.getAttribute("data-dark"));
    await button.click();
    assert.equal(await page.locator("html").getAttribute("data-theme"), null);
  }));

  test("leaves open what is open above it", () => served({}, "actions/a12.html", async ({ page, plan }) => {
    await page.keyboard.press("/");
    await page.locator("dialog input").pressSequentially("catalogue");
    await page.locator("dialog .hit").first().waitFor();
    const found = await page.locator("dialog .hit").allInnerTexts();
    plan.edit(rota, (text) => text.replace("title: Redraw the rota", "title: Draw a rota"));
    await page.waitForFunction(() => document.title.startsWith("A12 Draw a rota"));
    assert(await page.locator("dialog:modal").isVisible(), "the dialog was closed");
    assert.equal(await page.locator("dialog input:focus").inputValue(), "catalogue");
    assert.deepEqual(await page.locator("dialog .hit").allInnerTexts(), found);
  }));

  test("finds what is new in the plan", () => served({}, "index.html", async ({ page, plan }) => {
    await page.keyboard.press("/");
    await page.locator("dialog input").fill("lighthouse");
    await page.waitForFunction(() => document.querySelector("dialog [role=status]").textContent);
    assert.equal(await page.locator("dialog .hit").count(), 0);
    await page.evaluate(() => document.addEventListener("planwright:assets", () => { globalThis.known = true; }));
    plan.write("actions/a90-lone.md", action("A90", "Paint the lighthouse"));
    await page.waitForFunction(() => globalThis.known);
    await page.locator("dialog input").fill("lighthouses");
    await page.locator("dialog .hit", { hasText: "Paint the lighthouse" }).waitFor();
  }));

  test("lets what changed glow, and nothing else", () => served({}, "actions/a12.html", async ({ page, plan }) => {
    await page.emulateMedia({ reducedMotion: "no-preference" });
    await page.evaluate(() => document.addEventListener("planwright:patch", () => requestAnimationFrame(() => {
      globalThis.glowing = document.getAnimations().map(({ effect }) => effect.target.textContent);
    })));
    plan.edit(rota, (text) => text.replace("\n---\n", "\n---\n\nA paragraph that was not there.\n"));
    await page.waitForFunction(() => globalThis.glowing);
    assert.deepEqual(await page.evaluate(() => globalThis.glowing), ["A paragraph that was not there."]);
  }));

  test("shows a picture that was drawn anew", () => served({}, "index.html", async ({ page, plan }) => {
    const picture = page.locator("img[src*='service-area.svg']");
    await picture.scrollIntoViewIfNeeded();
    plan.write("assets/service-area.svg", '<svg xmlns="http://www.w3.org/2000/svg" width="123" height="45"/>');
    await page.waitForFunction(() => Array.from(document.images).some((image) => image.naturalWidth === 123));
  }));

  test("takes a sheet that changed without a moment in none", () => served({}, "index.html", async ({ page, plan }) => {
    await page.evaluate(() => {
      globalThis.bare = 0;
      new MutationObserver(() => { globalThis.bare += document.querySelector("link[href*='accent.css']") ? 0 : 1; }).observe(document.head, { childList: true });
    });
    for (const colour of ["#2f6f8f", "#8f2f6f"]) {
      plan.edit("plan.toml", (text) => text.replace(/accent = .*/, `accent = "${colour}"`));
      await page.waitForFunction((colour) => getComputedStyle(document.documentElement).getPropertyValue("--accent").trim() === colour, colour);
    }
    await page.waitForFunction(() => document.querySelectorAll("link[href*='accent.css']").length === 1);
    assert.equal(await page.evaluate(() => globalThis.bare), 0, "for a moment there was none");
  }));
});

describe("a list that is filtered and sorted", () => {
  const shown = (page) => page.locator("#rows tr:visible > :first-child").allInnerTexts();

  test("stays filtered as typed, with new rows and the count, and the caret stays", () => served({}, "actions/index.html", async ({ page, plan }) => {
    const field = page.locator(".filter input");
    await field.pressSequentially("rota");
    await field.evaluate((field) => field.setSelectionRange(1, 3));
    assert.deepEqual(await shown(page), ["A12"]);
    const of = await page.locator("#rows tr").count();
    plan.write("actions/a90-nights.md", action("A90", "A rota for the nights"));
    plan.write("actions/a91-days.md", action("A91", "Something else"));
    await page.waitForFunction((of) => document.querySelectorAll("#rows tr").length === of + 2, of);
    assert.deepEqual(await shown(page), ["A12", "A90"]);
    assert.equal(await page.locator(".filter output").innerText(), `2 of ${of + 2}`);
    assert.deepEqual(await page.evaluate(() => {
      const { value, selectionStart, selectionEnd } = document.activeElement;
      return [value, selectionStart, selectionEnd];
    }), ["rota", 1, 3]);
    await field.fill("");
    assert.equal((await shown(page)).length, of + 2);
  }));

  test("loses a row that is no longer what was chosen, and offers what is new", () => served({}, "actions/index.html", async ({ page, plan }) => {
    const select = page.locator(".filter select[name='owner']");
    await select.selectOption("Tomás Reinholt");
    assert((await shown(page)).includes("A12"));
    plan.edit(rota, (text) => text.replace("owner: Tomás Reinholt", "owner: Farah Haddad"));
    await page.waitForFunction(() => !Array.from(document.querySelectorAll("#rows tr:not([hidden]) .id"), (id) => id.textContent).includes("A12"));
    assert.equal(await select.inputValue(), "Tomás Reinholt");
    const options = await select.locator("option").allInnerTexts();
    assert.equal(new Set(options).size, options.length, "an owner is offered twice");
    await select.selectOption("Farah Haddad");
    assert((await shown(page)).includes("A12"));
  }));

  test("stays sorted as chosen, and goes back to its own order", () => served({}, "actions/index.html", async ({ page, plan }) => {
    const own = await shown(page);
    const button = page.locator("thead th button", { hasText: "Due" });
    await button.click();
    plan.write("actions/a90-first.md", action("A90", "The first", "due: 2025-07-02\nstatus: done\ncompleted: 2025-07-02\n"));
    await page.locator("#rows tr", { hasText: "The first" }).waitFor();
    const days = await page.locator("#rows tr").evaluateAll((rows) => rows.map((row) => row.querySelector(".due time")?.dateTime ?? "9999"));
    assert.deepEqual(days, days.toSorted());
    assert.equal((await shown(page))[0], "A90");
    assert(await button.evaluate((button) => document.activeElement === button), "the focus is lost");
    assert.deepEqual(await page.locator("thead th").evaluateAll((heads) => heads.filter((head) => head.children.length !== 1).map((head) => head.innerHTML)), []);
    for (let presses = 0; presses < 2; presses++) await button.click();
    assert.deepEqual(await shown(page), [...own, "A90"]);
  }));

  test("keeps the focus on a row that moves", () => served({}, "actions/index.html?sort=Due", async ({ page, plan }) => {
    await page.locator("#rows a", { hasText: "Redraw the rota" }).focus();
    plan.edit(rota, (text) => text.replace("due: 2026-06-30", "due: 2027-06-30"));
    await page.locator("#rows tr", { hasText: "Redraw the rota" }).locator("time[datetime='2027-06-30']").waitFor();
    assert.equal(await page.evaluate(() => document.activeElement.textContent), "Redraw the rota around evenings and weekends");
  }));
});

describe("scripts of a theme", () => {
  test("find what they have added, and nothing else that was not in the page", () => served({}, "actions/a12.html", async ({ page, plan }) => {
    await page.evaluate(() => {
      const add = (place, text, added) => {
        const line = document.createElement("p");
        line.textContent = text;
        if (added) line.dataset.added = "";
        place.before(line);
      };
      const line = document.querySelector(".prose p");
      add(line, "added and said to be", true);
      add(line, "added by the ignorant", false);
      const link = document.createElement("a");
      link.dataset.added = "";
      link.textContent = "a link of the script's";
      document.querySelector(".skip").before(link);
      const title = document.querySelector("h1");
      title.innerHTML = `<em>${title.innerHTML}</em>`;
      document.addEventListener("planwright:patch", () => { globalThis.seen = document.querySelector("h1").textContent; });
    });
    plan.edit(rota, (text) => text.replace("title: Redraw the rota", "title: Draw a rota"));
    await page.waitForFunction(() => globalThis.seen?.includes("Draw a rota"));
    assert.deepEqual(await page.locator("body > a").allTextContents(), ["a link of the script's", "Skip to the content"]);
    const prose = await page.locator(".prose").first().innerText();
    assert.match(prose, /added and said to be/);
    assert.doesNotMatch(prose, /ignorant/);
    assert.match(prose, /Every colleague may name/);
    assert.equal(await page.locator("h1 em").count(), 0);
  }));

  test("as the manual shows them keep up", () => {
    const fences = Array.from(readFileSync(manual, "utf8").matchAll(/^`(theme\/.*)`\n\n```\w+\n([\s\S]*?)```/gm), ([, path, text]) => [path, text]);
    return served(Object.fromEntries(fences), "outline.html", async ({ page, plan }) => {
      const said = () => page.locator("main > p").innerText();
      const lines = await page.locator("main li").count();
      assert.equal(await said(), `${lines} lines`);
      plan.write("actions/a90-lone.md", action("A90", "Alone"));
      await page.locator("main li a", { hasText: "Alone" }).waitFor({ state: "attached" });
      assert.equal(await said(), `${lines + 1} lines`);
    });
  });

  test("run anew where they have changed", () => served({ "theme/assets/timeline.js": 'document.documentElement.dataset.run = "one";' }, "timeline.html", async ({ page, plan, reloads }) => {
    assert.equal(await page.locator("html").getAttribute("data-run"), "one");
    plan.write("theme/assets/timeline.js", 'document.documentElement.dataset.run = "two";');
    await page.locator("html[data-run='two']").waitFor();
    reloads.expected = true;
  }));
});

describe("a page that goes elsewhere", () => {
  const lone = { "actions/a90-lone.md": action("A90", "Alone") };

  test("is followed to its new address, with what is asked of it", () => served(lone, "actions/a90.html?q=x#page-main", async ({ page, plan }) => {
    plan.edit("actions/a90-lone.md", (text) => text.replace("id: A90", "id: A91"));
    await page.waitForURL((url) => url.pathname === "/actions/a91.html" && url.search === "?q=x" && url.hash === "#page-main");
    await page.waitForFunction(() => document.title.startsWith("A91"));
    plan.edit("actions/a90-lone.md", (text) => text.replace("Said of Alone.", "Said at the new address."));
    await page.locator("main p", { hasText: "Said at the new address." }).waitFor();
  }));

  test("is still shown when it is no more, with a note, until it is back", () => served(lone, "actions/a90.html", async ({ page, plan }) => {
    plan.remove("actions/a90-lone.md");
    const note = page.getByText("This page is no longer part of the plan.");
    await note.waitFor();
    assert.match(await page.locator("h1").innerText(), /^Alone/);
    assert.equal(await note.getByRole("link").getAttribute("href"), "/");
    plan.write("actions/a90-lone.md", action("A90", "Alone again"));
    await note.waitFor({ state: "detached" });
    await page.locator("h1", { hasText: "Alone again" }).waitFor();
  }));

  test("is there as soon as there is something at an address where nothing was", () => served({}, "actions/a90.html", async ({ page, plan, reloads }) => {
    assert.doesNotMatch(await page.locator("h1").innerText(), /^Alone/);
    plan.write("actions/a90-lone.md", lone["actions/a90-lone.md"]);
    await page.locator("h1", { hasText: "Alone" }).waitFor();
    reloads.expected = true;
  }));
});

describe("the connection", () => {
  test("comes back with the server, and the page catches up", () => served({}, "actions/a12.html", async ({ page, plan, server }) => {
    for (const [old, title] of [["Redraw the rota", "Hold the rota"], ["Hold the rota", "Draw a rota"]]) {
      await server.stop();
      await page.getByText("not connected").waitFor();
      plan.edit(rota, (text) => text.replace(`title: ${old}`, `title: ${title}`));
      await server.start();
      await page.waitForFunction((title) => document.title.startsWith(`A12 ${title}`), title);
      await page.getByText("not connected").waitFor({ state: "hidden" });
    }
  }));

  test("tells several states, and only the last is shown", () => served({}, "actions/a12.html", async ({ page, plan }) => {
    let first;
    const asked = new Promise((resolve) => {
      page.route("**/actions/a12.html", async (route) => {
        if (first) return route.continue();
        first = { route, response: await route.fetch() };
        resolve();
      });
    });
    await page.evaluate(() => {
      globalThis.patches = [];
      document.addEventListener("planwright:patch", () => globalThis.patches.push(document.querySelector("h1").textContent));
    });
    plan.edit(rota, (text) => text.replace("title: Redraw the rota", "title: Hold the rota"));
    await asked;
    plan.edit(rota, (text) => text.replace("title: Hold the rota", "title: Draw a rota"));
    await page.waitForFunction(() => document.title.startsWith("A12 Draw a rota"));
    await first.route.fulfill({ response: first.response }).catch(() => {}); // given up by the page
    assert.deepEqual((await page.evaluate(() => globalThis.patches)).map((title) => title.slice(0, 6)), ["Draw a"]);
  }));

  test("is none while nobody looks", () => served({}, "actions/a12.html", async ({ page, plan }) => {
    const show = (state) => page.evaluate((state) => {
      Object.defineProperty(document, "hidden", { configurable: true, value: state === "hidden" });
      document.dispatchEvent(new Event("visibilitychange"));
    }, state);
    await show("hidden");
    const waiting = page.waitForRequest(/\.planwright\/events/);
    plan.edit(rota, (text) => text.replace("title: Redraw the rota", "title: Draw a rota"));
    await show("visible");
    await waiting;
    await page.waitForFunction(() => document.title.startsWith("A12 Draw a rota"));
  }));
});

describe("what is wrong with the plan", () => {
  const panel = (page) => page.getByRole("dialog", { name: /error|warning/ });
  const badge = (page) => page.getByRole("button", { name: /^\d+ (error|warning)/ });
  const wrong = (text) => text.replace("supports: S2", "supports: S99");
  const late = { "actions/a90-late.md": action("A90", "Late", "status: active\nstart: 2026-01-01\ndue: 2026-06-30\n") };

  test("is said over the page, which stays as it was, until it is mended", () => served({}, "actions/index.html", async ({ page, plan }) => {
    const right = plan.read(rota);
    const field = page.locator(".filter input");
    await field.focus();
    plan.edit(rota, wrong);
    await panel(page).waitFor();
    const said = await panel(page).innerText();
    assert.match(said, /1 error/);
    assert.match(said, /there is no item `S99`/);
    const link = panel(page).getByRole("link", { name: /actions\/a12-redraw-the-rota\.md:\d+:\d+$/ });
    assert.match(await link.getAttribute("href"), /a12-redraw-the-rota\.md/);
    assert(await field.evaluate((field) => field === document.activeElement), "the focus was taken from the field");
    plan.write(rota, right);
    await panel(page).waitFor({ state: "hidden" });
    await badge(page).waitFor({ state: "hidden" });
  }));

  test("is closed by the reader and comes back only with other errors", () => served({}, "actions/a12.html", async ({ page, plan, reloads }) => {
    plan.edit(rota, wrong);
    await panel(page).waitFor();
    await panel(page).getByRole("button", { name: "Close" }).click();
    await panel(page).waitFor({ state: "hidden" });
    await page.reload();
    reloads.expected = true;
    await badge(page).waitFor();
    assert.equal(await badge(page).innerText(), "1 error");
    assert(await panel(page).isHidden(), "it came back for the same error");
    plan.edit(rota, (text) => text.replace("mitigates: R7", "mitigates: R99"));
    await panel(page).waitFor();
    assert.match(await panel(page).innerText(), /2 errors/);
  }));

  test("is closed by Escape, but not from a field", () => served({}, "actions/index.html", async ({ page, plan }) => {
    plan.edit(rota, wrong);
    await panel(page).waitFor();
    await page.locator(".filter input").fill("x");
    await page.keyboard.press("Escape");
    assert(await panel(page).isVisible(), "Escape belongs to the field");
    await page.locator("h1").click();
    await page.keyboard.press("Escape");
    await panel(page).waitFor({ state: "hidden" });
  }));

  test("is a badge in the corner where the site can follow", () => served(late, "actions/a90.html", async ({ page, plan }) => {
    await badge(page).waitFor();
    assert.equal(await badge(page).innerText(), "1 warning");
    assert(await panel(page).isHidden(), "a warning opens nothing");
    await badge(page).focus();
    await page.keyboard.press("Enter");
    await panel(page).waitFor();
    assert.match(await panel(page).innerText(), /a90-late\.md/);
    await page.keyboard.press("Escape");
    await panel(page).waitFor({ state: "hidden" });
    assert(await badge(page).evaluate((badge) => badge.getRootNode().activeElement === badge), "the focus does not go back to the badge");
    await page.emulateMedia({ media: "print" });
    assert(await badge(page).isHidden(), "it is printed");
    await page.emulateMedia({ media: null });
    plan.remove("actions/a90-late.md");
    await badge(page).waitFor({ state: "hidden" });
  }));

  test("is nothing where nothing is", () => served({}, "actions/a12.html", async ({ page }) => {
    await page.waitForFunction(() => document.querySelector("planwright-live:not([hidden])"));
    const seen = await page.evaluate(() => Array.from(document.querySelector("planwright-live").shadowRoot.querySelectorAll("aside *"))
      .filter((element) => element.checkVisibility() && element.getBoundingClientRect().height > 0).map((element) => element.className));
    assert.deepEqual(seen, []);
  }));

  for (const language of ["en", "ar"]) {
    test(`can be read by everybody, in light and dark, on a telephone: ${language}`, () => served({}, "actions/a12.html", async ({ page, plan }) => {
      plan.write("plan.toml", plan.read("plan.toml").replace(/language = .*/, `language = "${language}"`));
      await page.locator(`html[lang="${language}"]`).waitFor();
      plan.write("actions/a90-late.md", late["actions/a90-late.md"]);
      await badge(page).waitFor();
      await page.evaluate(axe.source);
      const look = async (what) => {
        const problems = [];
        for (const width of [390, 1280]) for (const colorScheme of ["light", "dark"]) {
          await page.setViewportSize({ width, height: 800 });
          await page.emulateMedia({ colorScheme });
          const where = `${what} at ${width} px, ${colorScheme}`;
          const found = await page.evaluate(() => globalThis.axe.run({ include: [["planwright-live"]] }));
          problems.push(...found.violations.flatMap(({ id, help, nodes }) => nodes.map(({ target }) => `${where}: ${help} (${id}): ${target}`)));
          const { left, right } = await page.locator(`planwright-live ${what}`).evaluate((element) => element.getBoundingClientRect());
          if (left < 0 || right > width) problems.push(`${where}: reaches from ${left} to ${right}`);
        }
        return problems;
      };
      const problems = await look(".badge");
      plan.edit(rota, wrong);
      await panel(page).waitFor();
      assertNone([...problems, ...await look("section")]);
    }));
  }
});

/** Serves the sample plan with some files more, opens a page of it and sees that it is never loaded again. */
async function served(files, path, use) {
  const dir = mkdtempSync(join(tmpdir(), "planwright-live-"));
  const plan = {
    read: (file) => readFileSync(join(dir, file), "utf8"),
    write(file, text) {
      mkdirSync(dirname(join(dir, file)), { recursive: true });
      writeFileSync(join(dir, file), text);
    },
    remove: (file) => unlinkSync(join(dir, file)),
    edit(file, change) {
      const text = plan.read(file);
      assert(change(text) !== text, `${file} is not changed by this`);
      plan.write(file, change(text));
    },
  };
  cpSync(sample, dir, { recursive: true });
  for (const [file, text] of Object.entries(files)) plan.write(file, text);
  const server = serverOf(dir);
  try {
    await server.start();
    await browser.with({ viewport: { width: 1280, height: 800 } }, async (page) => {
      const problems = [];
      page.on("pageerror", (error) => problems.push(error.message));
      const connected = page.waitForRequest(/\.planwright\/events/);
      await page.goto(server.base + path);
      await connected;
      await page.evaluate(() => { globalThis.marker = true; });
      const reloads = { expected: false };
      await use({ page, plan, server, reloads });
      assert.deepEqual(problems, []);
      assert.equal(await page.evaluate(() => globalThis.marker ?? false), !reloads.expected, "whether the page was loaded again");
    });
  } finally {
    await server.stop();
    rmSync(dir, { recursive: true, force: true });
  }
}

/** The server of a plan; started again, it is at the same address. */
function serverOf(dir) {
  let running;
  const server = {
    base: undefined,
    async start() {
      const port = server.base ? new URL(server.base).port : "0";
      running = spawn(program, ["serve", dir, "--port", port, "--today", "2026-11-23"], { stdio: ["ignore", "ignore", "pipe"] });
      let said = "";
      for await (const line of createInterface({ input: running.stderr })) {
        server.base = line.match(/http:\/\/127\.0\.0\.1:\d+\//)?.[0];
        if (server.base) break;
        said += `${line}\n`;
      }
      assert(server.base, `the server does not say where it is:\n${said}`);
      running.stderr.resume();
    },
    async stop() {
      if (!running || running.exitCode !== null || running.signalCode !== null) return;
      const ended = once(running, "exit");
      running.kill();
      await ended;
    },
  };
  return server;
}
