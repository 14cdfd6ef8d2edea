// Small comforts over pages that are complete without them. No state is kept here: every view is its address.
"use strict";

const all = (selector, root = document) => [...root.querySelectorAll(selector)];

// Reader: pointing at a record or at its words lights both; a click on underlined words goes to the record.
function light(numbers, on) {
  for (const number of numbers) {
    for (const element of all(`.card[data-record="${number}"], a[data-record="${number}"], .ev[data-records~="${number}"]`)) element.classList.toggle("lit", on);
  }
}
for (const element of all("[data-record], .ev[data-records]")) {
  const numbers = (element.dataset.record ?? element.dataset.records).split(" ");
  element.addEventListener("pointerenter", () => light(numbers, true));
  element.addEventListener("pointerleave", () => light(numbers, false));
  if (element.dataset.records) {
    element.addEventListener("click", event => {
      if (!event.target.closest("a") && getSelection().isCollapsed) location.hash = "r" + numbers[0];
    });
  }
}

// Pictures: one stop of the tab key; arrows go from mark to mark.
for (const picture of all("svg[data-marks]")) {
  const marks = all("a", picture);
  marks.forEach((mark, i) => mark.setAttribute("tabindex", i === 0 ? "0" : "-1"));
  picture.addEventListener("keydown", event => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    const at = marks.indexOf(document.activeElement);
    const next = event.key === "Home" ? 0 : event.key === "End" ? marks.length - 1 : step ? at + step : -1;
    if (at < 0 || !marks[next]) return;
    event.preventDefault();
    marks[at].setAttribute("tabindex", "-1");
    marks[next].setAttribute("tabindex", "0");
    marks[next].focus();
  });
}

// Start: files can be dropped anywhere on the zone.
for (const zone of all("[data-zone]")) {
  const input = zone.querySelector("input[type=file]");
  for (const name of ["dragenter", "dragover"]) zone.addEventListener(name, event => { event.preventDefault(); zone.classList.add("over"); });
  for (const name of ["dragleave", "drop"]) zone.addEventListener(name, () => zone.classList.remove("over"));
  zone.addEventListener("drop", event => { event.preventDefault(); input.files = event.dataTransfer.files; });
}

// An upload being read: the page asks how far it is, and shows the finished table once.
for (const reading of all("[data-reading][data-done='0']")) {
  const progress = reading.querySelector("progress");
  const label = reading.querySelector("label");
  const timer = setInterval(async () => {
    const answer = await fetch(reading.dataset.reading);
    if (!answer.ok) return;
    const state = await answer.json();
    progress.value = 100 * state.share;
    label.textContent = `${state.reports.length} report${state.reports.length === 1 ? "" : "s"} so far`;
    if (state.done) {
      clearInterval(timer);
      location.reload();
    }
  }, 700);
}
