// A built site as the tests see it: its files, its pages by kind, a server and a browser for it.
// SITES names the sites to look at: name=folder, several with colons between.

import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { dirname, extname, join, resolve, sep } from "node:path";
import { pathToFileURL } from "node:url";
import { Parser } from "htmlparser2";
import { chromium } from "playwright-core";

export const widths = [320, 390, 1280, 1920];

export const sites = (process.env.SITES ?? "").split(":").filter(Boolean).map(readSite);
assert(sites.length > 0, "set SITES to the built sites, as in SITES=sample=/tmp/public");

/** Reads `name=folder`. Paths in it are relative to the folder and use slashes. */
function readSite(entry) {
  const [name, folder] = entry.split("=");
  assert(folder && existsSync(join(folder, "index.html")), `SITES: "${entry}" names no folder with an index.html`);
  const dir = resolve(folder);
  const files = readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile())
    .map((file) => join(file.parentPath ?? file.path, file.name).slice(dir.length + 1).split(sep).join("/"))
    .sort();
  const pages = files.filter((path) => path.endsWith(".html")).map((path) => readPage(dir, path));
  return { name, dir, files: new Set(files), pages, base: pathToFileURL(dir + sep).href };
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

/** Pages of each kind to look at closely, as a Map of kind to paths: the largest of each folder, and two smaller ones. */
export function kinds(site) {
  const chosen = new Map();
  for (const page of site.pages.filter((page) => !page.redirect && !page.rooted)) {
    if (!chosen.has(page.kind)) chosen.set(page.kind, []);
    chosen.get(page.kind).push(page);
  }
  for (const [kind, pages] of chosen) {
    pages.sort((a, b) => a.size - b.size);
    const largest = new Map(pages.map(({ path }) => [dirname(path), path])).values();
    chosen.set(kind, [...new Set([pages[0].path, pages[pages.length >> 1].path, ...largest])]);
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
  ".html": "text/html; charset=utf-8", ".css": "text/css", ".js": "text/javascript", ".json": "application/json",
  ".svg": "image/svg+xml", ".png": "image/png", ".jpg": "image/jpeg", ".webp": "image/webp", ".ico": "image/x-icon",
};

/** Serves the folder at `prefix` (which ends with a slash) of a free local port, and nothing elsewhere. */
export async function serve(site, prefix) {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
    const wanted = path.startsWith(prefix) ? path.slice(prefix.length) : undefined;
    const file = wanted === "" || wanted?.endsWith("/") ? `${wanted}index.html` : wanted;
    const found = site.files.has(file);
    response.writeHead(found ? 200 : 404, {
      "Content-Type": types[extname(found ? file : path)] ?? "application/octet-stream",
      "Content-Security-Policy": policy,
    });
    const instead = !found && /\/$|\.html$/.test(path) && site.files.has("404.html") ? "404.html" : undefined;
    response.end(found || instead ? readFileSync(join(site.dir, instead ?? file)) : "");
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  const close = () => new Promise((closed) => { server.close(closed); server.closeAllConnections(); });
  return { base: `http://127.0.0.1:${server.address().port}${prefix}`, close };
}

/** The address of a file of the site whose folder or server is at `base`. */
export function at(base, path) {
  return base + path.split("/").map(encodeURIComponent).join("/");
}

export function launch() {
  const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
  assert(existsSync(executablePath), `no browser at ${executablePath}; set CHROMIUM`);
  return chromium.launch({
    executablePath,
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
      "--disable-background-networking", "--disable-component-update", "--disable-sync"],
  });
}

/** Opens what is folded in the text, so that a test sees all of the page. */
export function unfold(page) {
  return page.evaluate(() => {
    for (const fold of document.querySelectorAll("main details")) fold.open = true;
  });
}
