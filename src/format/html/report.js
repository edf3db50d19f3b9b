"use strict";
(() => {
  const root = document.documentElement;
  const theme = document.getElementById("theme");
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => (root.dataset.theme ? root.dataset.theme === "dark" : dark.matches);
  const name = () => { theme.textContent = isDark() ? "Light" : "Dark"; theme.setAttribute("aria-label", `${theme.textContent} theme`); };
  theme.hidden = false;
  theme.addEventListener("click", () => { root.dataset.theme = isDark() ? "light" : "dark"; name(); });
  dark.addEventListener("change", name);
  name();

  // paper has no summary to press
  let closed = [];
  addEventListener("beforeprint", () => {
    closed = [...document.querySelectorAll("details:not([open])")];
    closed.forEach((notes) => { notes.open = true; });
  });
  addEventListener("afterprint", () => closed.forEach((notes) => { notes.open = false; }));

  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  let lit = [];
  // the row, its mark, the later pieces of the mark and its bar on the strip
  const light = (row) => {
    lit.forEach((node) => node.classList.remove("lit"));
    const mark = document.getElementById(row.id.replace(/r(\d+)$/, "c$1"));
    const rest = mark ? document.querySelectorAll(`[data-of="${mark.id}"]`) : [];
    lit = [row, mark, ...rest, ...document.querySelectorAll(`.strip a[href="#${row.id}"]`)].filter(Boolean);
    lit.forEach((node) => node.classList.add("lit"));
    return mark;
  };
  const show = (node, focus) => {
    node.scrollIntoView({ block: "center", behavior: calm.matches ? "auto" : "smooth" });
    if (focus) node.focus({ preventScroll: true });
  };
  const rowOf = (link) => document.getElementById(decodeURIComponent((link.getAttribute("href") || link.dataset.href || "").slice(1)));

  document.addEventListener("click", (event) => {
    const link = event.target.closest(".c, .strip a");
    const row = link && rowOf(link);
    if (row) {
      event.preventDefault();
      if (row.hidden) row.closest(".side").querySelector("form").reset();
      light(row);
      show(row, true);
      return;
    }
    const own = event.target.closest("tbody tr");
    if (!own || getSelection().toString()) return;
    const inner = event.target.closest("td a");
    event.preventDefault();
    const mark = light(own);
    const target = (inner && document.getElementById(inner.getAttribute("href").slice(1))) || mark;
    if (target) show(target, false);
  });
  document.addEventListener("keydown", (event) => {
    const row = event.target.closest("tbody tr");
    if (event.key === "Escape") lit.forEach((node) => node.classList.remove("lit"));
    if (!row || event.target !== row) return;
    const step = { ArrowDown: "nextElementSibling", ArrowUp: "previousElementSibling" }[event.key];
    if (event.key === "Enter") {
      const mark = light(row);
      if (mark) show(mark, true);
    } else if (step) {
      let next = row[step];
      while (next && next.hidden) next = next[step];
      if (next) { next.focus(); light(next); }
    } else return;
    event.preventDefault();
  });

  const count = (number) => `${number} claim${number === 1 ? "" : "s"}`;
  const filter = (side) => {
    const rows = [...side.querySelectorAll("tbody tr")];
    const wanted = [...side.querySelectorAll("select")].filter((select) => select.value);
    rows.forEach((row) => {
      row.hidden = !wanted.every((select) => row.dataset[select.dataset.filter].split(" ").includes(select.value));
    });
    const left = rows.filter((row) => !row.hidden).length;
    side.querySelector(".count").textContent = left === rows.length ? count(left) : `${left} of ${count(rows.length)}`;
  };
  const sort = (head) => {
    const up = head.getAttribute("aria-sort") !== "ascending";
    [...head.parentNode.cells].forEach((cell) => cell.setAttribute("aria-sort", "none"));
    head.setAttribute("aria-sort", up ? "ascending" : "descending");
    const body = head.closest("table").tBodies[0];
    const numeric = ["n", "value", "change"].includes(head.dataset.key);
    const key = (row) => row.cells[head.cellIndex].dataset.sort;
    const order = (a, b) => {
      const [first, second] = [key(a), key(b)];
      // what has no value stays below
      if (!first || !second) return (first ? 0 : 1) - (second ? 0 : 1);
      const by = numeric ? first - second : first < second ? -1 : first > second ? 1 : 0;
      return up ? by : -by;
    };
    [...body.rows].sort(order).forEach((row) => body.append(row));
  };
  document.querySelectorAll(".side").forEach((side) => {
    const form = side.querySelector("form");
    if (!form) return;
    form.hidden = false;
    form.addEventListener("change", () => filter(side));
    form.addEventListener("reset", () => { form.querySelectorAll("select").forEach((select) => { select.value = ""; }); filter(side); });
    side.querySelectorAll("thead th").forEach((head) => {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = head.textContent;
      head.replaceChildren(button);
      head.setAttribute("aria-sort", "none");
      button.addEventListener("click", () => sort(head));
    });
    side.querySelectorAll("tbody tr").forEach((row) => { row.tabIndex = 0; });
    side.querySelectorAll("tbody th a").forEach((link) => { link.tabIndex = -1; });
  });
})();
