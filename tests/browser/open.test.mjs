// A reader can open and use each kind of page: from a folder, from a server, from a server's sub-folder.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { all, assertNone, at, browserFor, eachKind, kinds, serve, sites } from "./site.mjs";

const browser = browserFor();
const everyWay = { "from the folder": undefined, "over HTTP": "/", "over HTTP, in a sub-folder": "/plans/2026/" };
const oneWay = { "over HTTP, in a sub-folder": "/plans/2026/" };

for (const site of all) {
  const opened = (path) => at(site.base, path);

  describe(`${site.name}, opened quietly and whole`, () => {
    for (const [way, prefix] of Object.entries(site.variant ? oneWay : everyWay)) {
      describe(way, () => {
        let server = { base: site.base, close() {} };
        before(async () => { if (prefix) server = await serve(site, prefix); });
        after(() => server.close());
        eachKind(site, (path) => browser.with({}, (page) => noise(page, server.base, path)));
      });
    }
  });

  describe(`${site.name}, skip link`, () => {
    eachKind(site, (path) => browser.with({}, async (page) => {
      await page.goto(opened(path));
      const reason = await skipToContent(page);
      return reason ? [`${path} skip link: ${reason}`] : [];
    }));
  });
}

for (const site of sites) {
  const opened = (path) => at(site.base, path);

  describe(`${site.name}, theme switch`, () => {
    const ways = { "from the folder": undefined, "over HTTP": "/" };
    for (const [way, prefix] of Object.entries(ways)) {
      test(`chooses light and dark and keeps the choice on the next page, ${way}`, async (t) => {
        const server = prefix ? await serve(site, prefix) : { base: site.base, close() {} };
        t.after(() => server.close());
        const paths = [...kinds(site).values()].map(([path]) => path);
        await browser.with({ colorScheme: "light" }, async (page) => {
          await page.goto(at(server.base, "index.html"));
          if (await page.locator('button[data-action="theme"]').count() === 0) return t.skip("this theme has none");
          await switchThemes(page, server.base, paths);
        });
      });
    }
  });

  const missing = site.pages.some((page) => page.rooted);
  test(`${site.name}: what is not there has a page that works at any address`, { skip: !missing && "no base_url" }, (t) => browser.with({}, async (page) => {
    const server = await serve(site, "/");
    t.after(() => server.close());
    const problems = [];
    page.on("requestfailed", (request) => problems.push(`request: ${request.url()} failed`));
    const response = await page.goto(at(server.base, "goals/deep/gone.html"), { waitUntil: "networkidle" });
    assert.equal(response.status(), 404);
    const face = await page.evaluate(() => getComputedStyle(document.body).fontFamily);
    assert.match(face, /system-ui/, "it has no style");
    await page.locator("main a, nav a").first().click();
    await page.waitForURL(at(server.base, "index.html"));
    assertNone(problems);
  }));

  const redirects = site.pages.filter((page) => page.redirect);
  test(`${site.name}: an old address leads to its page`, { skip: redirects.length === 0 && "no redirects" }, () => browser.with({}, async (page) => {
    for (const { path, redirect } of redirects.slice(0, 3)) {
      await page.goto(opened(path), { waitUntil: "commit" });
      await page.waitForURL(new URL(redirect, opened(path)).href);
    }
  }));
}

/** Opens a page and gives all that went wrong: errors in the console, what its policy forbids, requests that fail or go elsewhere. */
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
  await page.addInitScript(() => {
    globalThis.forbidden = [];
    document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sourceFile, lineNumber }) =>
      globalThis.forbidden.push(`${violatedDirective} forbids ${blockedURI} (${sourceFile}:${lineNumber})`));
  });
  await page.goto(at(base, path), { waitUntil: "networkidle" });
  const forbidden = await page.evaluate(() => globalThis.forbidden);
  return [...problems, ...forbidden.map((reason) => `${path} policy: ${reason}`)];
}

/** Uses the skip link as a keyboard user would; gives what is wrong with it. */
async function skipToContent(page) {
  await page.keyboard.press("Tab");
  const link = page.locator(":focus");
  const target = await link.getAttribute("href", { timeout: 10_000 }).catch(() => null);
  if (!target?.startsWith("#")) return "is not what the first Tab reaches";
  const box = await link.boundingBox();
  if (!box || box.width < 24 || box.x < 0 || box.y < 0) return "is not seen when focused";
  await page.keyboard.press("Enter");
  const led = await page.waitForURL((url) => url.hash === target, { timeout: 10_000 }).then(() => true, () => false);
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
