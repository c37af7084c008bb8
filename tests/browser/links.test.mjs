// The folder is whole: every link resolves in it, and every page can be reached. Nothing is served.

import { readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { describe, test } from "node:test";
import { string, tokenize, tokenTypes, url } from "css-tree";
import { Parser } from "htmlparser2";
import { all, assertNone, refreshTarget } from "./site.mjs";

for (const site of all) {
  describe(`${site.name}, links`, () => {
    test("every link of every page resolves inside the folder", () => {
      const problems = [];
      for (const { path } of site.pages) {
        for (const link of linksOfPage(site, path)) {
          const { reason } = follow(site, path, link);
          if (reason) problems.push(`${path}:${link.line} <${link.tag} ${link.name}="${link.value}">: ${reason}`);
        }
      }
      assertNone(problems);
    });

    test("every link of every style sheet resolves inside the folder", () => {
      const problems = [];
      for (const path of [...site.files].filter((path) => path.endsWith(".css"))) {
        for (const link of linksOfCss(readFileSync(join(site.dir, path), "utf8"))) {
          const { reason } = follow(site, path, link);
          if (reason) problems.push(`${path}:${link.line} "${link.value}": ${reason}`);
        }
      }
      assertNone(problems);
    });

    test("every page can be reached from index.html", () => {
      const reached = new Set(["index.html"]);
      for (const path of reached) {
        if (!path.endsWith(".html")) continue;
        for (const link of linksOfPage(site, path)) {
          const target = ["a", "meta"].includes(link.tag) && follow(site, path, link).path;
          if (target) reached.add(target);
        }
      }
      const lost = site.pages.filter(({ path, redirect }) => !redirect && path !== "404.html" && !reached.has(path));
      assertNone(lost.map(({ path }) => `${path}: no chain of links from index.html leads here`));
    });
  });
}

/** Every address that a page holds: { tag, name of the attribute, value, line }. */
function linksOfPage(site, path) {
  const html = readFileSync(join(site.dir, path), "utf8");
  const links = [];
  let [line, counted] = [1, 0];
  const parser = new Parser({
    onopentag(tag, attributes) {
      for (; counted < parser.startIndex; counted++) if (html[counted] === "\n") line++;
      for (const [name, value] of addressesOf(tag, attributes)) links.push({ tag, name, value, line });
    },
  });
  parser.end(html);
  return links;
}

/** The addresses in the attributes of one element: pairs of attribute and address. */
function addressesOf(tag, attributes) {
  if (tag === "meta") return [["content", refreshTarget(attributes)]].filter(([, target]) => target !== undefined);
  if (tag === "link" && attributes.rel === "canonical") return []; // says where the page is, and leads nowhere
  return Object.entries(attributes).flatMap(([name, value]) => {
    if (/^(href|xlink:href|src|poster|action|formaction)$/.test(name)) return [[name, value]];
    if (name === "data" && tag === "object") return [[name, value]];
    if (/srcset$/.test(name)) return value.trim().split(/,\s+/).map((candidate) => [name, candidate.split(/\s/)[0]]);
    if (name === "style" || /^url\(/i.test(value)) return linksOfCss(value).map((link) => [name, link.value]);
    return [];
  });
}

/** What a style sheet fetches: url(…) wherever it stands, and @import "…". */
function linksOfCss(css) {
  const links = [];
  let awaitsString = false;
  tokenize(css, (type, start, end) => {
    const text = css.slice(start, end);
    const add = (value) => links.push({ value, line: css.slice(0, start).split("\n").length });
    if (type === tokenTypes.Url) add(url.decode(text));
    if (type === tokenTypes.String && awaitsString) add(string.decode(text));
    if (type !== tokenTypes.WhiteSpace && type !== tokenTypes.Comment) awaitsString = /^(url\(|@import)$/i.test(text);
  });
  return links;
}

/** Where a link in the file `from` leads: { path } in the site, {} in the web, or { reason } why it must not. */
function follow(site, from, { tag, value }) {
  if (tag === "a" && /^(https?:\/\/|mailto:)./i.test(value)) return {};
  if (/^data:/i.test(value)) return {};
  if (/^([a-z][a-z0-9+.-]*:|\/\/)/i.test(value)) return { reason: "leaves the site" };
  if (value.startsWith("/") && from !== "404.html") return { reason: "is not relative" };
  let [target, fragment = ""] = value.replace(/^\//, "").split("#"); // 404.html is shown at any address
  try {
    [target, fragment] = [decodeURIComponent(target.split("?")[0]), decodeURIComponent(fragment)];
  } catch {
    return { reason: "is not a well-formed address" };
  }
  const path = target === "" ? from : posix.join(posix.dirname(from), target);
  if (path.startsWith("..")) return { reason: "leads out of the folder" };
  if (!site.files.has(path)) return { reason: `there is no file ${path}` };
  if (/\.(html|svg)$/.test(path) && fragment && !idsOf(site, path).has(fragment)) {
    return { reason: `${path} has no id "${fragment}"` };
  }
  return { path };
}

const known = new Map();

/** The ids of a page or drawing, which a fragment may name. */
function idsOf(site, path) {
  const file = join(site.dir, path);
  if (!known.has(file)) {
    const ids = new Set();
    new Parser({ onopentag: (_, { id }) => ids.add(id) }).end(readFileSync(file, "utf8"));
    known.set(file, ids);
  }
  return known.get(file);
}
