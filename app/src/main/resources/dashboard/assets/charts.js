"use strict";
// Draws the series that the page carries, and draws them again when the page has newer ones.
(() => {
  const drawn = new Map();
  const styles = () => getComputedStyle(document.documentElement);
  const colour = name => styles().getPropertyValue(name).trim();

  function axis(format) {
    return {
      stroke: colour("--ink-3"), grid: { stroke: colour("--line"), width: 1 }, ticks: { show: false },
      font: "11px " + styles().getPropertyValue("--sans"), size: format ? 52 : 24, gap: 4,
      values: format ? (chart, values) => values.map(format) : undefined
    };
  }

  const number = value => (value === null || value % 1 ? "" : value.toLocaleString("en-GB"));
  const took = value => (value >= 1000 ? value / 1000 + " s" : value + " ms");

  function series(colours, bars) {
    return colours.map(name => ({
      stroke: colour(name), width: bars ? 0 : 1.6, fill: bars ? colour(name) : undefined, points: { show: false },
      paths: bars ? uPlot.paths.bars({ size: [0.7, 12], align: 1 }) : undefined, spanGaps: true
    }));
  }

  function draw(place, data) {
    const bars = place.dataset.kind === "bars";
    const time = place.dataset.unit === "ms";
    return new uPlot({
      width: place.clientWidth, height: place.clientHeight, legend: { show: false }, cursor: { show: false },
      padding: [6, 4, 0, 0],
      scales: { x: { time: true }, y: { range: (chart, low, high) => [0, Math.max(high || 0, time ? 100 : 4) * 1.08] } },
      axes: [{ ...axis(), values: (chart, ticks) => ticks.map(tick => new Date(tick * 1000).toISOString().slice(11, 16)) }, axis(time ? took : number)],
      series: [{}, ...series(place.dataset.colours.split(" "), bars)]
    }, data, place);
  }

  function show() {
    const source = document.getElementById("series");
    if (!source) return;
    for (const place of document.querySelectorAll(".plot")) {
      const data = JSON.parse(source.dataset[place.dataset.from]);
      if (drawn.has(place)) drawn.get(place).setData(data);
      else drawn.set(place, draw(place, data));
    }
  }

  function anew() {
    for (const chart of drawn.values()) chart.destroy();
    drawn.clear();
    show();
  }

  show();
  document.addEventListener("htmx:afterSwap", show);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", anew);
  let later;
  addEventListener("resize", () => { clearTimeout(later); later = setTimeout(anew, 150); });
})();
