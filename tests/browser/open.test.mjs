// A reader can open and use each kind of page: from a folder, from a server, from a server's sub-folder.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { assertNone, at, kinds, launch, serve, sites, unfold, widths } from "./site.mjs";

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

for (const site of sites) {
  const opened = (path) => at(site.base, path);

  describe(`${site.name}, opened quietly and whole`, () => {
    const ways = { "from the folder": undefined, "over HTTP": "/", "over HTTP, in a sub-folder": "/plans/2026/" };
    for (const [way, prefix] of Object.entries(ways)) {
      describe(way, () => {
        let server = { base: site.base, close() {} };
        before(async () => { if (prefix) server = await serve(site, prefix); });
        after(() => server.close());
        eachKind(site, (page, path) => noise(page, server.base, path));
      });
    }
  });

  describe(`${site.name}, without JavaScript`, () => {
    eachKind(site, async (page, path) => {
      await page.goto(opened(path));
      const main = page.locator("main");
      const text = await main.isVisible() && (await main.innerText()).trim();
      const dead = await page.locator("button[data-action]:visible").count();
      return [
        ...(text ? [] : [`${path} <main>: shows no text`]),
        ...(dead ? [`${path} button[data-action]: ${dead} shown that can do nothing`] : []),
      ];
    }, { javaScriptEnabled: false });
  });

  describe(`${site.name}, never wider than the window`, () => {
    eachKind(site, async (page, path) => {
      await page.goto(opened(path));
      await unfold(page);
      const problems = [];
      for (const width of widths) {
        await page.setViewportSize({ width, height: 900 });
        const culprit = await page.evaluate(widestBeyondWindow);
        if (culprit) problems.push(`${path} at ${width} px, ${culprit}`);
      }
      return problems;
    });
  });

  describe(`${site.name}, skip link`, () => {
    eachKind(site, async (page, path) => {
      await page.goto(opened(path));
      const reason = await skipToContent(page);
      return reason ? [`${path} skip link: ${reason}`] : [];
    });
  });

  describe(`${site.name}, theme switch`, () => {
    const ways = { "from the folder": undefined, "over HTTP": "/" };
    for (const [way, prefix] of Object.entries(ways)) {
      test(`chooses light and dark and keeps the choice on the next page, ${way}`, async (t) => {
        const server = prefix ? await serve(site, prefix) : { base: site.base, close() {} };
        t.after(() => server.close());
        const page = await browser.newPage({ colorScheme: "light", reducedMotion: "reduce" });
        t.after(() => page.close());
        await page.goto(at(server.base, "index.html"));
        if (await page.locator('button[data-action="theme"]').count() === 0) return t.skip("this theme has none");
        await switchThemes(page, server.base, [...kinds(site).values()].map(([path]) => path));
      });
    }
  });

  const missing = site.pages.some((page) => page.rooted);
  test(`${site.name}: what is not there has a page that works at any address`, { skip: !missing && "no base_url" }, async (t) => {
    const server = await serve(site, "/");
    t.after(() => server.close());
    const page = await browser.newPage({ reducedMotion: "reduce" });
    t.after(() => page.close());
    const problems = [];
    page.on("requestfailed", (request) => problems.push(`request: ${request.url()} failed`));
    const response = await page.goto(at(server.base, "goals/deep/gone.html"), { waitUntil: "networkidle" });
    assert.equal(response.status(), 404);
    const face = await page.evaluate(() => getComputedStyle(document.body).fontFamily);
    assert.match(face, /system-ui/, "it has no style");
    await page.locator("main a, nav a").first().click();
    await page.waitForURL(at(server.base, "index.html"));
    assertNone(problems);
  });

  const redirects = site.pages.filter((page) => page.redirect);
  test(`${site.name}: an old address leads to its page`, { skip: redirects.length === 0 && "no redirects" }, async (t) => {
    const page = await browser.newPage();
    t.after(() => page.close());
    for (const { path, redirect } of redirects.slice(0, 3)) {
      await page.goto(opened(path), { waitUntil: "commit" });
      await page.waitForURL(new URL(redirect, opened(path)).href);
    }
  });
}

