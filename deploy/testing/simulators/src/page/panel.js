// The panel of the simulators: what is simulated, what can be made to go wrong, and what KIE sees.

import { byId, el, icon } from "./dom.js";
import { toast } from "./dialog.js";
import { KieSections } from "./panel_kie.js";
import { TelegramSections } from "./panel_telegram.js";

const READ_EVERY_MS = 1000;
/** From which width there is room for the panel beside the chat, or beside two. */
const ROOM = { one: matchMedia("(min-width: 1000px)"), two: matchMedia("(min-width: 1500px)") };

/** The panel. It asks instead of listening: every stream held open takes a connection from the chat. */
export class Panel {
  #node = byId("panel");
  #parts;

  /** `kie`: whether KIE is simulated. `chat`: the person's chat, if Telegram is. */
  constructor({ kie, chat }) {
    const act = (action) => this.#act(action);
    this.#parts = [kie && new KieSections(act), chat && new TelegramSections(act, chat)].filter(Boolean);
    const [first, ...rest] = this.#parts.map((part) => part.sections);
    this.#node.replaceChildren(
      el("div", { class: "panel-head" }, el("h2", {}, kie ? "Behind the scenes" : "Simulated Telegram"), el("span", { class: "tag" }, "Simulator"),
        el("button", { class: "icon-button", type: "button", id: "panel-close", "aria-label": "Close" }, icon("close"))),
      ...first, ...rest.flat(), ...this.#parts.flatMap((part) => part.last ?? []),
      el("p", { class: "panel-meaning", role: "status", "data-testid": "panel-meaning" }, "Point at a button to read what it does."));
    this.#node.hidden = false;
    document.body.classList.add("with-panel");
    this.#setUpSlideOver();
    this.#keepReading();
  }

  async #keepReading() {
    const isOnScreen = !document.hidden && getComputedStyle(this.#node).visibility === "visible";
    // A simulator that restarts is asked again; the chat's header says that the connection is lost.
    if (isOnScreen) await this.#read().catch(() => {});
    setTimeout(() => this.#keepReading(), READ_EVERY_MS);
  }

  async #read() {
    await Promise.all(this.#parts.map((part) => part.read()));
  }

  /** Does something at a simulator and shows what came of it at once. */
  async #act(action) {
    try {
      await action();
      await this.#read();
    } catch (error) {
      toast(error.message);
    }
  }

  /** The panel slides over the chat where there is no room beside it. */
  #place() {
    const { classList } = document.body;
    classList.toggle("panel-slides", !ROOM[classList.contains("with-beside") ? "two" : "one"].matches);
  }

  #setUpSlideOver() {
    this.#place();
    Object.values(ROOM).forEach((room) => room.addEventListener("change", () => this.#place()));
    new MutationObserver(() => this.#place()).observe(document.body, { attributeFilter: ["class"] });
    const toggle = byId("panel-toggle");
    toggle.hidden = false;
    byId("scrim").hidden = false;
    const open = (isOpen) => {
      this.#node.classList.toggle("open", isOpen);
      toggle.setAttribute("aria-expanded", String(isOpen));
      if (isOpen) this.#act(async () => {});
      else toggle.focus();
    };
    toggle.addEventListener("click", () => open(!this.#node.classList.contains("open")));
    byId("panel-close").addEventListener("click", () => open(false));
    byId("scrim").addEventListener("click", () => open(false));
    this.#node.addEventListener("keydown", (event) => event.key === "Escape" && open(false));
  }
}
