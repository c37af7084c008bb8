// Opens search over any page: by its link in the masthead, or by "/". What it
// takes to search is loaded then; where that fails, the link leads to the page
// of search, which says why.
(function () {
  const link = document.querySelector("[data-search]");
  if (!link) return;
  const folder = new URL(".", document.currentScript.src).href;
  const page = document.querySelector("[data-search-page]");

  // A reader whose keyboard or voice types "/" by itself can switch it off.
  function isOff() {
    try {
      return localStorage.getItem("search-key") === "off";
    } catch {
      return false; // storage is switched off: the key is on
    }
  }
  const choice = document.querySelector("[data-search-key]");
  if (choice) {
    choice.checked = !isOff();
    choice.addEventListener("change", () => {
      try {
        localStorage.setItem("search-key", choice.checked ? "on" : "off");
      } catch { /* as above */ }
    });
  }

  const added = new Map();
  function add(name) {
    if (!added.has(name)) {
      added.set(name, new Promise((done, failed) => {
        const isSheet = name.endsWith(".css");
        const element = document.createElement(isSheet ? "link" : "script");
        if (isSheet) Object.assign(element, { rel: "stylesheet", href: folder + name });
        else Object.assign(element, { src: folder + name, async: false }); // in the order in which they are added
        element.dataset.added = "";
        element.onload = done;
        element.onerror = failed;
        document.head.append(element);
      }));
    }
    return added.get(name);
  }

  let dialog;
  function build() {
    dialog = document.createElement("dialog");
    dialog.className = "search-dialog";
    dialog.dataset.added = "";
    dialog.setAttribute("aria-label", link.dataset.label);
    dialog.dataset.failed = link.dataset.failed;
    dialog.innerHTML = `<div class="search-line"><input type="search" name="q" autocomplete="off" spellcheck="false"><button type="button"></button></div>
      <p role="status"></p><ol class="hits"></ol><p class="search-more" hidden><a></a></p>`;
    const [input, close] = dialog.querySelectorAll("input, button");
    input.setAttribute("aria-label", link.dataset.label);
    input.placeholder = link.dataset.label;
    close.textContent = link.dataset.close;
    close.addEventListener("click", () => dialog.close());
    dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
    dialog.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      event.preventDefault(); // a search field would be emptied first
      dialog.close();
    });
    document.body.append(dialog);
    return Promise.all(["minisearch.js", "search-find.js", "search-show.js"].map(add))
      .then(() => planwrightShow(dialog, { all: link }))
      .catch(() => { location.href = link.href; });
  }

  async function open() {
    if (dialog?.open) return;
    const styled = add("search.css").catch(() => {});
    if (!dialog) build();
    await Promise.race([styled, new Promise((late) => setTimeout(late, 400))]);
    dialog.showModal();
    dialog.querySelector("input").select();
  }

  link.addEventListener("click", (event) => {
    if (page || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    open();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || isOff()) return;
    if (event.target.closest("input, textarea, select, [contenteditable]")) return;
    event.preventDefault();
    if (page) page.querySelector("[name=q]").focus();
    else open();
  });
})();
