// Dialogs and toasts. The browser's own <dialog> keeps the focus inside and closes on Escape.

import { byId, el, icon } from "./dom.js";

const TOAST_MS = 3500;

/** Opens a dialog with the given content; it is gone from the page when closed. */
export function openDialog(title, body, attributes = {}) {
  const dialog = el("dialog", { "aria-label": title, ...attributes },
    el("div", { class: "dialog-head" },
      el("h2", {}, title),
      el("button", { class: "icon-button", type: "button", "aria-label": "Close", onclick: () => dialog.close() }, icon("close"))),
    el("div", { class: "dialog-body" }, body));
  return show(dialog);
}

/** Opens a picture over everything. */
export function openLightbox(url, label) {
  const dialog = el("dialog", { class: "lightbox", "aria-label": label, onclick: () => dialog.close() },
    el("img", { src: url, alt: label }));
  show(dialog);
}

/** A short note that goes away by itself. */
export function toast(text) {
  const note = el("div", { class: "toast", dir: "auto", "data-testid": "toast" }, text);
  byId("toasts").append(note);
  setTimeout(() => note.remove(), TOAST_MS + text.length * 25);
}

/** A note that must be closed, as for callback answers with show_alert. */
export function alertBox(title, text) {
  const dialog = openDialog(title, [
    el("p", { dir: "auto", "data-testid": "alert-text" }, text),
    el("button", { class: "button", type: "button", "data-testid": "alert-ok", autofocus: true, onclick: () => dialog.close() }, "OK"),
  ], { "data-testid": "alert" });
}

function show(dialog) {
  document.body.append(dialog);
  dialog.addEventListener("close", () => dialog.remove());
  // A press beside the box lands on the dialog itself.
  dialog.addEventListener("pointerdown", (event) => event.target === dialog && dialog.close());
  dialog.showModal();
  return dialog;
}
