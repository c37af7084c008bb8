// Sorts tables by a column, and keeps the order in the address, so that a
// sorted page can be sent to somebody: "?sort=Due", or "?sort=-Due" from the
// end. All tables of a page that have the column are sorted.
//
// A table marked data-sort. A cell counts by its data-value, else by its date,
// its state, its number, its words. Empty cells, and those without a date among
// dates, stay at the end.
(function () {
  let tables;
  const { compare } = new Intl.Collator(document.documentElement.lang || undefined, { numeric: true });
  // States in their own order, the pressing ones first.
  const states = ["tripped", "armed", "watched", "off-track", "at-risk", "on-track", "unknown", "expired", "proposed", "planned", "active", "on-hold", "done", "dropped"];

  function value(cell, hasDates) {
    if (cell.dataset.value !== undefined) return cell.dataset.value;
    if (hasDates) return cell.querySelector("time")?.dateTime ?? "";
    const mark = cell.querySelector(".mark");
    if (mark) return `${states.findIndex((state) => mark.classList.contains(state)) + 1} ${mark.textContent}`;
    return cell.textContent.trim();
  }

  const heads = (table) => Array.from(table.tHead.rows[0].cells);
  const name = (head) => head.textContent.trim();
  const bodies = new Map(); // the rows of each table in their own order

  /** Puts the rows into the order of `wanted`, or back into their own. */
  function sort(table, wanted) {
    const down = wanted.startsWith("-");
    const column = heads(table).findIndex((head) => name(head) === wanted.slice(down ? 1 : 0));
    for (const [at, head] of heads(table).entries()) {
      if (at === column) head.setAttribute("aria-sort", down ? "descending" : "ascending");
      else head.removeAttribute("aria-sort");
    }
    let rows = bodies.get(table);
    if (column >= 0) {
      const hasDates = rows.some((row) => row.cells[column].querySelector("time"));
      const keyed = rows.map((row) => [row, value(row.cells[column], hasDates)]);
      const isEmpty = ([, key]) => key === "";
      const full = keyed.filter((entry) => !isEmpty(entry)).sort(([, a], [, b]) => (down ? compare(b, a) : compare(a, b)));
      rows = [...full, ...keyed.filter(isEmpty)].map(([row]) => row);
    }
    table.tBodies[0].append(...rows);
  }

  function chosen() {
    return new URLSearchParams(location.search).get("sort") ?? "";
  }

  let order = chosen();

  /** A column is sorted upward, then downward, then no more. */
  function turn(column) {
    order = { [column]: `-${column}`, [`-${column}`]: "" }[order] ?? column;
    tables.forEach((table) => sort(table, order));
    const query = new URLSearchParams(location.search);
    if (order) query.set("sort", order);
    else query.delete("sort");
    try {
      history.replaceState(null, "", (query.size ? `?${query}` : location.pathname) + location.hash);
    } catch { /* a browser that forbids this on file:// still sorts */ }
  }

  /** A head is a button; what a patch has put beside it belongs into it. */
  function dress(head) {
    if (!name(head)) return;
    let button = head.querySelector(":scope > [data-added]");
    const words = Array.from(head.childNodes).filter((node) => node !== button);
    if (!button) {
      button = document.createElement("button");
      button.type = "button";
      button.dataset.added = "";
      button.addEventListener("click", () => turn(name(head)));
      head.append(button);
    }
    if (words.length) button.replaceChildren(...words);
  }

  function look() {
    tables = Array.from(document.querySelectorAll("table[data-sort]"));
    for (const table of tables) {
      heads(table).forEach(dress);
      bodies.set(table, Array.from(table.tBodies[0].rows));
      if (order) sort(table, order);
    }
  }

  look();
  document.addEventListener("planwright:patch", look);
})();
