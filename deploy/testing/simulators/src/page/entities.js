// Formatted text: the Bot API's entities (offsets in UTF-16, as JavaScript counts) to elements.

import { el } from "./dom.js";
import { toast } from "./dialog.js";

const SAFE_LINK = /^(https?|tg|mailto|tel):/i;

/** Nodes for a text with its entities. `onCommand` is called when a bot command in it is pressed. */
export function richText(text, entities = [], onCommand = () => {}) {
  const sorted = [...entities].sort((a, b) => a.offset - b.offset || b.length - a.length);
  return nodes(text, 0, text.length, sorted, onCommand);
}

function nodes(text, from, to, entities, onCommand) {
  const made = [];
  let at = from;
  entities.forEach((entity, index) => {
    // Inside one that was taken before, or overlapping it.
    if (entity.offset < at) return;
    const end = Math.min(entity.offset + entity.length, to);
    const inner = entities.slice(index + 1).filter((other) => other.offset < end);
    if (entity.offset > at) made.push(text.slice(at, entity.offset));
    const children = nodes(text, entity.offset, end, inner, onCommand);
    made.push(wrap(entity, children, text.slice(entity.offset, end), onCommand));
    at = end;
  });
  if (at < to) made.push(text.slice(at, to));
  return made;
}

function wrap(entity, children, text, onCommand) {
  switch (entity.type) {
    case "bold": return el("b", {}, children);
    case "italic": return el("i", {}, children);
    case "underline": return el("u", {}, children);
    case "strikethrough": return el("s", {}, children);
    case "code": return el("code", { title: "Copy", onclick: () => copy(text) }, children);
    case "pre": return el("pre", {}, children);
    case "blockquote": return el("blockquote", {}, children);
    case "expandable_blockquote": return folded(children);
    case "spoiler": return spoiler(children);
    case "text_link": return link(entity.url, children);
    case "url": return link(SAFE_LINK.test(text) ? text : `https://${text}`, children);
    case "email": return link(`mailto:${text}`, children);
    case "phone_number": return link(`tel:${text}`, children);
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

function link(url, children) {
  if (!SAFE_LINK.test(url)) return el("span", {}, children);
  return el("a", { href: url, target: "_blank", rel: "noopener noreferrer" }, children);
}

function spoiler(children) {
  const show = () => node.classList.add("shown");
  const node = el("span", {
    class: "spoiler", tabindex: "0", role: "button", "aria-label": "Hidden text, press to show",
    onclick: show, onkeydown: (event) => event.key === "Enter" && show(),
  }, children);
  return node;
}

function folded(children) {
  const node = el("blockquote", { class: "folded", onclick: () => node.classList.toggle("folded") }, children);
  return node;
}

/** Puts a text on the clipboard and says so. */
export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    toast("Copied to the clipboard");
  } catch {
    toast("The browser did not allow copying");
  }
}
