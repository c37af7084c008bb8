// A built site as the tests see it: its files, its pages by kind, a server and a browser for it.
// SITES names the sites to look at: name=folder, several with colons between. VARIANTS names, in the same way, the
// same plans in another theme or language: there one page of each kind stands for all.

import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { availableParallelism } from "node:os";
import { dirname, extname, join, resolve, sep } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { Parser } from "htmlparser2";
import { chromium } from "playwright-core";

export const sites = read("SITES", false);
export const variants = read("VARIANTS", true);
export const all = [...sites, ...variants];
assert(sites.length > 0, "set SITES to the built sites, as in SITES=sample=/tmp/public");

function read(variable, variant) {
  return (process.env[variable] ?? "").split(":").filter(Boolean).map((entry) => readSite(entry, variant));
}

/** Reads `name=folder`. Paths in it are relative to the folder and use slashes. */
export function readSite(entry, variant) {
  const [name, folder] = entry.split("=");
  assert(folder && existsSync(join(folder, "index.html")), `SITES: "${entry}" names no folder with an index.html`);
  const dir = resolve(folder);
  const files = readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile())
    .map((file) => join(file.parentPath ?? file.path, file.name).slice(dir.length + 1).split(sep).join("/"))
    .sort();
  const pages = files.filter((path) => path.endsWith(".html")).map((path) => readPage(dir, path));
  return { name, variant, dir, files: new Set(files), pages, base: pathToFileURL(dir + sep).href };
}

/**
 * A page's kind (`<body data-page>`), if it only leads elsewhere, where to, and whether it works at the root of a
 * server only, as the page for what is not there does: it is shown at any address.
 */
function readPage(dir, path) {
  const html = readFileSync(join(dir, path), "utf8");
  const page = { path, size: html.length, kind: undefined, redirect: undefined, rooted: false };
  new Parser({
    onopentag(tag, attributes) {
      if (tag === "body") page.kind = attributes["data-page"];
      if (tag === "link" && attributes.rel === "stylesheet") page.rooted ||= attributes.href.startsWith("/");
      if (tag === "meta") page.redirect ??= refreshTarget(attributes);
    },
  }).end(html);
  return page;
}

/** Where `<meta http-equiv="refresh">` leads; nothing for any other `<meta>`. */
export function refreshTarget(attributes) {
  const refreshes = attributes["http-equiv"]?.toLowerCase() === "refresh";
  return refreshes ? attributes.content?.match(/url=(.*)/i)?.[1].trim() : undefined;
}

/**
 * Pages of each kind to look at closely, as a Map of kind to paths: the largest of each folder, and two smaller ones;
 * of a variant the largest alone.
 */
export function kinds(site) {
  const chosen = new Map();
  for (const page of site.pages.filter((page) => !page.redirect && !page.rooted)) {
    if (!chosen.has(page.kind)) chosen.set(page.kind, []);
    chosen.get(page.kind).push(page);
  }
  for (const [kind, pages] of chosen) {
    pages.sort((a, b) => a.size - b.size);
    const largest = new Map(pages.map(({ path }) => [dirname(path), path])).values(); // the last of a folder stays
    const some = site.variant ? [] : [pages[0].path, pages[pages.length >> 1].path, ...largest];
    chosen.set(kind, [...new Set([...some, pages.at(-1).path])]);
  }
  return chosen;
}

/** Fails with the problems as its message, one a line; each says page, place and reason. */
export function assertNone(found) {
  const problems = [...new Set(found)];
  if (problems.length === 0) return;
  const [shown, rest] = [problems.slice(0, 40), problems.length - 40];
  if (rest > 0) shown.push(`… and ${rest} more`);
  const error = new Error(`problems: ${problems.length}\n${shown.join("\n")}`);
  error.stack = error.message; // where this function was called says nothing about the page
  throw error;
}

/** The policy a careful host would set: nothing inline, nothing from elsewhere. */
const policy = "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'";

const types = {
  ".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".svg": "image/svg+xml", ".png": "image/png", ".jpg": "image/jpeg", ".webp": "image/webp", ".ico": "image/x-icon",
};

/**
 * Serves the folder at `prefix` (which ends with a slash) of a free local port, and nothing elsewhere; without a policy
 * of the host's, that of the pages holds alone.
 */
export async function serve(site, prefix, { hosted = true } = {}) {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
    const wanted = path.startsWith(prefix) ? path.slice(prefix.length) : undefined;
    const file = wanted === "" || wanted?.endsWith("/") ? `${wanted}index.html` : wanted;
    const found = site.files.has(file);
    const zipped = found && /\bgzip\b/.test(request.headers["accept-encoding"]) && /\.(html|css|js|json|svg)$/.test(file);
    response.writeHead(found ? 200 : 404, {
      "Content-Type": types[extname(found ? file : path)] ?? "application/octet-stream",
      ...(hosted && { "Content-Security-Policy": policy }),
      ...(zipped && { "Content-Encoding": "gzip" }),
    });
    const instead = !found && /\/$|\.html$/.test(path) && site.files.has("404.html") ? "404.html" : undefined;
    const body = found || instead ? readFileSync(join(site.dir, instead ?? file)) : "";
    response.end(zipped ? gzipSync(body) : body);
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  const close = () => new Promise((closed) => { server.close(closed); server.closeAllConnections(); });
  return { base: `http://127.0.0.1:${server.address().port}${prefix}`, close };
}

/** The address of a file of the site whose folder or server is at `base`. */
export function at(base, path) {
  return base + path.split("/").map(encodeURIComponent).join("/");
}

export function launch(args = []) {
  const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
  assert(existsSync(executablePath), `no browser at ${executablePath}; set CHROMIUM`);
  return chromium.launch({ executablePath, args: [...quiet, ...args] });
}

/** What keeps a browser from doing anything of its own. */
export const quiet = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
  "--disable-background-networking", "--disable-component-update", "--disable-sync"];

/** A browser for the tests of a file: `with(options, use)` gives `use` a new page, and closes it. */
export function browserFor(args = []) {
  let browser;
  before(async () => { browser = await launch(args); });
  after(() => browser.close());
  return {
    async with(options, use) {
      const page = await browser.newPage({ reducedMotion: "reduce", ...options });
      try {
        return await use(page);
      } finally {
        await page.close();
      }
    },
  };
}

/** A test for each kind of page: `look(path)` gives what is wrong with one page of it. Several are looked at at once. */
export function eachKind(site, look) {
  for (const [kind, paths] of kinds(site)) {
    test(kind, async () => {
      const waiting = [...paths];
      const problems = [];
      await Promise.all(Array.from({ length: 2 * availableParallelism() }, async () => {
        for (let path = waiting.shift(); path; path = waiting.shift()) problems.push(...await look(path));
      }));
      assertNone(problems.sort());
    });
  }
}

/** Opens what is folded in the text, so that a test sees all of the page. */
export function unfold(page) {
  return page.evaluate(() => {
    for (const fold of document.querySelectorAll("main details")) fold.open = true;
  });
}
