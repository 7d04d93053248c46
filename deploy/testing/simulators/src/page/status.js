// The line under the bot's name: what it is doing, or that the connection is lost.

import { byId } from "./dom.js";

/** A chat action lasts five seconds, as in Telegram. */
const ACTION_MS = 5000;
const ACTIONS = {
  typing: "typing", upload_photo: "sending photo", record_video: "recording video", upload_video: "sending video",
  upload_document: "sending file", choose_sticker: "choosing a sticker", record_voice: "recording voice", upload_voice: "sending voice",
};

export class Status {
  #line = byId("chat-status");
  #connected = false;
  #action = null;
  #timer;

  connected(connected) {
    this.#connected = connected;
    this.#draw();
  }

  /** Shows an action; null ends it, as a message from the bot does. */
  action(name) {
    clearTimeout(this.#timer);
    this.#action = name && (ACTIONS[name] ?? "busy");
    if (name) this.#timer = setTimeout(() => this.action(null), ACTION_MS);
    this.#draw();
  }

  #draw() {
    this.#line.textContent = !this.#connected ? "Connecting" : this.#action ?? "bot";
    this.#line.classList.toggle("active", !this.#connected || this.#action !== null);
    this.#line.dataset.state = this.#connected ? "connected" : "connecting";
  }
}
