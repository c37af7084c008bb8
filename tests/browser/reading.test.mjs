// All of a page can be read: without JavaScript, narrow, enlarged, from right to left, in the system's own colours.

import { describe } from "node:test";
import { all, at, browserFor, eachKind, unfold } from "./site.mjs";

const browser = browserFor();
const largePrint = browserFor(["--blink-settings=defaultFontSize=32"]);

/** Windows to read in; `zoom` is the browser's own, of a window of 1280 px. */
const windows = [
  { width: 1280 }, { width: 320 }, { width: 390 }, { width: 1280, zoom: 2 }, { width: 1920 }, { width: 3440 },
];

for (const site of all) {
  describe(`${site.name}, without JavaScript`, () => {
    eachKind(site, async (path) => {
      const spoken = await browser.with({}, async (page) => {
        await page.goto(at(site.base, path));
        await unfold(page);
        await page.locator("button[data-action]").evaluateAll((buttons) => buttons.forEach((button) => button.remove()));
        return page.evaluate(words);
      });
      return browser.with({ javaScriptEnabled: false }, async (page) => {
        await page.goto(at(site.base, path));
        await unfold(page);
        const lost = missing(spoken, await page.evaluate(words));
        const dead = await page.locator("button[data-action]:visible, form[hidden]:visible").count();
        const painted = await isPainted(page);
        return [
          ...(lost ? [`${path} <main>: without JavaScript it no longer says ${lost}`] : []),
          ...(spoken.length === 0 ? [`${path} <main>: says nothing`] : []),
          ...(dead ? [`${path} button[data-action]: ${dead} shown that can do nothing`] : []),
          ...(painted ? [] : [`${path} <body>: nothing is painted`]),
        ];
      });
    });
  });

  describe(`${site.name}, read whole in every window`, () => {
    eachKind(site, (path) => browser.with({}, async (page) => {
      await page.goto(at(site.base, path));
      await unfold(page);
      const problems = [];
      let said;
      for (const { width, zoom = 1 } of windows) {
        await page.setViewportSize({ width: width / zoom, height: 900 / zoom });
        const where = `${path} at ${width} px${zoom > 1 ? `, zoom ${zoom * 100} %` : ""}`;
        const now = await page.evaluate(words);
        said ??= now;
        problems.push(...await faults(page, where));
        const lost = missing(said, now);
        if (lost) problems.push(`${where}, <main>: no longer says ${lost}`);
      }
      return problems;
    }));
  });

  describe(`${site.name}, read with letters twice as large`, () => {
    eachKind(site, (path) => largePrint.with({ viewport: { width: 1280, height: 900 } }, async (page) => {
      await page.goto(at(site.base, path));
      await unfold(page);
      const size = await page.evaluate(() => parseFloat(getComputedStyle(document.body).fontSize));
      return [
        ...(size >= 32 ? [] : [`${path} <body>: a reader who asks for letters of 32 px gets ${size} px`]),
        ...await faults(page, `${path} in large print`),
      ];
    }));
  });

  describe(`${site.name}, in the system's own colours`, () => {
    eachKind(site, (path) => browser.with({ forcedColors: "active" }, async (page) => {
      await page.goto(at(site.base, path));
      await unfold(page);
      return (await page.evaluate(unseen)).map((reason) => `${path} in forced colours, ${reason}`);
    }));
  });

  describe(`${site.name}, at rest for those who ask for it`, () => {
    eachKind(site, (path) => browser.with({}, async (page) => {
      await page.goto(at(site.base, path));
      return (await page.evaluate(moving)).map((reason) => `${path} with reduced motion, ${reason}`);
    }));
  });

  describe(`${site.name}, from the side where its language begins`, () => {
    eachKind(site, (path) => browser.with({ viewport: { width: 1280, height: 900 } }, async (page) => {
      await page.goto(at(site.base, path));
      return (await page.evaluate(misdirected)).map((reason) => `${path} ${reason}`);
    }));
  });
}

/** Whether something is painted in the end; a busy machine takes its time. */
async function isPainted(page) {
  for (let looks = 0; looks < 100; looks++) {
    if (await page.evaluate(() => performance.getEntriesByName("first-contentful-paint").length)) return true;
    await page.waitForTimeout(100);
  }
  return false;
}

