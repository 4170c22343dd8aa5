"use strict";
// Has the page of one payment fetched anew when something has happened to it; what somebody has opened stays open.
(() => {
  let later, opened = [];
  document.addEventListener("news", event => {
    const page = document.getElementById("whole");
    const { kind, data } = event.detail;
    if (!page || !(kind === "gap" || (kind === "saga" && data.paymentId === page.dataset.saga))) return;
    clearTimeout(later);
    later = setTimeout(() => htmx.trigger(document.getElementById("whole"), "mine"), 250);
  });
  const all = () => [...document.querySelectorAll("#whole .story details")];
  document.addEventListener("htmx:beforeSwap", () => { opened = all().map(each => each.open); });
  document.addEventListener("htmx:afterSwap", () => { all().forEach((each, i) => { each.open = Boolean(opened[i]); }); });
})();
