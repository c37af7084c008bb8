// Lighthouse on a phone: the pages that most readers open, served as a web server does.

import { describe, test } from "node:test";
import { launch as launchChrome } from "chrome-launcher";
import lighthouse from "lighthouse";
import { assertNone, at, kinds, quiet, serve, sites } from "./site.mjs";

const wanted = 95; // of 100
const categories = ["performance", "accessibility", "best-practices"]; // pages are not to be found by search engines
const looked = ["home", "item", "timeline"];

for (const site of sites) {
  describe(`${site.name}, Lighthouse`, () => {
    for (const kind of looked) {
      const paths = kinds(site).get(kind);
      test(kind, { skip: !paths && `no page of the kind ${kind}` }, async (t) => {
        const server = await serve(site, "/");
        t.after(() => server.close());
        const chrome = await launchChrome({
          chromePath: process.env.CHROMIUM ?? "/usr/bin/chromium", chromeFlags: ["--headless=new", ...quiet],
        });
        t.after(() => chrome.kill());
        const path = paths.at(-1);
        const problems = await best(() => measure(t, at(server.base, path), path, chrome.port));
        assertNone(problems);
      });
    }
  });
}

/** The best of three measures: a busy machine takes from a page's speed, nothing adds to it. */
async function best(measure) {
  let problems;
  for (let tries = 0; tries < 3 && problems?.length !== 0; tries++) problems = await measure();
  return problems;
}

async function measure(t, url, path, port) {
  const { lhr } = await lighthouse(url, { port, onlyCategories: categories, logLevel: "error" });
  if (lhr.runtimeError) return [`${path}: ${lhr.runtimeError.message}`];
  const scores = categories.map((name) => [name, Math.round(lhr.categories[name].score * 100)]);
  t.diagnostic(`${path}: ${scores.map(([name, score]) => `${name} ${score}`).join(", ")}`);
  return scores.filter(([, score]) => score < wanted).map(([name, score]) =>
    `${path}: ${name} is ${score}, must be ${wanted}: ${reasons(lhr, name).join("; ")}`);
}

/** The audits that cost the category points, the worst first. */
function reasons(lhr, name) {
  return lhr.categories[name].auditRefs
    .map(({ id, weight }) => ({ ...lhr.audits[id], cost: weight * (1 - (lhr.audits[id].score ?? 1)) }))
    .filter(({ cost }) => cost > 0)
    .sort((a, b) => b.cost - a.cost)
    .slice(0, 5)
    .map(({ title, displayValue, details }) => {
      const places = details?.items?.slice(0, 2).map((item) => item.node?.selector ?? item.description ?? item.url);
      return [title, displayValue, ...(places ?? [])].filter(Boolean).join(", ");
    });
}
