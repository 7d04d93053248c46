// Two chats at once: this page's own, and another person's beside it. The other is a whole page in a frame, so each has its
// stream, its dialogs and its focus to itself. On a narrow screen one of them is in front, and a tap shows the other.

import { byId, el, icon, paintAvatar } from "./dom.js";
import { toast } from "./dialog.js";
import { operatorMark } from "./mark.js";
import { nameOfOperator } from "./people.js";

/** What keeps, in the browser, who is shown beside. In the address it has the same name. */
const KEY = "beside";
/** Wide enough for two chats. */
const WIDE = matchMedia("(min-width: 900px)");
const BADGE_MAX = 99;

/** Whether this page is the one beside another. */
export const isFramed = window.parent !== window;

/** Tells the page around this one what it cannot know: who is shown, and that something new came. */
export function tellPageAround(news) {
  if (isFramed) window.parent.postMessage(news, location.origin);
}

export class Beside {
  #person;
  #operators;
  #toggle = byId("beside");
  #bar = byId("switch");
  #frame = null;
  #sides;
  #front = "own";

  /** `person` has this page; `operators` are ids. */
  constructor(person, operators) {
    this.#person = person;
    this.#operators = operators;
    this.#sides = { own: this.#side("own"), beside: this.#side("beside") };
    this.#bar.replaceChildren(this.#sides.own.node, this.#sides.beside.node,
      el("button", {
        class: "icon-button", type: "button", "aria-label": "Show one chat only", "data-testid": "beside-close",
        onclick: () => this.#close(),
      }, icon("close")));
    this.#name("own", person);
    this.#toggle.addEventListener("click", () => (this.#frame ? this.#close() : this.#openOperator()));
    window.addEventListener("message", (event) => this.#hear(event));
    WIDE.addEventListener("change", () => this.#draw());
    this.#begin();
  }

  /** Something new came into this page's own chat. */
  heard() {
    this.#count("own");
  }

  /** As the address says; without a word of it, as it was last in this browser. An operator needs none beside. */
  #begin() {
    const isOperator = this.#operators.includes(this.#person.id);
    this.#toggle.hidden = isOperator || this.#operators.length === 0;
    const named = new URL(location.href).searchParams.get(KEY) ?? (isOperator ? null : localStorage.getItem(KEY));
    if (named && !this.#isOwn(named)) this.#open(named);
  }

  #isOwn(name) {
    return name === String(this.#person.id) || name.toLowerCase() === this.#person.first_name.toLowerCase();
  }

  async #openOperator() {
    try {
      this.#open(await nameOfOperator(this.#operators));
      this.#bringToFront("beside");
    } catch (error) {
      toast(error.message);
    }
  }

  #open(name) {
    if (this.#frame) return;
    this.#frame = el("iframe", {
      class: "beside", "data-testid": "beside-chat", title: `The chat of ${name}`, src: `/chat/${encodeURIComponent(name)}`,
    });
    byId("chat").after(this.#frame);
    this.#name("beside", { first_name: name, id: 0 });
    this.#remember(name);
    this.#draw();
  }

  #close() {
    this.#frame?.remove();
    this.#frame = null;
    this.#front = "own";
    this.#remember(null);
    this.#draw();
    this.#toggle.focus();
  }

  #remember(name) {
    const address = new URL(location.href);
    if (name) {
      localStorage.setItem(KEY, name);
      address.searchParams.set(KEY, name);
    } else {
      localStorage.removeItem(KEY);
      address.searchParams.delete(KEY);
    }
    history.replaceState(null, "", address);
  }

  /** What the page beside tells: its menu of people can choose somebody else, too. */
  #hear({ origin, source, data }) {
    if (origin !== location.origin || !this.#frame || source !== this.#frame.contentWindow) return;
    if (data.message) this.#count("beside");
    if (!data.person) return;
    this.#frame.title = `The chat of ${data.person.first_name}`;
    this.#name("beside", data.person);
    this.#remember(data.person.first_name);
  }

  #bringToFront(name) {
    this.#front = name;
    this.#draw();
  }

  /** One more in a chat that is not on the screen. */
  #count(name) {
    if (!this.#frame || WIDE.matches || this.#front === name) return;
    this.#sides[name].unread += 1;
    this.#draw();
  }

  #draw() {
    const isOpen = this.#frame !== null;
    document.body.classList.toggle("with-beside", isOpen);
    this.#toggle.setAttribute("aria-pressed", String(isOpen));
    this.#bar.hidden = !isOpen || WIDE.matches;
    for (const [name, side] of Object.entries(this.#sides)) {
      const isInFront = name === this.#front;
      if (isInFront || WIDE.matches) side.unread = 0;
      side.node.setAttribute("aria-pressed", String(isInFront));
      side.badge.hidden = side.unread === 0;
      side.badge.textContent = Math.min(side.unread, BADGE_MAX);
      const chat = name === "own" ? byId("chat") : this.#frame;
      if (chat) chat.inert = isOpen && !isInFront && !WIDE.matches;
    }
  }

  /** A side's button on a narrow screen. */
  #side(name) {
    const avatar = el("span", { class: "avatar avatar-small", "aria-hidden": "true" });
    const label = el("span", { class: "switch-name", dir: "auto" });
    const badge = el("span", { class: "switch-badge", "data-testid": `badge-${name}`, hidden: true });
    const node = el("button", {
      class: "switch-side", type: "button", "data-testid": `switch-${name}`, onclick: () => this.#bringToFront(name),
    }, avatar, label, badge);
    return { node, avatar, label, badge, unread: 0 };
  }

  #name(name, { first_name, id }) {
    const { avatar, label } = this.#sides[name];
    paintAvatar(avatar, first_name, id);
    label.replaceChildren(first_name, ...(this.#operators.includes(id) ? [operatorMark()] : []));
  }
}
