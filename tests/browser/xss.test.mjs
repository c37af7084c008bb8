// Nothing that a text says runs in a reader's browser. Each way to try it, of tests/html/vectors.txt, is the text of an
// item; its page is opened and everything in it is touched. PLANWRIGHT names the program.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { after, before, describe, test } from "node:test";
import { assertNone, browserFor, readSite, serve } from "./site.mjs";

const program = process.env.PLANWRIGHT;
assert(program, "set PLANWRIGHT to the program, as in PLANWRIGHT=target/debug/planwright");
const browser = browserFor();

/**
 * Each vector's name and file; the call of the first is `alert(1)`. No file with a null byte is read, so that another
 * control character stands for it here.
 */
const vectors = readFileSync(resolve(import.meta.dirname, "../html/vectors.txt"), "utf8").split("\n== ").slice(1)
  .map((part, at) => {
    const [, name, text] = part.match(/^(.*)\n([^]*)$/);
    const said = text.trimEnd().replaceAll("(0)", `(${at + 1})`).replaceAll("␀", "\x01").replaceAll("␌", "\f");
    const [, matter, body] = said.match(/^---\n([^]*?)\n---\n([^]*)$/) ?? [undefined, "", said];
    return { name, file: `---\nid: X${at + 1}\nsupports: S1\n${matter}\n---\n${body}\n` };
  });
const paths = vectors.map((_, at) => `actions/x${at + 1}.html`);
/** Pages on which all of the texts come together, or all of their front matter. */
const gathered = ["index.html", "actions/index.html", "outline.html", "people/index.html", "report.html", "timeline.html"];

for (const { html, bypassed } of [
  { html: "sanitize" }, { html: "sanitize", bypassed: true },
  { html: "escape" }, { html: "escape", bypassed: true }, { html: "allow" },
]) {
  describe(`html = "${html}"${bypassed ? ", without the pages' policy" : ""}`, () => {
    const site = siteOf(html);
    test("nothing runs, whatever is touched", async () => {
      const all = bypassed || html === "allow" ? [...paths, ...gathered] : gathered; // what runs without is seen there
      const seen = await visit(site, all, bypassed);
      assertNone(seen.ran.map((which) => `${nameOf(which)}: runs`));
      const reaches = ({ path, address }) => `${path}: reaches out to ${address}`;
      if (html !== "allow") assertNone(seen.reached.map(reaches));
      assertNone(seen.left.map(({ path, address }) => `${path}: leads to ${address} by itself`));
    });
  });
}

describe("a browser that is not protected", () => {
  const site = siteOf("allow");
  test("runs them, which is seen", async () => {
    const names = ["script", "image that fails", "SVG that loads", "details that open", "frame of a document", "link",
      "form of a button", "words under the pointer", "image from elsewhere"];
    const known = paths.filter((_, at) => names.includes(vectors[at].name));
    const seen = await visit(site, known, true);
    const ran = new Set(seen.ran.map(nameOf));
    assertNone(names.slice(0, -1).filter((name) => !ran.has(name)).map((name) => `${name}: does not run`));
    assert(seen.reached.some(({ address }) => address.endsWith("/0.png")), "nothing reaches out");
  });
});

function nameOf(which) {
  return vectors[which - 1]?.name ?? `something that says ${which}`;
}

/** The plan's site, built and served while the tests of a group run. */
function siteOf(html) {
  const site = {};
  const dir = mkdtempSync(join(tmpdir(), "planwright-xss-"));
  before(async () => {
    const write = (path, text) => {
      mkdirSync(join(dir, "plan", path, ".."), { recursive: true });
      writeFileSync(join(dir, "plan", path), text);
    };
    write("plan.toml", `[site]\nhtml = "${html}"\n[checks]\nL = "off"\n[fields.note]\ntype = "text"\n[fields.link]\ntype = "link"\n`);
    write("goals/G1.md", "# Read more\n\nx\n");
    write("strategies/S1.md", "---\nsupports: G1\n---\n# Go\n\nx\n");
    vectors.forEach(({ file }, at) => write(`actions/X${at + 1}.md`, file));
    execFileSync(program, ["build", join(dir, "plan"), "--out", join(dir, "public"), "--theme", "plain", "--today", "2026-11-23"], { stdio: "pipe" });
    Object.assign(site, await serve(readSite(`xss=${join(dir, "public")}`, false), "/", { hosted: false }));
  });
  after(async () => {
    await site.close?.();
    rmSync(dir, { recursive: true, force: true });
  });
  return site;
}

/** Opens pages and touches all that is in them: which vectors `ran`, what was `reached` and where a page `left` for. */
async function visit(site, paths, bypassCSP = false) {
  const seen = { ran: [], reached: [], left: [] };
  const waiting = [...paths];
  await Promise.all(Array.from({ length: 2 * availableParallelism() }, async () => {
    while (waiting.length > 0) {
      await browser.with({ bypassCSP }, async (page) => {
        await page.addInitScript(() => { globalThis.alert = (which) => console.log(`ran ${which}`); });
        page.on("console", (message) => {
          const [, which] = message.text().match(/^ran (\d+)$/) ?? [];
          if (which) seen.ran.push(Number(which));
        });
        page.on("dialog", (dialog) => { seen.ran.push(Number(dialog.message())); return dialog.dismiss().catch(() => {}); });
        let touched = false;
        let path;
        page.on("request", (request) => {
          const address = request.url();
          if (!touched && !address.startsWith(site.base) && !address.startsWith("data:")) seen.reached.push({ path, address });
        });
        page.on("framenavigated", (frame) => {
          const there = frame === page.mainFrame() && frame.url().split("#")[0] !== site.base + path;
          if (there && !touched && !/^(about:blank|chrome-error:)/.test(frame.url())) seen.left.push({ path, address: frame.url() });
        });
        // A page that was led away is given up; else the next is opened in the same window.
        for (path = waiting.shift(); path && !touched; path = waiting.shift()) {
          await page.goto(site.base + path, { timeout: 10_000 }).catch(() => {});
          await page.waitForTimeout(40);
          touched = true;
          await page.evaluate(touch).catch(() => {}); // it may be led away while that is done
          await page.waitForTimeout(20);
          touched = await page.evaluate((wanted) => location.href.split("#")[0] !== wanted, site.base + path).catch(() => true);
          if (touched) break;
        }
      });
    }
  }));
  return seen;
}

/** Runs in the page: does to everything in its text what a reader may do. */
async function touch() {
  const events = ["mouseover", "mouseenter", "mousemove", "mousedown", "mouseup", "pointerover", "pointerenter", "pointerdown",
    "dragstart", "copy", "cut", "paste", "scroll", "keydown", "toggle", "input", "change", "submit"];
  const parts = [...document.querySelectorAll("main *")];
  for (const part of parts) {
    for (const name of events) part.dispatchEvent(new Event(name, { bubbles: true, cancelable: name === "submit" }));
    part.focus?.();
    if (part.tagName === "DETAILS") part.open = true;
  }
  // What leads somewhere comes last; links to other pages of the site are not followed.
  for (const part of parts.filter((part) => part.isConnected)) {
    const href = part.getAttribute("href") ?? part.getAttribute("xlink:href") ?? "";
    const isOurs = part.tagName === "A" && /^(https?:|[^:]*$)/i.test(href.trim());
    if (isOurs) part.addEventListener("click", (event) => event.preventDefault());
    part.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
    await null;
  }
}