/** What is wrong with a page in the window it is in. */
async function faults(page, where) {
  const problems = await page.evaluate(overlaps);
  const wide = await page.evaluate(widestBeyondWindow);
  return [...problems, ...(wide ? [wide] : [])].map((reason) => `${where}, ${reason}`);
}

/** The words of `before` that `after` has not, a few of them; nothing if it has all. */
function missing(before, after) {
  const has = new Set(after);
  const lost = [...new Set(before)].filter((word) => !has.has(word));
  return lost.length ? lost.slice(0, 8).map((word) => `"${word}"`).join(" ") + (lost.length > 8 ? " …" : "") : undefined;
}

/** Runs in the page: the words of its main part, but for those of forms, which scripts bring, and of decoration. */
function words() {
  const drawn = "figure, .connections, .month :is(.out, .free)"; // a list or table says the same in words
  const said = [];
  const walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    const aside = element.closest("search, form, noscript, script, style, [aria-hidden='true'], svg, " + drawn);
    if (!aside && element.checkVisibility({ visibilityProperty: true })) said.push(...node.data.trim().split(/\s+/));
  }
  return said.filter(Boolean);
}

/** Runs in the page: the outermost element that makes the page scroll sideways; null if none does. */
function widestBeyondWindow() {
  const room = document.documentElement.clientWidth;
  if (document.scrollingElement.scrollWidth <= room) return null;
  const clipped = (element) => {
    for (let box = element.parentElement; box !== document.body; box = box.parentElement) {
      if (getComputedStyle(box).overflowX !== "visible") return true;
    }
    return false;
  };
  const reaches = (element) => {
    const { left, right, width } = element.getBoundingClientRect();
    return width > 0 && (right > room + 0.5 || left < -0.5) && !clipped(element);
  };
  const culprit = [...document.body.querySelectorAll("*")].find(reaches);
  const tag = (culprit ?? document.body).cloneNode(false).outerHTML.split("></")[0];
  return `${tag}>: the page is ${document.scrollingElement.scrollWidth} px wide, the window ${room}`;
}

/** Runs in the page: lines of text that lie on one another, or that their box cuts off. */
function overlaps() {
  const problems = [];
  const name = (element) => `<${element.tagName.toLowerCase()} class="${element.getAttribute("class") ?? ""}">`;
  const cuts = new Map(); // what of an element's place its ancestors let through
  const opening = (element) => {
    if (!element || element === document.documentElement) return undefined;
    if (!cuts.has(element)) {
      const style = getComputedStyle(element);
      const outer = style.position === "fixed" ? undefined : opening(element.parentElement);
      const closed = style.overflowX !== "visible" && element !== document.body || style.clipPath.startsWith("inset");
      const own = closed ? element.getBoundingClientRect() : undefined;
      const gone = style.clipPath === "inset(50%)";
      cuts.set(element, gone ? { left: 0, right: 0, top: 0, bottom: 0 } : !own ? outer : !outer ? own : {
        left: Math.max(own.left, outer.left), right: Math.min(own.right, outer.right),
        top: Math.max(own.top, outer.top), bottom: Math.min(own.bottom, outer.bottom),
      });
    }
    return cuts.get(element);
  };
  const lines = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (!node.data.trim() || !element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
    if (element.closest("title, desc, select, .skip, [popover]:popover-open")) continue;
    if (element.getBoundingClientRect().width === 0) continue; // of a drawing, in a group that is not shown
    const open = opening(element);
    range.selectNodeContents(node);
    for (const { left, right, top, bottom } of range.getClientRects()) {
      const line = {
        left: Math.max(left, open?.left ?? left) + 1, right: Math.min(right, open?.right ?? right) - 1,
        top: Math.max(top, open?.top ?? top), bottom: Math.min(bottom, open?.bottom ?? bottom),
        node, element, text: node.data.trim(),
      };
      const slack = (bottom - top) * 0.22; // letters do not fill the height of their line
      line.top += slack;
      line.bottom -= slack;
      if (line.right > line.left && line.bottom > line.top) lines.push(line);
    }
    const style = getComputedStyle(element);
    const cut = style.textOverflow !== "ellipsis" && /hidden|clip/.test(style.overflowX) && style.clipPath === "none"
      && element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 1;
    if (cut) problems.push(`${name(element)}: cuts off its text "${node.data.trim().slice(0, 40)}"`);
  }
  lines.sort((a, b) => a.top - b.top);
  const current = [];
  for (const line of lines) {
    for (let i = current.length - 1; i >= 0; i--) if (current[i].bottom <= line.top) current.splice(i, 1);
    const other = current.find((other) => other.node !== line.node && other.left < line.right && line.left < other.right);
    if (other && problems.length < 5) {
      problems.push(`${name(line.element)} "${line.text.slice(0, 40)}": lies on ${name(other.element)} "${other.text.slice(0, 40)}"`);
    }
    current.push(line);
  }
  return problems;
}

