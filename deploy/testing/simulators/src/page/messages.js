// The list of messages: keeps it in order, groups neighbours, names the days, and stays at the end while one reads there.

import { byId, el } from "./dom.js";
import { drawMessage, isOwn, isService } from "./bubble.js";
import { dayName } from "./format.js";

/** Neighbours by the same sender closer than this are one group, in seconds. */
const GROUP_SECONDS = 300;
/** This near the end counts as reading the newest message, in pixels. */
const NEAR_END = 90;
/** How long the day stays on the screen after scrolling. */
const DAY_SHOWS_MS = 900;

export class Messages {
  #list = byId("messages");
  #scroller = byId("scroller");
  #jump = byId("jump");
  #entries = new Map();
  /** Messages on their way out, oldest first. */
  #pending = [];
  #unread = 0;
  #pinned = true;
  #resting;
  #context;

  constructor(context) {
    this.#context = context;
    this.#scroller.addEventListener("scroll", () => this.#scrolled());
    this.#jump.addEventListener("click", () => this.toEnd("smooth"));
    // Pictures, keyboards and the growing composer move the end; whoever reads there stays there.
    const stay = new ResizeObserver(() => this.#pinned && this.toEnd());
    stay.observe(this.#list);
    stay.observe(this.#scroller);
  }

  get isEmpty() {
    return this.#entries.size === 0 && this.#pending.length === 0;
  }

  /** Makes the list what the server says it is, touching only what differs. */
  replace(messages) {
    const ids = new Set(messages.map((message) => message.message_id));
    for (const id of [...this.#entries.keys()]) if (!ids.has(id)) this.#drop(id);
    messages.forEach((message) => this.#put(message));
    this.#arrange();
  }

  /** A new message from either side. */
  add(message) {
    const isNew = !this.#entries.has(message.message_id);
    if (isOwn(message) && isNew && !isService(message)) this.#settlePending(message);
    this.#put(message);
    this.#arrange();
    if (!isNew) return;
    this.#entries.get(message.message_id).node.classList.add("arriving");
    if (this.#pinned || isOwn(message)) this.toEnd("smooth");
    else this.#count(this.#unread + 1);
  }

  edit(message) {
    this.#put(message);
    this.#arrange();
  }

  remove(id) {
    this.#drop(id);
    this.#arrange();
  }

  /** Draws a message anew, after something else than its content changed. */
  redraw(id) {
    const entry = this.#entries.get(id);
    if (!entry) return;
    entry.json = "";
    this.edit(entry.message);
  }

  /** Shows messages before the server has them. `send` does the sending and is tried again on request. */
  async sendOptimistically(drafts, send) {
    const date = Math.floor(Date.now() / 1000);
    // A message that fails stays where it was sent: behind what was there then.
    const after = Math.max(0, ...this.#entries.keys());
    const pending = drafts.map((draft) => ({ message: { ...draft, date, sending: true, failed: false }, node: null, after }));
    const retry = () => {
      pending.forEach((one) => this.#forget(one));
      this.sendOptimistically(drafts, send).catch(() => {});
    };
    pending.forEach((one) => (one.message.retry = retry));
    this.#pending.push(...pending);
    this.#drawPending(pending);
    this.toEnd("smooth");
    try {
      const sent = await send();
      // The stream may have been faster; then this changes nothing.
      pending.forEach((one) => this.#forget(one));
      if (sent?.message_id) this.add(sent);
      else this.#arrange();
    } catch (error) {
      pending.forEach((one) => Object.assign(one.message, { sending: false, failed: true }));
      this.#drawPending(pending);
      throw error;
    }
  }

  /** The newest text that this person has sent. */
  get lastOwn() {
    const own = [...this.#entries.values()].map(({ message }) => message).filter((message) => isOwn(message) && message.text);
    return own.sort((a, b) => a.message_id - b.message_id).at(-1) ?? null;
  }

  toEnd(behavior = "instant") {
    this.#pinned = true;
    this.#count(0);
    this.#scroller.scrollTo({ top: this.#scroller.scrollHeight, behavior });
  }

  #put(message) {
    const json = JSON.stringify(message);
    const known = this.#entries.get(message.message_id);
    if (known?.json === json) return;
    const node = drawMessage(message, this.#context);
    known?.node.replaceWith(node);
    this.#entries.set(message.message_id, { message, node, json });
  }

  #drop(id) {
    this.#entries.get(id)?.node.remove();
    this.#entries.delete(id);
  }

  #drawPending(pending) {
    for (const one of pending) {
      one.node?.remove();
      one.node = drawMessage(one.message, this.#context);
      one.node.classList.toggle("sending", one.message.sending);
    }
    this.#arrange();
  }

  /** The server's copy of a message takes the place of ours: the oldest on its way with the same words. */
  #settlePending(message) {
    const words = message.text ?? message.caption ?? "";
    const pending = this.#pending.find(({ message: sent }) => sent.sending && (sent.text ?? sent.caption ?? "") === words);
    if (pending) this.#forget(pending);
  }

  #forget(pending) {
    pending.node?.remove();
    this.#pending = this.#pending.filter((other) => other !== pending);
  }

  /** Puts the nodes in order without moving those that are in place, so that playing videos go on. */
  #arrange() {
    const place = ({ message, after }) => message.message_id ?? (message.failed ? after + 0.5 : Infinity);
    const entries = [...this.#entries.values(), ...this.#pending].sort((a, b) => (place(a) > place(b)) - (place(a) < place(b)));
    const wanted = this.#withDays(entries);
    let at = this.#list.firstChild;
    for (const node of wanted) {
      if (node === at) at = at.nextSibling;
      else this.#list.insertBefore(node, at);
    }
    while (at) {
      const next = at.nextSibling;
      at.remove();
      at = next;
    }
    this.#context.onChange();
  }

  #withDays(entries) {
    const nodes = [];
    entries.forEach((entry, index) => {
      const [before, after] = [entries[index - 1], entries[index + 1]];
      const day = dayName(entry.message.date);
      if (!before || dayName(before.message.date) !== day) nodes.push(this.#dayNode(day));
      entry.node.classList.toggle("first", !before || !sameGroup(before.message, entry.message));
      entry.node.classList.toggle("last", !after || !sameGroup(entry.message, after.message));
      nodes.push(entry.node);
    });
    return nodes;
  }

  #dayNode(day) {
    const known = [...this.#list.children].find((node) => node.dataset.day === day);
    return known ?? el("li", { class: "day", "data-day": day }, el("span", {}, day));
  }

  #scrolled() {
    const { scrollHeight, scrollTop, clientHeight } = this.#scroller;
    this.#pinned = scrollHeight - scrollTop - clientHeight < NEAR_END;
    if (this.#pinned) this.#count(0);
    this.#jump.hidden = this.#pinned;
    this.#showDay();
  }

  /** The pill of a day covers what it floats over, so it shows only while one scrolls. */
  #showDay() {
    for (const day of this.#list.querySelectorAll(".day")) {
      const next = day.nextElementSibling;
      day.classList.toggle("floating", Boolean(next) && day.getBoundingClientRect().bottom > next.getBoundingClientRect().top + 2);
    }
    this.#list.classList.add("scrolled");
    clearTimeout(this.#resting);
    this.#resting = setTimeout(() => this.#list.classList.remove("scrolled"), DAY_SHOWS_MS);
  }

  #count(unread) {
    this.#unread = unread;
    byId("jump-count").textContent = unread;
    byId("jump-count").hidden = unread === 0;
  }
}

function sameGroup(a, b) {
  return isOwn(a) === isOwn(b) && !isService(a) && !isService(b)
    && b.date - a.date < GROUP_SECONDS && dayName(a.date) === dayName(b.date);
}
