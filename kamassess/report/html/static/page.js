"use strict";
(() => {
  const root = document.documentElement;
  const all = (selector, within = document) => Array.from(within.querySelectorAll(selector));
  const named = (id) => document.getElementById(id);

  // ------------------------------------------------------------- light and dark
  const scheme = named("scheme");
  const prefersDark = window.matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => (root.dataset.scheme ? root.dataset.scheme === "dark" : prefersDark.matches);
  const showScheme = () => scheme.setAttribute("aria-pressed", String(isDark()));
  scheme.addEventListener("click", () => {
    root.dataset.scheme = isDark() ? "light" : "dark";
    showScheme();
  });
  prefersDark.addEventListener("change", showScheme);
  scheme.hidden = false;
  showScheme();

  // ------------------------------------------- pictures that are wider than the page
  for (const one of all(".picture")) {
    const holder = one.querySelector(".wide");
    const fit = one.querySelector(".fit");
    const natural = Number(holder.firstElementChild.getAttribute("width"));
    const fits = () => {
      fit.hidden = natural <= holder.clientWidth;
    };
    fit.addEventListener("click", () => {
      fit.setAttribute("aria-pressed", String(holder.classList.toggle("fitted")));
    });
    window.addEventListener("resize", fits);
    fits();
    // What keeps half of its size is shown whole at once; on a phone its letters come first.
    if (holder.clientWidth > natural / 2) fit.click();
  }

  // ----------------------------------------------------- on paper all is unfolded
  let foldedAgain = [];
  window.addEventListener("beforeprint", () => {
    foldedAgain = all("details:not([open])");
    for (const one of foldedAgain) one.open = true;
  });
  window.addEventListener("afterprint", () => {
    for (const one of foldedAgain) one.open = false;
    foldedAgain = [];
  });

  // ------------------------------------------------------- where a link leads to
  let clear = () => {};
  const reveal = () => {
    const target = named(decodeURIComponent(window.location.hash.slice(1)));
    if (!target) return;
    if (target.closest("[hidden]")) clear();
    for (let one = target.closest("details"); one; one = one.parentElement.closest("details")) one.open = true;
    target.scrollIntoView();
    if (target.tabIndex === -1) target.focus({ preventScroll: true });
  };
  window.addEventListener("hashchange", reveal);
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    if (link && link.hash === window.location.hash) reveal(); // else the address changes, which says so itself
  });

  // ------------------------------------------------------------ search and choose
  const filter = named("filter");
  if (filter) {
    const MOST_UNFOLDED = 40;
    const FACETS = ["kind", "grade", "level", "owner"];
    const search = named("search");
    const left = named("left");
    const unfold = named("unfold");
    const selects = all("select", filter);
    const checkpoints = all(".checkpoint");
    const holders = all(".checkpoint, .requirement, .checklist");
    const items = all(".item").map((element) => {
      const facets = { checklist: [element.closest(".checklist").dataset.checklist] };
      for (const name of FACETS) facets[name] = (element.dataset[name] || "").split(" ");
      const checkpoint = element.closest(".checkpoint");
      const within = [checkpoint, element.closest(".requirement"), element.closest(".checklist")];
      return { element, facets, checkpoint, within, isFinding: "kind" in element.dataset };
    });
    const total = items.filter((one) => one.isFinding).length;

    const texts = new Map(); // made when first asked for: who never searches never waits for it
    const text = (element, parts) => {
      let found = texts.get(element);
      if (found === undefined) {
        found = parts(element).map((one) => one.textContent).join("\n").toLowerCase();
        texts.set(element, found);
      }
      return found;
    };
    const whole = (element) => [element];
    const besideItems = (element) => Array.from(element.children).filter((one) => !one.matches(".items, .checkpoint"));
    const says = (item, word) =>
      text(item.element, whole).includes(word) ||
      text(item.checkpoint || item.within[1], besideItems).includes(word);

    let unfolded = []; // by a choice: with the choice it goes
    const apply = () => {
      const wanted = selects.filter((one) => one.value).map((one) => [one.dataset.facet, one.value]);
      const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
      const isChosen = wanted.length > 0 || words.length > 0;
      const seen = new Set();
      let count = 0;
      for (const one of items) {
        const fits =
          wanted.every(([name, value]) => one.facets[name].includes(value)) &&
          words.every((word) => says(one, word));
        one.element.hidden = !fits;
        if (!fits) continue;
        count += one.isFinding;
        for (const holder of one.within) if (holder) seen.add(holder);
      }
      for (const one of holders) one.hidden = isChosen && !seen.has(one);
      const shown = checkpoints.filter((one) => seen.has(one));
      for (const one of unfolded) one.open = false;
      unfolded = isChosen && shown.length <= MOST_UNFOLDED ? shown.filter((one) => !one.open) : [];
      for (const one of unfolded) one.open = true;
      filter.classList.toggle("chosen", isChosen);
      filter.removeAttribute("aria-busy");
      left.textContent = seen.size
        ? filter.dataset.left
            .replace("{count}", count)
            .replace("{total}", total)
            .replace("{checkpoints}", shown.length)
        : filter.dataset.nothing;
    };

    clear = () => {
      search.value = "";
      for (const one of selects) one.value = "";
      apply();
    };
    let waiting = 0;
    filter.addEventListener("input", (event) => {
      filter.setAttribute("aria-busy", "true"); // until it is done, nothing is read out
      window.clearTimeout(waiting);
      waiting = window.setTimeout(apply, event.target === search ? 150 : 0);
    });
    named("reset").addEventListener("click", () => {
      clear();
      search.focus();
    });
    unfold.addEventListener("click", () => {
      const open = unfold.getAttribute("aria-expanded") === "false";
      for (const one of checkpoints) one.open = open;
      unfolded = [];
      unfold.setAttribute("aria-expanded", String(open));
      unfold.textContent = open ? filter.dataset.fold : filter.dataset.unfold;
    });
    filter.hidden = false;
    clear(); // what a browser kept of an earlier visit is not what the page shows
  }
  reveal();
})();
