// The report, printed: a document that could be handed to a council. Accents of a plan can be read.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { assertNone, at, launch, sites } from "./site.mjs";

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

for (const site of sites.filter((site) => site.files.has("report.html"))) {
  describe(`${site.name}, the report on paper`, () => {
    const folder = mkdtempSync(join(tmpdir(), "report-"));
    const file = join(folder, "report.pdf");
    let pages, chapters;
    before(async () => {
      const page = await browser.newPage({ reducedMotion: "reduce" });
      await page.goto(at(site.base, "report.html"));
      chapters = await page.locator(".chapter").evaluateAll((all) => all.map((one) => one.querySelector("h2 > a, h2")?.textContent.trim()));
      await page.pdf({ path: file, format: "A4", preferCSSPageSize: true });
      await page.close();
      pages = textOf(file);
    });
    after(() => rmSync(folder, { recursive: true }));

    test("has no blank page", () => {
      assert(pages.length > 1, `${pages.length} pages`);
      const blank = pages.flatMap((text, at) => (words(text) < 8 ? [`page ${at + 1}: "${text.trim()}"`] : []));
      assertNone(blank);
    });

    test("numbers its pages", () => {
      const shown = pages.map((text) => text.match(/(\d+) \/ (\d+)\s*$/)?.slice(1).map(Number));
      const wrong = shown.flatMap((numbers, at) => {
        const right = numbers?.[0] === at + 1 && numbers?.[1] === pages.length;
        return right || at === 0 ? [] : [`page ${at + 1} says ${numbers}`]; // a cover may have none
      });
      assertNone(wrong);
    });

    test("begins each chapter on a new page", () => {
      const lost = chapters.filter((title) => {
        const start = title.split(/\s+/).slice(0, 2).join(" ");
        return !pages.some((text) => text.split("\n").slice(0, 16).some((line) => line.trim().startsWith(start)));
      });
      assertNone(lost.map((title) => `${title}: begins no page`));
    });

    test("leaves no heading alone at the foot of a page", async () => {
      const page = await browser.newPage({ reducedMotion: "reduce" });
      await page.goto(at(site.base, "report.html"));
      const titles = await page.locator(".report :is(h2, h3, h4, h5)").allTextContents();
      const glance = await page.locator("#glance").textContent();
      await page.close();
      const heads = new Set(titles.map((title) => title.replace(/\s+/g, " ").trim()));
      const start = pages.findLastIndex((text) => text.split("\n").slice(0, 8).some((line) => line.trim() === glance));
      assert(start > 0, `no page begins with ${glance}`); // before it there are the cover and the contents
      const alone = pages.flatMap((text, at) => {
        if (at < start) return [];
        const lines = text.split("\n").map((line) => line.replace(/\s+/g, " ").trim()).filter(Boolean);
        const last = lines.at(-2) ?? ""; // the last one is the page's number
        return heads.has(last) ? [`page ${at + 1} ends with "${last}"`] : [];
      });
      assertNone(alone);
    });

    test("shows ids and no addresses", () => {
      const addresses = pages.flatMap((text, at) => [...text.matchAll(/\S+\.html\S*|file:\S+/g)].map(([it]) => `page ${at + 1}: ${it}`));
      assertNone(addresses);
    });
  });
}

describe("accents", () => {
  const site = sites[0];
  const accents = ["#0b6e6e", "#ffff00", "#00ff00", "#0000ff", "#ff0000", "#000000", "#ffffff", "#ff69b4", "#808080"];
  for (const colorScheme of ["light", "dark"]) {
    test(`are legible in ${colorScheme}, whatever was chosen`, async () => {
      const page = await browser.newPage({ colorScheme });
      await page.goto(at(site.base, "index.html"));
      const poor = [];
      for (const accent of accents) {
        const [ink, thread] = await page.evaluate(contrasts, accent);
        if (ink < 4.5) poor.push(`${accent} as ink: ${ink.toFixed(2)}`);
        if (thread < 3) poor.push(`${accent} as a line: ${thread.toFixed(2)}`);
      }
      await page.close();
      assertNone(poor);
    });
  }
});

/** Runs in the page: how the accent stands out from the paper, as ink and as a line. */
function contrasts(accent) {
  document.documentElement.style.setProperty("--accent", accent);
  const canvas = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  const luminance = (name) => {
    const probe = document.body.appendChild(document.createElement("i"));
    probe.style.color = `var(${name})`;
    canvas.fillStyle = getComputedStyle(probe).color;
    probe.remove();
    canvas.fillRect(0, 0, 1, 1);
    const [r, g, b] = [...canvas.getImageData(0, 0, 1, 1).data].map((value) => {
      const share = value / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const paper = luminance("--paper");
  return ["--accent-ink", "--thread"].map((name) => {
    const [dark, light] = [luminance(name), paper].sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
  });
}

/** The text of each page. */
function textOf(file) {
  const out = execFileSync("pdftotext", ["-layout", file, "-"], { encoding: "utf8", maxBuffer: 1 << 26 });
  return out.split("\f").slice(0, -1);
}

function words(text) {
  return text.split(/\s+/).filter((word) => /\p{L}/u.test(word)).length;
}
