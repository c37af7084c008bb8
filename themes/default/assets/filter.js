// Filters the rows of an outline, a listing or the problems, and keeps the
// filter in the address, so that a filtered page can be sent to somebody.
//
// <search data-filter="id of the container">: "q" looks into the text of the
// elements marked data-row; any other field into their data attribute, else
// their cell, of that name. A row stays visible when a row inside it does; a
// data-group disappears with its last row. "data-count" says how many of how
// many are shown, with {count} and {of} in their places.
(function () {
  const form = document.querySelector("[data-filter]");
  if (!form) return;
  const output = form.querySelector("output");
  const fields = Array.from(form.querySelectorAll("[name]"));
  const folds = new Map();
  const language = document.documentElement.lang || undefined;
  const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const show = (number) => number.toLocaleString(language);
  const compare = new Intl.Collator(language, { numeric: true }).compare;

  let container;
  let rows;
  let groups;
  let texts;

  // A row's own part, without the rows inside it.
  const own = (row) => row.querySelector(":scope > .node") || row;

  // What a row says to a field: a due date counts by its year.
  function value(row, name) {
    if (name === "due") return (own(row).querySelector("time")?.dateTime ?? "").slice(0, 4);
    return row.dataset[name] ?? own(row).querySelector(`.${name}`)?.textContent.trim() ?? "";
  }

  // A field offers what its rows say, and what is chosen; one without a choice
  // is left out.
  function offer(field) {
    const chosen = field.value;
    const values = new Set([...rows.map((row) => value(row, field.name)), chosen]);
    values.delete("");
    const options = Array.from(values).sort(compare).map((text) => new Option(text, text, false, text === chosen));
    for (const option of options) option.dataset.added = "";
    for (const old of field.querySelectorAll("[data-added]")) old.remove();
    field.append(...options);
    field.parentElement.hidden = values.size === 0;
  }

  function look() {
    container = document.getElementById(form.dataset.filter);
    rows = Array.from(container.querySelectorAll("[data-row]"));
    groups = Array.from(container.querySelectorAll("[data-group]"));
    texts = new Map(rows.map((row) => [row, fold(own(row).textContent)]));
    fields.filter((field) => field.tagName === "SELECT").forEach(offer);
  }

  function matches(row, wants) {
    return wants.every(([name, wanted]) => name === "q"
      ? fold(wanted).split(/\s+/).every((word) => texts.get(row).includes(word))
      : value(row, name) === wanted);
  }

  // A way to the search of the whole plan takes along what was looked for.
  function carry(link, wants) {
    link.dataset.carry ||= link.href;
    const url = new URL(link.dataset.carry);
    for (const [name, text] of wants) {
      if (["q", "status", "owner", "team"].includes(name)) url.searchParams.set(name, text);
    }
    link.href = url.href;
  }

  function apply() {
    const wants = fields.map((field) => [field.name, field.value.trim()]).filter(([, text]) => text !== "");
    let count = 0;
    const shown = new Set();
    for (const row of rows) {
      if (!matches(row, wants)) continue;
      count += 1;
      for (let at = row; at && !shown.has(at); at = at.parentElement.closest("[data-row], [data-group]")) shown.add(at);
    }
    for (const element of [...rows, ...groups]) element.hidden = !shown.has(element);
    for (const details of container.querySelectorAll("[data-row] > details")) {
      if (!folds.has(details)) folds.set(details, details.open);
      details.open = wants.length ? true : folds.get(details);
    }
    output.textContent = wants.length
      ? form.dataset.count.replace("{count}", show(count)).replace("{of}", show(rows.length))
      : "";
    const query = new URLSearchParams(location.search); // what others keep there stays
    for (const { name } of fields) query.delete(name);
    for (const [name, text] of wants) query.set(name, text);
    for (const link of document.querySelectorAll("a[data-carry]")) carry(link, wants);
    try {
      history.replaceState(null, "", (query.size ? `?${query}` : location.pathname) + location.hash);
    } catch { /* a browser that forbids this on file:// still filters */ }
  }

  look();
  const asked = new URLSearchParams(location.search);
  for (const field of fields) {
    if (asked.has(field.name)) field.value = asked.get(field.name);
  }
  form.hidden = false;
  for (const note of document.querySelectorAll(".filter-note")) note.hidden = false;
  form.addEventListener("input", apply);
  if (location.search) apply();
  document.addEventListener("planwright:patch", () => { look(); apply(); });
})();
