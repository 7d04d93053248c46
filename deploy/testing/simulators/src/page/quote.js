// Long quotes, folded to a few lines until they are pressed.

import { el, icon } from "./dom.js";

/** A quote that is folded while it has more lines than show. */
export function foldable(children) {
  const words = el("span", { class: "quote-words" }, children);
  const toggle = el("button", { class: "fold", type: "button", "data-testid": "fold" }, icon("down"));
  const node = el("blockquote", { class: "foldable", "data-testid": "foldable" }, words, toggle);
  fold(node, true);
  node.addEventListener("click", (event) => {
    // Links in it work, and words in it can be selected.
    if (event.target.closest("a, .command, .spoiler, code") || !getSelection().isCollapsed) return;
    if (!node.classList.contains("fits")) fold(node, !isFolded(node));
  });
  new ResizeObserver(() => {
    if (isFolded(node)) node.classList.toggle("fits", words.scrollHeight <= words.clientHeight + 2);
  }).observe(words);
  return node;
}

/** Opens the quotes and spoilers of a message that were open in its earlier form. */
export function keepOpen(before, after) {
  const quotes = (node) => [...node.querySelectorAll(".foldable")];
  const spoilers = (node) => [...node.querySelectorAll(".spoiler")];
  const [wereQuotes, wereSpoilers] = [quotes(before), spoilers(before)];
  quotes(after).forEach((node, place) => wereQuotes[place] && !isFolded(wereQuotes[place]) && fold(node, false));
  spoilers(after).forEach((node, place) => wereSpoilers[place]?.classList.contains("shown") && node.classList.add("shown"));
}

const isFolded = (node) => node.classList.contains("folded");

function fold(node, isFolded) {
  node.classList.toggle("folded", isFolded);
  const toggle = node.querySelector(".fold");
  toggle.setAttribute("aria-expanded", String(!isFolded));
  toggle.setAttribute("aria-label", isFolded ? "Show the whole quote" : "Fold the quote");
}
