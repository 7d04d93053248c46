// The list of messages: keeps it in order, groups neighbours, names the days, and stays at the end while one reads there.

import { byId, el } from "./dom.js";
import { drawMessage, isOwn, isService } from "./bubble.js";
import { dayName } from "./format.js";

/** Neighbours by the same sender closer than this are one group, in seconds. */
const GROUP_SECONDS = 300;
/** This near the end counts as reading the newest message, in pixels. */
const NEAR_END = 90;

export class Messages {
  #list = byId("messages");
  #scroller = byId("scroller");
  #jump = byId("jump");
  #entries = new Map();
  /** Messages on their way out, oldest first. */
  #pending = [];
  #unread = 0;
  #pinned = true;
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

  /** Shows a message before the server has it. `send` does the sending and is tried again on request. */
  async sendOptimistically(draft, send) {
    const message = { ...draft, date: Math.floor(Date.now() / 1000), sending: true, failed: false };
    const pending = { message, node: null };
    message.retry = () => {
      this.#forget(pending);
      this.sendOptimistically(draft, send);
    };
    this.#pending.push(pending);
    this.#drawPending(pending);
    this.toEnd("smooth");
    try {
      await send();
    } catch (error) {
      Object.assign(message, { sending: false, failed: true });
      this.#drawPending(pending);
      throw error;
    }
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
    pending.node?.remove();
    pending.node = drawMessage(pending.message, this.#context);
    pending.node.classList.toggle("sending", pending.message.sending);
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
    const entries = [...this.#entries.values()].sort((a, b) => a.message.message_id - b.message.message_id);
    const wanted = this.#withDays([...entries, ...this.#pending]);
    let place = this.#list.firstChild;
    for (const node of wanted) {
      if (node === place) place = place.nextSibling;
      else this.#list.insertBefore(node, place);
    }
    while (place) {
      const next = place.nextSibling;
      place.remove();
      place = next;
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