/** A test for each kind of page: `look` gives what is wrong with one page of it. */
function eachKind(site, look, options = {}) {
  for (const [kind, paths] of kinds(site)) {
    test(kind, async () => {
      const problems = [];
      for (const path of paths) {
        const page = await browser.newPage({ reducedMotion: "reduce", ...options });
        problems.push(...await look(page, path).finally(() => page.close()));
      }
      assertNone(problems);
    });
  }
}

/** Opens a page and gives all that went wrong: errors in the console, failed requests, requests to elsewhere. */
async function noise(page, base, path) {
  const problems = [];
  page.on("console", (message) => {
    if (message.type() === "error") problems.push(`${path} console: ${message.text()} (${message.location().url})`);
  });
  page.on("pageerror", (error) => problems.push(`${path} script: ${error.message}`));
  page.on("request", (request) => {
    const inside = request.url().startsWith(base) || /^(data|blob):/.test(request.url());
    if (!inside) problems.push(`${path} request: ${request.url()} leaves ${base}`);
  });
  page.on("requestfailed", (request) =>
    problems.push(`${path} request: ${request.url()} failed, ${request.failure().errorText}`));
  page.on("response", (response) => {
    if (response.status() >= 400) problems.push(`${path} request: ${response.url()} gave ${response.status()}`);
  });
  await page.goto(at(base, path), { waitUntil: "networkidle" });
  return problems;
}

/** Runs in the page: the outermost element that makes the page scroll sideways; null if none does. */
function widestBeyondWindow() {
  if (document.scrollingElement.scrollWidth <= innerWidth) return null;
  const clipped = (element) => {
    for (let box = element.parentElement; box !== document.body; box = box.parentElement) {
      if (getComputedStyle(box).overflowX !== "visible") return true;
    }
    return false;
  };
  const culprit = [...document.body.querySelectorAll("*")]
    .find((element) => element.getBoundingClientRect().right > innerWidth + 0.5 && !clipped(element));
  const tag = (culprit ?? document.body).cloneNode(false).outerHTML.split("></")[0];
  return `${tag}>: the page is ${document.scrollingElement.scrollWidth} px wide`;
}

/** Uses the skip link as a keyboard user would; gives what is wrong with it. */
async function skipToContent(page) {
  await page.keyboard.press("Tab");
  const link = page.locator(":focus");
  const target = await link.getAttribute("href", { timeout: 1000 }).catch(() => null);
  if (!target?.startsWith("#")) return "is not what the first Tab reaches";
  const box = await link.boundingBox();
  if (!box || box.width < 24 || box.x < 0 || box.y < 0) return "is not seen when focused";
  await page.keyboard.press("Enter");
  const led = await page.waitForURL((url) => url.hash === target, { timeout: 5000 }).then(() => true, () => false);
  if (!led) return `does not lead to ${target}`;
  await page.keyboard.press("Tab");
  const goesOn = await page.evaluate((id) => {
    const [content, focused] = [document.getElementById(id), document.activeElement];
    if (!content?.closest("main")) return false;
    return focused === document.body || content.compareDocumentPosition(focused) & Node.DOCUMENT_POSITION_FOLLOWING;
  }, target.slice(1));
  return goesOn ? undefined : "does not bring the next Tab into the main part";
}

/** Chooses dark, then light; each must show, and hold on every page that follows. */
async function switchThemes(page, base, paths) {
  const shown = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const chosen = () => page.locator("html").getAttribute("data-theme");
  const [first] = paths;
  await page.goto(at(base, first));
  const seen = {};
  for (const theme of ["dark", "light"]) {
    for (let presses = 0; presses < 3 && await chosen() !== theme; presses++) {
      await page.locator('button[data-action="theme"]').first().click();
    }
    assert.equal(await chosen(), theme, `${first} button[data-action="theme"]: three presses never choose ${theme}`);
    seen[theme] = await shown();
    for (const path of paths) {
      await page.goto(at(base, path));
      assert.equal(await chosen(), theme, `${path} <html>: forgot that the reader chose ${theme}`);
    }
    await page.goto(at(base, first));
    assert.equal(await shown(), seen[theme], `${first} <body>: not shown in the chosen ${theme} when opened again`);
  }
  assert.notEqual(seen.dark, seen.light, `${first} <body>: dark and light look the same`);
  await page.emulateMedia({ colorScheme: "dark" });
  assert.equal(await shown(), seen.light, `${first} <body>: a dark system overrules the reader's choice of light`);
}
