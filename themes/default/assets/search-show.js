// Shows what search finds, in the dialog or on the page of search, as it is
// typed. Arrows go through the hits, Enter opens the first or the chosen one.
//
// `root` holds a field "q", perhaps selects with the names of filters, an
// element with the role "status", a list of the class "hits", and what leads
// to more hits in ".search-more".
function planwrightShow(root, { all } = {}) {
  const STEP = 10; // hits shown at a time: each may lie in a piece of its own
  const input = root.querySelector("[name=q]");
  const fields = Array.from(root.querySelectorAll("[name]"));
  const status = root.querySelector("[role=status]");
  const list = root.querySelector(".hits");
  const more = root.querySelector(".search-more");
  const way = more.firstElementChild;
  let result = { hits: [] };
  let turn = 0;
  let timer = 0;
  let last; // the search that runs, or ran last

  const wants = () => Object.fromEntries(fields.map((field) => [field.name, field.value.trim()]).filter(([, text]) => text !== ""));
  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);

  function element(name, className, ...children) {
    const made = document.createElement(name);
    if (className) made.className = className;
    made.append(...children);
    return made;
  }

  /** A text with the words that were found marked. */
  function marked(text, match) {
    const found = Object.keys(match);
    const fragment = document.createDocumentFragment();
    let at = 0;
    for (const { 0: word, index } of text.matchAll(/[\p{Alphabetic}\p{N}\p{M}]+/gu)) {
      const parts = planwrightSearch.fold(word).match(planwrightSearch.WORD) ?? [];
      if (!parts.some((part) => found.includes(part))) continue;
      fragment.append(text.slice(at, index), element("mark", "", word));
      at = index + word.length;
    }
    fragment.append(text.slice(at));
    return fragment;
  }

  function hit(entry) {
    const link = element("a", "", ...(entry.id ? [element("span", "id", marked(entry.id, entry.match)), " "] : []), marked(entry.title, entry.match));
    const inText = Object.keys(entry.match).filter((word) => entry.match[word].every((field) => field === "text"));
    // The browser itself scrolls to the words and marks them.
    link.href = entry.href + (inText.length ? `#:~:${inText.slice(0, 3).map((word) => `text=${encodeURIComponent(word)}`).join("&")}` : "");
    const facts = element("p", "hit-facts", element("span", "", entry.kind));
    if (entry.status) facts.append(element("span", `mark ${entry.status[0]}`, entry.status[1]));
    if (entry.owner) facts.append(element("span", "", marked(entry.owner, entry.match)));
    if (entry.tags) facts.append(element("span", "", marked(entry.tags, entry.match)));
    const about = entry.about ? [element("p", "hit-about", marked(entry.about, entry.match))] : [];
    const made = element("li", "hit", link, facts, ...about);
    made.dataset.added = "";
    return made;
  }

  async function showMore(mine, begin = list.childElementCount) {
    const rows = (await planwrightSearch.entries(result.hits.slice(begin, begin + STEP))).map(hit);
    if (mine !== turn) return;
    if (!begin) list.replaceChildren();
    list.append(...rows);
    const left = result.hits.length - list.childElementCount;
    const { say } = await planwrightSearch.open();
    more.hidden = left === 0;
    way.textContent = all ? say.all : fill(say.next, { count: Math.min(left, STEP) });
    if (all) way.href = `${all.href}?${new URLSearchParams(wants())}`;
    else if (begin) rows[0]?.querySelector("a").focus();
  }

  function notes(say, asked) {
    const { hits, near, some, more: begins, common } = result;
    if (!Object.keys(asked).length) return [];
    if (common && !hits.length) return [say.common];
    if (!hits.length) return [say.none];
    return [
      fill(say.found, { count: hits.length.toLocaleString(document.documentElement.lang || undefined) }),
      ...(near.length ? [fill(say.near, { words: near.join(", ") })] : []),
      ...(some ? [say.some] : []),
      ...(begins ? [say.begins] : []),
    ];
  }

  async function run() {
    const mine = ++turn;
    try {
      const asked = wants();
      const { say } = await planwrightSearch.open();
      const found = await planwrightSearch.find(asked.q ?? "", asked);
      if (mine !== turn) return;
      result = found;
      status.textContent = notes(say, asked).join(" ");
      if (result.hits.length) return await showMore(mine, 0);
      list.replaceChildren();
      more.hidden = true;
    } catch (error) {
      if (mine !== turn) return;
      status.textContent = root.dataset.failed;
      console.warn(`search: ${error.message} could not be loaded`);
    }
  }

  function now() {
    clearTimeout(timer);
    timer = 0;
    last = run();
  }

  function changed() {
    clearTimeout(timer);
    timer = setTimeout(now, 120);
    if (all) return;
    const query = new URLSearchParams(wants()).toString();
    try {
      history.replaceState(null, "", query ? `?${query}` : location.pathname);
    } catch { /* a browser that forbids this on file:// still searches */ }
  }

  function keys(event) {
    if (event.isComposing) return;
    const stops = [input, ...list.querySelectorAll("a"), ...(more.hidden ? [] : [way])];
    const at = stops.indexOf(document.activeElement);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && at >= 0) {
      event.preventDefault();
      stops[Math.min(Math.max(at + step, 0), stops.length - 1)].focus();
    } else if (event.key === "Enter" && at === 0) {
      event.preventDefault();
      if (timer) now(); // what was typed last has not been looked for
      last?.then(() => list.querySelector("a")?.click());
    }
  }

  async function offer() {
    const asked = new URLSearchParams(location.search);
    const selects = fields.filter((field) => field.tagName === "SELECT");
    input.value = asked.get("q") ?? "";
    const choices = await planwrightSearch.choices();
    for (const select of selects) {
      const options = choices[select.name].map((label) => new Option(label));
      for (const option of options) option.dataset.added = "";
      select.append(...options);
      select.value = asked.get(select.name) ?? "";
      select.parentElement.hidden = choices[select.name].length === 0;
    }
  }

  root.addEventListener("input", changed);
  root.addEventListener("keydown", keys);
  document.addEventListener("planwright:assets", now); // what was being loaded is out of date
  if (all) {
    now();
    return;
  }
  way.addEventListener("click", () => showMore(turn));
  offer().then(now, now);
  document.addEventListener("planwright:patch", now);
}

// The page of search.
{
  const page = document.querySelector("[data-search-page]");
  if (page) {
    page.hidden = false;
    if (globalThis.planwrightSearch && globalThis.MiniSearch) planwrightShow(page);
    else page.querySelector("[role=status]").textContent = page.dataset.failed;
  }
}
