"use strict";
// Listens to what happens, says whether it can, and keeps what counts down or up in step with the clock.
(() => {
  const chip = document.getElementById("live");
  const first = document.body.dataset.stream;
  const SAYS = { live: "Live", waiting: "Connecting", lost: "Connection lost, trying again", out: "Signed out: reload to sign in" };
  let source, last, retry, wait = 1000;

  function say(state) {
    if (chip.dataset.state !== state) {
      chip.hidden = false;
      chip.dataset.state = state === "out" ? "lost" : state;
      chip.querySelector(".says").textContent = SAYS[state];
    }
  }

  function address() {
    const url = new URL(first, location.href);
    if (last) url.searchParams.set("after", last);
    return url;
  }

  function heard(event) {
    if (event.lastEventId) last = event.lastEventId;
    document.body.dispatchEvent(new CustomEvent("live"));
    document.dispatchEvent(new CustomEvent("news", { detail: { kind: event.type, data: JSON.parse(event.data) } }));
  }

  function listen() {
    source = new EventSource(address());
    source.onopen = () => { wait = 1000; say("live"); };
    for (const kind of ["saga", "payment", "projections", "gap"]) source.addEventListener(kind, heard);
    source.onerror = lost;
  }

  function lost() {
    source.close();
    say("lost");
    later();
  }

  function later() {
    clearTimeout(retry);
    retry = setTimeout(again, wait);
    wait = Math.min(wait * 2, 15000);
  }

  // A stream that is refused tells no status; a request of the page's own does.
  function again() {
    fetch("/dashboard/stream/door", { credentials: "same-origin" })
      .then(answer => (answer.status === 401 ? say("out") : listen()))
      .catch(later);
  }

  function two(number) { return String(number).padStart(2, "0"); }

  function span(seconds) {
    const s = Math.max(0, Math.floor(seconds));
    if (s < 60) return s + " s";
    if (s < 3600) return Math.floor(s / 60) + " min " + two(s % 60) + " s";
    if (s < 86400) return Math.floor(s / 3600) + " h " + two(Math.floor(s % 3600 / 60)) + " min";
    return Math.floor(s / 86400) + " d " + Math.floor(s % 86400 / 3600) + " h";
  }

  function tick() {
    const now = Date.now();
    for (const each of document.querySelectorAll("time[data-until]")) {
      const left = (Date.parse(each.dateTime) - now) / 1000;
      each.textContent = left > 0 ? "in " + span(left) : "now";
    }
    for (const each of document.querySelectorAll("time[data-since]")) {
      each.textContent = span((now - Date.parse(each.dateTime)) / 1000);
    }
  }

  if (first) {
    say("waiting");
    listen();
    addEventListener("offline", lost);
    addEventListener("online", again);
    addEventListener("pagehide", () => source.close());
    addEventListener("pageshow", event => { if (event.persisted) listen(); });
  }
  tick();
  setInterval(tick, 1000);
  document.addEventListener("htmx:afterSwap", tick);
})();
