// Keeps an open page in step with the plan while `planwright serve` runs.
//
// The server tells states, not changes: which page this is now, the hashes of
// what it is shown with, and what is wrong with the plan. What differs is shown
// without loading the page again, so that the reader keeps place, focus, folds
// and what was typed. src/reference/templates.md says what scripts do for that.
(function () {
  const script = document.currentScript;
  const shown = { path: script.dataset.path, hash: script.dataset.hash }; // no path: there is no page here
  const all = (root, selector) => Array.from(root.querySelectorAll(selector));

  // Names
  //
  // Rows, folds and paragraphs have no ids. For the time of a patch those that
  // are in the old page and in the new have one, after what they lead to or say,
  // so that what is moved or comes to stand elsewhere stays itself.

  const TITLED = "li, tr, details, section, article, [data-row]";
  const NAMED = `${TITLED}, h1, h2, h3, h4, p, pre, blockquote, dt, dd, figure`;
  const PREFIX = "planwright-live-";

  /** Name → element. A name begins with that of the element around. */
  function names(body) {
    const [named, known, counts] = [new Map(), new Map(), new Map()];
    for (const element of all(body, NAMED)) {
      const title = element.matches(TITLED) ? element.querySelector("summary, a[href], h1, h2, h3, h4, th, td") : undefined;
      const own = title?.getAttribute("href") ?? (title ?? element).textContent;
      if (element.id || !own.trim() || element.closest("[data-added]")) continue;
      const around = element.parentElement.closest(`[id], ${NAMED}`);
      const name = [around?.id || known.get(around), element.localName, own].join("\n");
      counts.set(name, (counts.get(name) ?? 0) + 1);
      known.set(element, `${name}\n${counts.get(name)}`);
      named.set(known.get(element), element);
    }
    return named;
  }

  function nameAlike(body, next) {
    const is = names(next);
    Array.from(names(body)).forEach(([name, element], at) => {
      if (is.has(name)) element.id = is.get(name).id = PREFIX + at;
    });
    // What scripts have added is like nothing in the new page.
    all(body, "[data-added]:not([id])").forEach((element, at) => { element.id = `${PREFIX}added-${at}`; });
  }

  // The reader's place

  /** What is in sight, from the top down, each with how far down it is; but for what always is. */
  function linesInSight() {
    const found = new Map();
    const isPinned = (at) => at && (["fixed", "sticky"].includes(getComputedStyle(at).position) || isPinned(at.parentElement));
    for (let y = 1; y < innerHeight; y += 16) {
      const line = document.elementFromPoint(innerWidth / 2, y)?.closest(NAMED);
      if (line && !found.has(line) && !line.querySelector(NAMED) && !isPinned(line)) found.set(line, line.getBoundingClientRect().top);
    }
    return Array.from(found);
  }

  /** Gives back what brings scrolled boxes, focus, caret, selection and the lines in sight back to where they are. */
  function keepPlace() {
    const { style } = document.documentElement;
    const lines = scrollY > 0 ? linesInSight() : [];
    const boxes = all(document.body, "*").filter((box) => box.scrollTop || box.scrollLeft)
      .map((box) => [box, { top: box.scrollTop, left: box.scrollLeft, behavior: "instant" }]);
    const focused = document.activeElement;
    const { selectionStart, selectionEnd } = focused ?? {};
    const selection = getSelection();
    const { isCollapsed, anchorNode, anchorOffset, focusNode, focusOffset } = selection;
    if (lines.length) style.overflowAnchor = "none"; // the browser would do some of it too
    return () => {
      for (const [box, place] of boxes) box.scrollTo(place);
      const kept = lines.find(([line]) => line.isConnected && line.getClientRects().length > 0);
      if (kept) scrollBy({ top: kept[0].getBoundingClientRect().top - kept[1], behavior: "instant" });
      style.overflowAnchor = "";
      const within = (node, offset) => [node, Math.min(offset, node.length ?? node.childNodes.length)];
      if (!isCollapsed && anchorNode.isConnected && focusNode.isConnected) {
        selection.setBaseAndExtent(...within(anchorNode, anchorOffset), ...within(focusNode, focusOffset));
      }
      if (!focused?.isConnected || focused === document.activeElement) return;
      focused.focus({ preventScroll: true });
      if (typeof selectionStart === "number") focused.setSelectionRange(selectionStart, selectionEnd);
    };
  }

  // What is new

  const words = () => all(document, "main :is(h1, h2, h3, h4, p, li, tr, dt, dd, pre, figcaption)")
    .map((line) => [line, line.localName + line.textContent]);

  /** Lets lines in sight that say something new glow for a moment, unless they are many. */
  function glow(before) {
    if (matchMedia("(prefers-reduced-motion: reduce)").matches) return;
    const isInSight = ({ top, bottom, height }) => height > 0 && height < innerHeight / 2 && bottom > 0 && top < innerHeight;
    const fresh = words().filter(([line, text]) => !before.has(text) && isInSight(line.getBoundingClientRect()));
    const lines = fresh.map(([line]) => line);
    const inner = lines.filter((line) => !lines.some((other) => other !== line && line.contains(other)));
    if (inner.length > 12) return;
    const colour = "color-mix(in srgb, var(--thread, #c08a1e) 22%, transparent)";
    const frame = { offset: 0, backgroundColor: colour, boxShadow: `0 0 0 .25em ${colour}` };
    inner.forEach((line) => line.animate([frame], { duration: 1000, easing: "ease-in" }));
  }

  // The page

  /** Whether an attribute says what the reader or a script has done, and so stays. */
  function isOfReader(attribute, element) {
    if (attribute === "value") return element.value !== element.defaultValue;
    if (attribute === "checked") return element.checked !== element.defaultChecked;
    return ["hidden", "open", "selected"].includes(attribute);
  }

  /** Makes the page say what `next` says. */
  function patch(next) {
    const putBack = keepPlace();
    const before = new Set(words().map(([, text]) => text));
    const there = new Set(all(document.body, "*"));
    nameAlike(document.body, next.body);
    Idiomorph.morph(document.body, next.body, {
      restoreFocus: false,
      callbacks: {
        beforeNodeMorphed: (node) => node.localName !== "noscript", // for the browser there is nothing in it
        beforeNodeRemoved: (node) => node.dataset?.added === undefined,
        beforeAttributeUpdated: (name, element) => !there.has(element) || !isOfReader(name, element),
      },
    });
    for (const element of all(document, `[id^="${PREFIX}"]`)) element.removeAttribute("id");
    patchHead(next);
    document.dispatchEvent(new CustomEvent("planwright:patch"));
    putBack();
    glow(before);
  }

  const SHEET = 'link[rel~="stylesheet"]:not([data-added])';
  const REST = 'meta, link:not([rel~="stylesheet"]):not([data-added])';

  function patchHead(next) {
    document.title = next.title;
    document.documentElement.lang = next.documentElement.lang;
    document.documentElement.dir = next.documentElement.dir;
    const wanted = new Map(all(next.head, REST).map((element) => [element.outerHTML, element]));
    all(document.head, REST).filter((element) => !wanted.delete(element.outerHTML)).forEach((element) => element.remove());
    document.head.append(...wanted.values());
    const sheets = new Set(all(next, SHEET).map(fileOf));
    all(document, SHEET).filter((sheet) => !sheets.has(fileOf(sheet))).forEach((sheet) => sheet.remove());
  }

  /** Puts in the sheets that only `next` has, and waits for them, but not for long. */
  function dress(next) {
    const here = new Map(all(document, SHEET).map((sheet) => [fileOf(sheet), sheet]));
    const loads = [];
    let last;
    for (const wanted of all(next, SHEET)) {
      let sheet = here.get(fileOf(wanted));
      if (!sheet) {
        sheet = document.importNode(wanted);
        loads.push(new Promise((done) => { sheet.onload = sheet.onerror = done; }));
        if (last) last.after(sheet);
        else document.head.prepend(sheet);
      }
      last = sheet;
    }
    return Promise.race([Promise.all(loads), new Promise((late) => setTimeout(late, 2000))]);
  }

  const scriptsOf = (root) => all(root, "script[src]:not([data-added])").map(fileOf).sort().join("\n");
  const addressOf = (path) => `/${path.split("/").map(encodeURIComponent).join("/")}`;
  const folderOf = (address) => address.slice(0, address.lastIndexOf("/"));

  let latest = new AbortController(); // of all states the last alone is followed
  let stale = false; // a script is no longer the one that runs here

  /** Shows the page as it is now, wherever it is. */
  async function follow({ path, hash }, signal) {
    if (path === shown.path && hash === shown.hash && !stale) return;
    const address = path === shown.path ? location.pathname : addressOf(path).replace(/\/index\.html$/, "/");
    const whole = () => address + location.search + location.hash; // scripts change them meanwhile
    if (folderOf(address) !== folderOf(location.pathname)) return location.replace(whole()); // relative addresses differ
    const response = await fetch(address, { cache: "no-cache", signal });
    if (!response.ok) throw new Error(`${address}: ${response.status}`);
    const next = new DOMParser().parseFromString(await response.text(), "text/html");
    renew(next);
    await dress(next);
    signal.throwIfAborted();
    history.replaceState(history.state, "", whole());
    if (stale || scriptsOf(next) !== scriptsOf(document)) return location.reload();
    Object.assign(shown, { path, hash: next.querySelector("script[data-live]")?.dataset.hash ?? hash });
    try {
      patch(next);
    } catch (error) {
      console.error(error);
      location.reload(); // rather than half a page
    }
  }

  // Sheets, pictures and scripts

  const PARTS = "link[href], img[src], source[src], image[href], object[data], script[src]";
  const attributeOf = (part) => ["href", "src", "data"].find((name) => part.hasAttribute(name));
  const versions = new Map(); // files that changed since the page was loaded, with their hashes
  let assets;

  /** The path in the site of the file that an element shows; nothing for what is elsewhere. */
  function fileOf(part) {
    try {
      const { origin, pathname } = new URL(part.getAttribute(attributeOf(part)), document.baseURI);
      return origin === location.origin ? decodeURIComponent(pathname).slice(1) : "";
    } catch {
      return ""; // an author may write any address
    }
  }

  /** Lets what shows a file that has changed show it anew. */
  function renew(root) {
    for (const part of all(root, PARTS)) {
      const address = `${addressOf(fileOf(part))}?v=${versions.get(fileOf(part))}`;
      if (!versions.has(fileOf(part)) || part.localName === "script" || part.getAttribute(attributeOf(part)) === address) continue;
      if (root === document && part.matches('[rel~="stylesheet"]')) swap(part, address);
      else part.setAttribute(attributeOf(part), address);
    }
  }

  /** The new sheet stands beside the old one until it is there: the page is never without. */
  function swap(sheet, address) {
    const old = all(document, 'link[rel~="stylesheet"]').filter((other) => fileOf(other) === fileOf(sheet));
    if (sheet !== old.at(-1)) return; // another version is on its way
    const next = sheet.cloneNode();
    next.href = address;
    next.onload = () => old.forEach((other) => other.remove());
    next.onerror = () => next.remove();
    sheet.after(next);
  }

  /** Shows what is in files that have changed; those of a server before may have been others. */
  function takeAssets(now) {
    const changed = Object.keys(now).filter((path) => assets && assets[path] !== now[path]);
    assets = now;
    if (!changed.length) return;
    for (const path of changed) versions.set(path, now[path]);
    stale ||= all(document, "script[src]").some((part) => changed.includes(fileOf(part)));
    renew(document);
    document.dispatchEvent(new CustomEvent("planwright:assets"));
  }

  // What is wrong
  //
  // A badge in a corner, a panel above the page that opens by itself on errors,
  // and lines for a page that is gone and for a server that is not there.

  function make(name, properties, ...children) {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...children);
    return made;
  }

  const host = make("planwright-live", { hidden: true }); // until it has its sheet
  const gone = make("p", { className: "gone", role: "status" });
  const offline = make("p", { className: "offline", role: "status" });
  const badge = make("button", { type: "button", className: "badge", hidden: true });
  const title = make("h2", {});
  const close = make("button", { type: "button", className: "close", ariaLabel: "Close", textContent: "×" });
  const list = make("div", { className: "findings", tabIndex: 0, role: "group", ariaLabel: "Findings" });
  const panel = make("section", { role: "dialog", hidden: true }, make("header", {}, make("div", { role: "alert" }, title), close), list);
  host.attachShadow({ mode: "open" }).append(
    make("link", { rel: "stylesheet", href: "/.planwright/live.css", onload: () => { host.hidden = false; } }),
    make("aside", { lang: "en", dir: "ltr", ariaLabel: "Preview" }, gone, panel, make("div", { className: "corner" }, offline, badge)),
  );
  document.documentElement.append(host);

  let told = {};
  let opened = ""; // by "errors", by the "reader", or not

  let kept = {};
  try { kept = sessionStorage; } catch { /* storage is switched off: what is kept lasts for this page */ }

  /** A finding as the terminal has it, its place as a way into the editor. */
  function finding({ severity, text, place, editor }) {
    const [head, ...lines] = text.trimEnd().split("\n");
    if (place && !text.includes(place)) lines.unshift(` --> ${place}`);
    const body = lines.join("\n");
    const to = place ? body.indexOf(place) + place.length : 0;
    const from = body.slice(0, to).lastIndexOf(" ") + 1; // the path begins with that of the plan
    const marks = (words) => words.split(/(\^+.*|^ *\d* *(?:[|=]|-->))/m)
      .map((part, at) => (at % 2 ? make(part.startsWith("^") ? "b" : "i", {}, part) : part));
    const way = editor ? make("a", { href: editor, title: "Open in the editor" }, body.slice(from, to)) : body.slice(from, to);
    return make("pre", { className: severity }, make("strong", {}, head), "\n", ...marks(body.slice(0, from)), way, ...marks(body.slice(to)));
  }

  function tell({ errors, warnings }) {
    const now = { errors: errors.map(({ text }) => text).join("\n"), all: JSON.stringify([errors, warnings]) };
    if (now.errors !== told.errors) {
      if (!now.errors) delete kept.planwrightClosed;
      if (opened !== "reader") opened = now.errors && now.errors !== kept.planwrightClosed ? "errors" : "";
    }
    if (now.all !== told.all) {
      const counts = [[errors.length, "error"], [warnings.length, "warning"]].filter(([count]) => count);
      if (!counts.length) opened = "";
      badge.textContent = counts.map(([count, word]) => `${count} ${word}${count === 1 ? "" : "s"}`).join(", ");
      for (const part of [badge, panel]) part.classList.toggle("bad", errors.length > 0);
      title.replaceChildren(badge.textContent, ...(errors.length ? [make("small", {}, "The site shows the plan as it was before.")] : []));
      panel.ariaLabel = badge.textContent;
      list.replaceChildren(...[...errors, ...warnings].map(finding));
    }
    told = now;
    show();
  }

  function show() {
    panel.hidden = !opened;
    badge.hidden = Boolean(opened) || !badge.textContent;
  }

  function shut() {
    const hadFocus = panel.contains(host.shadowRoot.activeElement);
    opened = "";
    kept.planwrightClosed = told.errors; // on the next page too
    show();
    if (hadFocus) badge.focus();
  }

  badge.addEventListener("click", () => {
    opened = "reader";
    show();
    close.focus();
  });
  close.addEventListener("click", shut);
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.defaultPrevented || !opened) return;
    const others = event.target.closest("input, textarea, select, [contenteditable]") || document.querySelector(":modal, :popover-open");
    if (event.target === host || !others) shut();
  });

  // The connection
  //
  // None while nobody looks: a browser keeps few open to one server.

  let stream;
  let server;
  let again; // the next attempt
  let wait = 500;
  let silence; // until it is said that the server is not heard

  function connect() {
    if (stream || document.hidden) return;
    clearTimeout(again);
    const query = new URLSearchParams({ ...shown, address: location.pathname, ...(server && { server }) });
    stream = new EventSource(`/.planwright/events?${query}`);
    stream.addEventListener("state", (event) => take(JSON.parse(event.data)));
    stream.onerror = lost;
  }

  function disconnect() {
    stream?.close();
    stream = undefined;
    clearTimeout(again);
  }

  /** Tries again; where that goes on for long, says so. */
  function lost() {
    disconnect();
    again = setTimeout(connect, wait);
    wait = Math.min(2 * wait, 2000);
    silence ??= setTimeout(() => { offline.textContent = "not connected"; }, 3000);
  }

  async function take(state) {
    silence = clearTimeout(silence);
    wait = 500;
    offline.textContent = "";
    latest.abort();
    latest = new AbortController();
    const { signal } = latest;
    const isRestarted = server !== undefined && server !== state.server;
    server = state.server;
    takeAssets(state.assets);
    tell(state);
    if (!shown.path) return state.page && location.reload();
    gone.replaceChildren(...(state.page ? [] : ["This page is no longer part of the plan. ", make("a", { href: "/" }, "To the home page")]));
    try {
      if (isRestarted) stale ||= await isOutdated();
      signal.throwIfAborted();
      if (state.page) await follow(state.page, signal);
    } catch {
      if (!signal.aborted) lost(); // the first state of a new connection is another chance
    }
  }

  /** Whether a server that was started since has another version of this script. */
  async function isOutdated() {
    const text = async (cache) => (await fetch(script.src, { cache, mode: "same-origin" })).text();
    const was = await text("only-if-cached").catch(() => undefined);
    return was !== undefined && was !== await text("no-cache");
  }

  document.addEventListener("visibilitychange", () => (document.hidden ? disconnect() : connect()));
  addEventListener("online", connect);
  addEventListener("pagehide", disconnect);
  addEventListener("pageshow", connect);
  connect();
})();
