// Start, and start links: what a link carries is told to the bot with /start.

import { byId } from "./dom.js";
import { validPayload } from "./links.js";

export class Starter {
  #isOpen;
  #send;
  /** What a link carried that is to be sent when Start is pressed. */
  #payload = null;

  /** `isOpen`: whether the chat has begun and the bot is not blocked. `send` sends a text. */
  constructor({ isOpen, send }) {
    this.#isOpen = isOpen;
    this.#send = send;
    byId("start").addEventListener("click", () => this.press());
  }

  /** A start link was pressed. A chat that has begun tells the bot at once; otherwise Start does. */
  follow(payload) {
    if (payload === null) return;
    this.#payload = payload;
    if (this.#isOpen()) this.press();
    else byId("start").focus();
  }

  /** Follows the start parameter of the page's own address, once. */
  followAddress() {
    const address = new URL(location.href);
    const payload = validPayload(address.searchParams.get("start"));
    if (!address.searchParams.has("start")) return;
    address.searchParams.delete("start");
    history.replaceState(null, "", address);
    this.follow(payload);
  }

  /** The bot was unblocked, which is how a stopped chat is started again. */
  unblocked() {
    if (this.#payload !== null) this.press();
  }

  press() {
    this.#send(this.#payload === null ? "/start" : `/start ${this.#payload}`);
    this.#payload = null;
  }
}
