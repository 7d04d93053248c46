// Formatted text: the Bot API's entities (offsets in UTF-16, as JavaScript counts) to elements.

import { el } from "./dom.js";
import { copy } from "./clipboard.js";
import { isSafe } from "./links.js";
import { foldable } from "./quote.js";

/** What stands on lines of its own. */
const BLOCKS = ["blockquote", "expandable_blockquote", "pre"];

/** Nodes for a text with its entities. `context` has `onCommand`, for bot commands that are pressed, and `links`. */
export function richText(text, entities = [], context) {
  const sorted = [...entities].sort((a, b) => a.offset - b.offset || b.length - a.length);
  return nodes(text, 0, text.length, sorted, context);
}

function nodes(text, from, to, entities, context) {
  const made = [];
  let at = from;
  entities.forEach((entity, index) => {
    // Inside one that was taken before, or overlapping it.
    if (entity.offset < at) return;
    const end = Math.min(entity.offset + entity.length, to);
    const inner = entities.slice(index + 1).filter((other) => other.offset < end);
    if (entity.offset > at) made.push(text.slice(at, entity.offset));
    const children = nodes(text, entity.offset, end, inner, context);
    made.push(wrap(entity, children, text.slice(entity.offset, end), context));
    // The end of a block is the end of a line already.
    at = BLOCKS.includes(entity.type) && text[end] === "\n" && end < to ? end + 1 : end;
  });
  if (at < to) made.push(text.slice(at, to));
  return made;
}

function wrap(entity, children, text, { onCommand, links }) {
  switch (entity.type) {
    case "bold": return el("b", {}, children);
    case "italic": return el("i", {}, children);
    case "underline": return el("u", {}, children);
    case "strikethrough": return el("s", {}, children);
    case "code": return el("code", { title: "Copy", onclick: () => copy(text) }, children);
    case "pre": return el("pre", {}, children);
    case "blockquote": return el("blockquote", {}, children);
    case "expandable_blockquote": return foldable(children);
    case "spoiler": return spoiler(children);
    case "text_link": return link(entity.url, children, links);
    case "url": return link(isSafe(text) ? text : `https://${text}`, children, links);
    case "email": return link(`mailto:${text}`, children, links);
    case "phone_number": return link(`tel:${text}`, children, links);
    case "mention":
    case "hashtag":
    case "cashtag":
    case "text_mention": return el("a", {}, children);
    case "bot_command":
      return el("button", { class: "command", type: "button", onclick: () => onCommand(text) }, children);
    // Custom emoji and what later versions bring: their plain text.
    default: return el("span", {}, children);
  }
}

function link(url, children, links) {
  if (!isSafe(url)) return el("span", {}, children);
  const follow = (event) => links.follow(url) && event.preventDefault();
  return el("a", { href: url, target: "_blank", rel: "noopener noreferrer", onclick: follow }, children);
}

function spoiler(children) {
  const show = () => node.classList.add("shown");
  const node = el("span", {
    class: "spoiler", tabindex: "0", role: "button", "aria-label": "Hidden text, press to show",
    onclick: show, onkeydown: (event) => ["Enter", " "].includes(event.key) && (event.preventDefault(), show()),
  }, children);
  return node;
}
