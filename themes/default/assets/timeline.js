// The timeline without this file: folds, and steps chosen by radio buttons.
// This adds "open all" and "close all", keeps the chosen steps in the address,
// so that a view can be sent to somebody, and goes to today when they change.
(function () {
  const page = document.querySelector(".gantt-page");
  const region = page?.querySelector(".gantt");
  if (!region) return;

  const folds = () => region.querySelectorAll("details");
  const buttons = page.querySelectorAll("[data-action='open'], [data-action='close']");
  for (const button of buttons) {
    button.addEventListener("click", () => {
      for (const fold of folds()) fold.open = button.dataset.action === "open";
    });
  }
  function look() {
    for (const button of buttons) button.hidden = folds().length === 0;
  }
  look();
  document.addEventListener("planwright:patch", look);

  // Brings today into the middle of what is seen of the bars.
  function showToday() {
    const line = region.querySelector(".gantt-lines .today");
    if (!line || region.scrollWidth <= region.clientWidth) return;
    const [at, seen] = [line.getBoundingClientRect().left, region.getBoundingClientRect()];
    const words = region.querySelector(".corner")?.offsetWidth ?? 0;
    const middle = seen.left + seen.width / 2 + (document.dir === "rtl" ? -words : words) / 2;
    region.scrollLeft += at - middle;
  }

  const zooms = Array.from(page.querySelectorAll("[name='zoom']"));
  const asked = new URLSearchParams(location.search).get("zoom");
  for (const zoom of zooms) {
    if (zoom.value === asked) zoom.checked = true;
    zoom.addEventListener("change", () => {
      const query = zoom.value === "year" ? location.pathname : `?zoom=${zoom.value}`;
      try {
        history.replaceState(null, "", query + location.hash);
      } catch { /* a browser that forbids this on file:// still zooms */ }
      showToday();
    });
  }
  if (!location.hash) showToday();

  // An address that names a line inside a fold opens the fold.
  function reveal() {
    const line = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const fold = line?.closest("details");
    if (!fold || fold.open) return;
    for (let at = fold; at; at = at.parentElement.closest("details")) at.open = true;
    line.scrollIntoView({ block: "center" });
  }
  addEventListener("hashchange", reveal);
  if (location.hash) reveal();
})();
