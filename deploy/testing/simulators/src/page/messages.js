// The list of messages: keeps it in order, groups neighbours, names the days, and stays at the end while one reads there.

import { Albums, albumOf } from "./album.js";
import { byId, el } from "./dom.js";
import { drawAlbumItem, drawMessage, isOwn } from "./bubble.js";
import { playEffect } from "./effects.js";
import { dayName } from "./format.js";
import { replaceMessage } from "./redraw.js";
import { isService } from "./service.js";

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
  #albums;

  constructor(context) {
    this.#context = context;
    this.#albums = new Albums(context);
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
    const { node } = this.#entries.get(message.message_id);
    node.classList.add("arriving");
    if (message.effect_id) playEffect(message.effect_id, node);
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

  get(id) {
    return this.#entries.get(id)?.message ?? null;
  }

  /** Scrolls to a message and marks it for a moment. */
  show(id) {
    const node = this.#entries.get(id)?.node;
    if (!node) return;
    node.scrollIntoView({ block: "center", behavior: "smooth" });
    node.classList.remove("shown");
    requestAnimationFrame(() => node.classList.add("shown"));
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
    const fresh = this.#draw(message);
    const node = known ? replaceMessage(known.node, fresh) : fresh;
    this.#entries.set(message.message_id, { message, node, json });
  }

  #draw(message) {
    return albumOf(message) ? drawAlbumItem(message, this.#context) : drawMessage(message, this.#context);
  }

  #drop(id) {
    this.#entries.get(id)?.node.remove();
    this.#entries.delete(id);
  }

  #drawPending(pending) {
    for (const one of pending) {
      one.node?.remove();
      one.node = this.#draw(one.message);
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
    const blocks = blocksOf(entries);
    blocks.forEach((block, index) => {
      const [before, { message }, after] = [blocks[index - 1]?.at(-1), block[0], blocks[index + 1]?.[0]];
      const node = albumOf(message) ? this.#albums.draw(block) : block[0].node;
      const day = dayName(message.date);
      if (!before || dayName(before.message.date) !== day) nodes.push(this.#dayNode(day));
      node.classList.toggle("first", !before || !sameGroup(before.message, message));
      node.classList.toggle("last", !after || !sameGroup(message, after.message));
      nodes.push(node);
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

/** The entries, those of one album together. */
function blocksOf(entries) {
  const blocks = [];
  for (const entry of entries) {
    const album = albumOf(entry.message);
    if (album && album === albumOf(blocks.at(-1)?.at(-1).message ?? {})) blocks.at(-1).push(entry);
    else blocks.push([entry]);
  }
  return blocks;
}

function sameGroup(a, b) {
  return isOwn(a) === isOwn(b) && !isService(a) && !isService(b)
    && b.date - a.date < GROUP_SECONDS && dayName(a.date) === dayName(b.date);
}