/** Runs in the page, in forced colours: marks and lines that vanish in the background. */
function unseen() {
  const problems = [];
  const probe = document.body.appendChild(document.createElement("i"));
  probe.style.cssText = "background: Canvas; forced-color-adjust: none";
  const canvas = getComputedStyle(probe).backgroundColor;
  probe.remove();
  const nothing = new Set([canvas, "rgba(0, 0, 0, 0)", "none"]);
  for (const element of document.querySelectorAll("main .mark")) {
    const mark = getComputedStyle(element, "::before");
    const inked = !nothing.has(mark.backgroundColor) || mark.backgroundImage !== "none"
      || (parseFloat(mark.borderTopWidth) > 0 || parseFloat(mark.borderInlineStartWidth) > 0) && !nothing.has(mark.borderTopColor);
    if (mark.content !== "none" && !inked) problems.push(`.${element.className}: its mark is not seen`);
  }
  for (const shape of document.querySelectorAll("main svg :is(rect, path, circle, line, polygon, polyline, text)")) {
    const { fill, stroke, strokeWidth } = getComputedStyle(shape);
    const { width, height } = shape.getBoundingClientRect();
    const drawn = !nothing.has(fill) || !nothing.has(stroke) && parseFloat(strokeWidth) > 0;
    const meant = (width || height) && !shape.closest("defs, clipPath, mask, pattern, [data-backdrop]");
    if (meant && !drawn) problems.push(`<${shape.tagName} class="${shape.getAttribute("class") ?? ""}"> of a drawing is not seen`);
  }
  for (const link of document.querySelectorAll("header nav [aria-current]")) {
    if (!link.checkVisibility()) continue;
    const { borderBottomWidth, borderBottomColor } = getComputedStyle(link);
    const marked = parseFloat(borderBottomWidth) > 0 && !nothing.has(borderBottomColor);
    if (!marked && getComputedStyle(link).fontWeight < 600) problems.push(`nav [aria-current]: the current page is not marked`);
  }
  return [...new Set(problems)].slice(0, 10);
}

/** Runs in the page, with reduced motion: what moves all the same. */
function moving() {
  const problems = document.getAnimations().map((animation) => `${animation.effect.target.outerHTML.slice(0, 80)}: is animated`);
  if (getComputedStyle(document.documentElement).scrollBehavior === "smooth") problems.push("<html>: scrolls smoothly");
  for (const element of document.querySelectorAll("body, body *")) {
    const { transitionDuration, animationName } = getComputedStyle(element);
    if (/[1-9]/.test(transitionDuration) || animationName !== "none") problems.push(`${element.outerHTML.slice(0, 80)}: moves`);
  }
  return problems.slice(0, 10);
}

/** Runs in the page: whether the frame and titles stand on the side where the language begins. */
function misdirected() {
  const { lang, dir } = document.documentElement;
  const wanted = /^(ar|fa|he|ur)\b/.test(lang) ? "rtl" : "ltr";
  if (dir !== wanted) return [`<html lang="${lang}" dir="${dir}">: must be ${wanted}`];
  const problems = [];
  const gap = (box) => (wanted === "rtl" ? document.documentElement.clientWidth - box.right : box.left);
  const range = document.createRange();
  const title = document.querySelector("main h1");
  range.selectNodeContents(title);
  const [first] = [...range.getClientRects()].filter(({ width }) => width > 1);
  const home = document.querySelector("header a");
  if (gap(home.getBoundingClientRect()) > innerWidth / 2) problems.push("<header>: does not begin on the side of its language");
  if (first && gap(first) > innerWidth / 2) problems.push("<h1>: does not begin on the side of its language");
  return problems;
}
