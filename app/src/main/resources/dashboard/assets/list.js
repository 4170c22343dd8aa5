"use strict";
// Keeps the rows of a list as they are by now; what is new waits until somebody wants to see it.
(() => {
  const rows = document.getElementById("rows");
  const more = document.getElementById("more");
  const changed = new Set(), unseen = new Set();
  let later;

  function put(fetched, asked) {
    const found = new Set();
    for (const row of fetched.querySelectorAll("tr[id]")) {
      found.add(row.id);
      const old = document.getElementById(row.id);
      if (!old) { unseen.add(row.id); continue; }
      const focused = old.contains(document.activeElement);
      row.classList.add("fresh");
      old.replaceWith(row);
      if (focused) row.querySelector("a").focus();
    }
    for (const id of asked) {
      const old = document.getElementById("p" + id);
      if (old && !found.has("p" + id)) old.classList.add("gone");
    }
    more.hidden = unseen.size === 0;
    more.querySelector(".says").textContent = unseen.size === 1 ? "(1 payment)" : "(" + unseen.size + " payments)";
    document.dispatchEvent(new CustomEvent("htmx:afterSwap"));
  }

  function look() {
    const asked = [...changed].slice(0, 100);
    asked.forEach(id => changed.delete(id));
    later = undefined;
    const url = new URL(rows.dataset.rows, location.href);
    url.searchParams.set("ids", asked.join(","));
    fetch(url, { credentials: "same-origin", headers: { "HX-Request": "true" } })
      .then(answer => (answer.ok ? answer.text() : ""))
      .then(text => {
        const table = document.createElement("template");
        table.innerHTML = "<table><tbody>" + text + "</tbody></table>";
        if (text) put(table.content, asked);
      })
      .catch(() => {});
    if (changed.size) later = setTimeout(look, 1000);
  }

  document.addEventListener("news", event => {
    if (event.detail.kind === "gap") { location.reload(); return; }
    if (event.detail.kind !== "saga") return;
    changed.add(event.detail.data.paymentId);
    later = later || setTimeout(look, 700);
  });
})();
