// The colour scheme: the reader's own choice, kept in this browser, before the
// system's. Loaded in the head so that a page never flashes in the other scheme.
(function () {
  const root = document.documentElement;
  const order = ["auto", "light", "dark"];

  function stored() {
    try {
      return localStorage.getItem("theme");
    } catch {
      return null; // storage is switched off: the choice lasts for this page
    }
  }

  function apply(theme) {
    if (theme === "light" || theme === "dark") root.dataset.theme = theme;
    else delete root.dataset.theme;
  }

  apply(stored());

  document.addEventListener("DOMContentLoaded", function () {
    const button = document.querySelector('[data-action="theme"]');
    if (!button) return;
    const current = () => root.dataset.theme || "auto";
    const label = () => {
      button.firstElementChild.textContent = button.title = button.dataset[current()];
    };
    document.addEventListener("planwright:patch", label);
    button.addEventListener("click", function () {
      const next = order[(order.indexOf(current()) + 1) % order.length];
      apply(next);
      label();
      try {
        localStorage.setItem("theme", next);
      } catch { /* as above */ }
    });
    label();
    button.hidden = false;
  });
})();
