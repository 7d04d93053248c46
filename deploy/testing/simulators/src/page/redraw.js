// Edits in place: what one watches, reads or has the focus on stays when the rest of a message changes.

import { keepOpen } from "./quote.js";

/** Puts a message's new form where the old one was, and says which node shows it now. */
export function replaceMessage(before, after) {
  const focused = before.contains(document.activeElement) ? document.activeElement.dataset : null;
  keepOpen(before, after);
  const shown = keepsFilm(before, after) ? before : after;
  if (shown === after) before.replaceWith(after);
  if (focused) focusLike(shown, focused);
  return shown;
}

/** A film that stays goes on playing: only what is around it is exchanged. */
function keepsFilm(before, after) {
  const [old, fresh] = [before, after].map((node) => node.querySelector(":scope > .bubble > .film"));
  if (!old || !fresh || old.dataset.file !== fresh.dataset.file) return false;
  const [oldBubble, freshBubble] = [old.parentElement, fresh.parentElement];
  [...oldBubble.children].forEach((child) => child !== old && child.remove());
  const parts = [...freshBubble.children];
  const at = parts.indexOf(fresh);
  old.before(...parts.slice(0, at));
  old.after(...parts.slice(at + 1));
  oldBubble.className = freshBubble.className;
  [...before.children].forEach((child) => child !== oldBubble && child.remove());
  before.append(...[...after.children].filter((child) => child !== freshBubble));
  before.className = after.className;
  return true;
}

/** The same button again, if it is still there. */
function focusLike(node, { testid, callback }) {
  const same = [...node.querySelectorAll(`[data-testid="${CSS.escape(testid ?? "")}"]`)];
  same.find(({ dataset }) => dataset.callback === callback)?.focus({ preventScroll: true });
}
