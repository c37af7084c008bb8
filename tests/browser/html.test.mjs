// Every page is valid HTML.

import { join } from "node:path";
import { describe, test } from "node:test";
import { HtmlValidate, StaticConfigLoader } from "html-validate";
import { all, assertNone } from "./site.mjs";

const validator = new HtmlValidate(new StaticConfigLoader({
  root: true,
  extends: ["html-validate:standard", "html-validate:document", "html-validate:a11y"],
  rules: {
    "require-sri": "off", // no file comes from another server
  },
}));

for (const site of all) {
  describe(`${site.name}, HTML`, () => {
    test("every page is valid", () => {
      const problems = [];
      for (const { path } of site.pages) {
        const report = validator.validateFileSync(join(site.dir, path));
        for (const found of report.results.flatMap((result) => result.messages)) {
          problems.push(`${path}:${found.line}:${found.column} ${found.selector ?? ""}: ${found.message} (${found.ruleId})`);
        }
      }
      assertNone(problems);
    });

    test("every page says of what kind it is", () => {
      const silent = site.pages.filter((page) => !page.redirect && !page.kind);
      assertNone(silent.map((page) => `${page.path} <body>: no data-page`));
    });
  });
}
