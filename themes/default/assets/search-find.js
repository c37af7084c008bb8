// Finds entries of the plan for a query, loading only the pieces of the index
// that it needs. A browser fetches no data from a folder, so each piece is a
// script that hands its data to planwrightSearch.take(). Ranking is that of
// MiniSearch (minisearch.js), over the words of the loaded pieces.
//
// search/index.js says which piece holds what; see src/site/search/mod.rs.
var planwrightSearch = (function () {
  const folder = new URL("../search/", document.currentScript.src).href;
  const FIELDS = ["id", "title", "tags", "owner", "text"];
  const BOOST = { id: 12, title: 5, tags: 3, owner: 3, text: 1 };
  const LISTED = ["status", "owner", "team"]; // filters that take a list of entries
  const FEW = 3; // a word found in fewer entries may be misspelt
  const NEAR = 6; // words taken for a misspelt one, at most
  const PREFIX_PIECES = 3; // pieces loaded for words that begin with a query's word

  // Pieces

  const pieces = new Map();

  function take(name, data) {
    const piece = pieces.get(name);
    if (piece) piece.data = data;
  }

  function load(name) {
    if (!pieces.has(name)) {
      const piece = { data: undefined };
      piece.loaded = new Promise((done, failed) => {
        const script = document.createElement("script");
        script.src = `${folder}${name}.js`;
        script.dataset.added = "";
        script.onload = () => (piece.data === undefined ? failed(new Error(name)) : done(piece.data));
        script.onerror = () => {
          pieces.delete(name); // so that another search tries again
          failed(new Error(name));
        };
        document.head.append(script);
        script.addEventListener("load", () => script.remove());
      });
      pieces.set(name, piece);
    }
    return pieces.get(name).loaded;
  }

  const pairs = (text) => {
    const cells = text.split(" ");
    return cells[0] === "" ? [] : Array.from({ length: cells.length / 2 }, (_, at) => [cells[2 * at], cells[2 * at + 1]]);
  };

  let opened;

  /** The index: what is where, and what the script says. */
  function open() {
    opened ??= load("index").then((index) => ({
      ...index,
      words: pairs(index.words),
      entries: new Map(pairs(index.entries).map(([number, piece]) => [Number(number), piece])),
    }));
    opened.catch(() => { opened = undefined; });
    return opened;
  }

  /** Sorted numbers, each less the one before, to base 36. */
  function numbers(text) {
    let at = 0;
    return text ? text.split(" ").map((gap) => (at += parseInt(gap, 36))) : [];
  }

  // Words, cut as src/site/search/words.rs cuts them

  const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replaceAll("ς", "σ");
  const UNSPACED = "\\u0e00-\\u0eff\\u1000-\\u109f\\u1780-\\u17ff\\u3040-\\u30ff\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff\\u{20000}-\\u{3ffff}";
  const WORD = new RegExp(`[${UNSPACED}]|(?:(?![${UNSPACED}])[\\p{Alphabetic}\\p{N}])+`, "gu");
  const unspaced = new RegExp(`[${UNSPACED}]`, "u");

  function cut(text) {
    const words = fold(text).match(WORD) ?? [];
    return Array.from(new Set(words.filter((word) => /[\p{Alphabetic}\p{N}]/u.test(word)).map((word) => Array.from(word).slice(0, 32).join(""))));
  }

  /** Letters that a word may have wrong; none in ids and numbers. */
  const slips = (word) => (word.length < 4 || /\p{N}/u.test(word) ? 0 : word.length < 6 ? 1 : 2);

  // The index of words

  const usesPrefix = (word) => word.length > 1 || unspaced.test(word);

  /** The pieces that may hold a word and, first of all, those that begin with it. */
  function piecesOf(index, word) {
    let at = index.words.findIndex(([first]) => first > word);
    at = (at < 0 ? index.words.length : at) - 1;
    const names = at < 0 ? [] : [index.words[at][1]];
    let more = false;
    if (usesPrefix(word)) {
      for (at += 1; at < index.words.length && index.words[at][0].startsWith(word); at++) {
        if (names.length < PREFIX_PIECES) names.push(index.words[at][1]);
        else more = true;
      }
    }
    return { names, more };
  }

  /** Adds to `found` the words of the pieces that pass: word → numbers by field. */
  async function collect(names, passes, found) {
    for (const data of await Promise.all(names.map(load))) {
      for (const [word, fields] of Object.entries(data)) {
        if (!found.has(word) && passes(word)) found.set(word, { fields: fields.map((text) => (text === "*" ? [] : numbers(text))), common: fields[4] === "*" });
      }
    }
  }

  function entriesOf(words) {
    return new Set(words.flatMap((word) => word.fields.flat()));
  }

  let vocabulary;

  // While the plan is written, what was loaded may be out of date.
  document.addEventListener("planwright:assets", () => {
    pieces.clear();
    opened = vocabulary = undefined;
  });

  /** The words of the plan that a misspelt one may stand for, the nearest first. */
  async function near(index, word) {
    vocabulary ??= load(index.vocabulary).then((coded) => {
      const terms = [];
      let last = "";
      for (const entry of coded ? coded.split(" ") : []) {
        last = Array.from(last).slice(0, parseInt(entry[0], 36)).join("") + entry.slice(1);
        terms.push(last);
      }
      return miniSearch(terms.map((term, at) => [term, { 0: { [at]: 1 } }]), terms, ["term"], terms.length);
    });
    vocabulary.catch(() => { vocabulary = undefined; });
    const found = (await vocabulary).search({ queries: [word], fuzzy: slips(word) });
    return found.slice(0, NEAR).map((hit) => hit.id);
  }

  /** A MiniSearch of words that were indexed when the site was made. */
  function miniSearch(index, ids, fields, count) {
    const known = Object.entries(ids);
    return MiniSearch.loadJS({
      documentCount: count,
      nextId: count,
      documentIds: Object.fromEntries(known),
      fieldIds: Object.fromEntries(fields.map((field, at) => [field, at])),
      fieldLength: Object.fromEntries(known.map(([at]) => [at, fields.map(() => 1)])),
      averageFieldLength: fields.map(() => 1),
      storedFields: {},
      dirtCount: 0,
      index,
      serializationVersion: 2,
    }, { fields, tokenize: (text) => [text], processTerm: (term) => term });
  }

  function rank(index, found, words, near, filter) {
    const ids = {};
    const terms = [];
    for (const [word, { fields }] of found) {
      const data = {};
      fields.forEach((numbers, field) => {
        if (numbers.length) data[field] = Object.fromEntries(numbers.map((number) => [(ids[number] = number), 1]));
      });
      terms.push([word, data]);
    }
    const search = miniSearch(terms, ids, FIELDS, index.count);
    const query = (word) => ({
      queries: [word],
      prefix: usesPrefix(word),
      fuzzy: near.has(word) ? slips(word) : false,
    });
    const rare = words.filter((word) => !found.get(word)?.common);
    const queries = (rare.length ? rare : words).map(query);
    const options = { boost: BOOST, weights: { prefix: 0.5, fuzzy: 0.3 }, filter };
    const run = (combineWith) => search.search({ combineWith, queries }, options);
    const all = run("AND");
    return all.length || queries.length < 2 ? { hits: all, some: false } : { hits: run("OR"), some: true };
  }

  // Filters

  /** What the filters let through: a test of numbers; nothing where they are not set. */
  async function chosen(index, { kind, ...others }) {
    const tests = [];
    if (kind) {
      const known = index.kinds.find(([label]) => label === kind) ?? [kind, 0, 0];
      tests.push((number) => number >= known[1] && number < known[1] + known[2]);
    }
    for (const name of LISTED.filter((name) => others[name])) {
      const lists = await load(index.filters);
      const gaps = lists[name].find(([label]) => label === others[name])?.[1];
      const listed = new Set(numbers(gaps));
      tests.push((number) => listed.has(number));
    }
    return tests.length ? (number) => tests.every((test) => test(number)) : undefined;
  }

  function everything(index, passes) {
    const all = index.kinds.flatMap(([, first, count]) => Array.from({ length: count }, (_, at) => first + at));
    return all.filter(passes).map((id) => ({ id, match: {}, queryTerms: [] }));
  }

  /**
   * What a query finds: `hits` (each with its number `id`), the `words` of
   * the query, the words `near` that stand in for misspelt ones, whether only
   * `some` of the words are in each hit, whether `more` words begin alike
   * than were looked at, and whether all words are too `common`.
   */
  async function find(text, wants = {}) {
    const index = await open();
    const passes = await chosen(index, wants);
    const words = cut(text);
    const none = { hits: [], words, near: [], some: false, more: false, common: false };
    if (!words.length) return passes ? { ...none, hits: everything(index, passes) } : none;
    const found = new Map();
    const misspelt = new Map();
    let more = false;
    for (const word of words) {
      const where = piecesOf(index, word);
      more ||= where.more;
      await collect(where.names, (known) => known === word || (usesPrefix(word) && known.startsWith(word)), found);
      const own = Array.from(found).filter(([known]) => known.startsWith(word)).map(([, data]) => data);
      if (!slips(word) || own.some(({ common }) => common) || entriesOf(own).size >= FEW) continue;
      const nearest = (await near(index, word)).filter((known) => known !== word);
      if (nearest.length) misspelt.set(word, nearest);
      const names = new Set(nearest.map((known) => piecesOf(index, known).names[0]));
      await collect(Array.from(names), (known) => nearest.includes(known), found);
    }
    const common = words.every((word) => found.get(word)?.common);
    const ranked = rank(index, found, words, misspelt, passes && ((hit) => passes(hit.id)));
    return { ...none, ...ranked, near: Array.from(misspelt.values()).flat(), more, common };
  }

  /** What is shown of hits. */
  async function entries(hits) {
    const index = await open();
    return Promise.all(hits.map(async ({ id, match = {} }) => {
      const rows = await load(index.entries.get(Math.floor(id / index.shelf)));
      const [href, name = "", title = "", status = "", owner = "", about = "", tags = ""] = rows[id % index.shelf];
      const [kind] = index.kinds.find(([, first, count]) => id >= first && id < first + count);
      return { href: new URL(`../${href}`, folder).href, id: name, title, kind, status: index.statuses[status], owner, about, tags, match };
    }));
  }

  /** What there is to choose from, by filter. */
  async function choices() {
    const index = await open();
    const lists = await load(index.filters);
    const labels = (list) => list.map(([label]) => label);
    return { kind: labels(index.kinds), ...Object.fromEntries(LISTED.map((name) => [name, labels(lists[name])])) };
  }

  return { take, open, find, entries, choices, fold, WORD };
})();
