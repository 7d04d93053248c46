// Inline keyboards. A pressed button shows that it waits until the bot has answered its callback query.

import { el, icon, withStars } from "./dom.js";
import { alertBox, toast } from "./dialog.js";
import { copy } from "./clipboard.js";

/** Telegram gives up on a silent bot some time too. */
const ANSWER_WITHIN_MS = 15000;
const CORNER = {
  url: "link", web_app: "link", login_url: "link", copy_text: "copy",
  switch_inline_query: "share", switch_inline_query_chosen_chat: "share", switch_inline_query_current_chat: "share",
};
/** With more buttons than this in a row, there is no room around the words. */
const ROOMY = 4;

export class Keyboards {
  #chat;
  #pay;
  #isPaid;
  #botName;
  #onPointer;
  #links;
  /** Buttons that wait, by message and data: a message may be drawn anew meanwhile. */
  #waiting = new Map();
  /** Query id to button key; an answer may overtake the id. */
  #queries = new Map();
  #early = new Map();

  constructor(chat, { pay, isPaid, botName, onPointer, links }) {
    this.#chat = chat;
    this.#pay = pay;
    this.#isPaid = isPaid;
    this.#botName = botName;
    this.#onPointer = onPointer;
    this.#links = links;
  }

  /** The keyboard of a message, or null. */
  draw(message) {
    const rows = rowsOf(message, this.#isPaid(message.message_id));
    if (!rows.length) return null;
    return el("div", { class: "keyboard", role: "group", "aria-label": "Buttons" }, rows.map((row) =>
      el("div", { class: `keyboard-row ${row.length > ROOMY ? "crowded" : ""}` }, row.map((button) => this.#button(message, button)))));
  }

  /** Takes the bot's answer to a callback query. */
  answered({ callback_query_id, text, show_alert, url }) {
    if (this.#queries.has(callback_query_id)) this.#stop(this.#queries.get(callback_query_id));
    else this.#early.set(callback_query_id, true);
    if (url) this.#links.open(url);
    if (!text) return;
    if (show_alert) alertBox(this.#botName(), text);
    else toast(text);
  }

  #button(message, button) {
    const key = `${message.message_id}:${button.callback_data}`;
    const kind = Object.keys(CORNER).find((name) => button[name] !== undefined);
    const waits = button.callback_data !== undefined && this.#waiting.has(key);
    const label = el("span", { class: "key-label", dir: "auto" }, withStars(button.text));
    const node = el("button", {
      class: ["key", button.style, button.pay && "pay", waits && "loading"].filter(Boolean).join(" "),
      type: "button",
      disabled: button.disabled,
      "data-testid": button.pay ? "pay" : "inline-button",
      "data-callback": button.callback_data,
      "aria-busy": waits ? "true" : null,
      onclick: (event) => {
        this.#pressed(message, button, key);
        // Whoever presses with a key stays at the keyboard; a pointer leaves the hands free for typing.
        if (event.detail > 0 && button.callback_data !== undefined) this.#onPointer();
      },
      // What does not fit is cut off, and told here.
      onpointerenter: () => (node.title = label.scrollWidth > label.clientWidth ? button.text : ""),
    }, label, kind && icon(CORNER[kind], "corner"));
    if (waits) this.#waiting.get(key).node = node;
    else if (button.callback_data !== undefined) node.dataset.key = key;
    return node;
  }

  #pressed(message, button, key) {
    if (button.pay) return this.#pay(message);
    if (button.copy_text) return copy(button.copy_text.text);
    const url = button.url ?? button.web_app?.url ?? button.login_url?.url;
    if (url) return this.#links.open(url);
    if (button.callback_data !== undefined) return this.#press(message.message_id, button.callback_data, key);
    const query = button.switch_inline_query ?? button.switch_inline_query_current_chat ?? button.switch_inline_query_chosen_chat?.query;
    if (query !== undefined || button.switch_inline_query_chosen_chat) return this.#links.shareQuery(query ?? "");
    return toast("This kind of button works only in Telegram itself");
  }

  async #press(messageId, data, key) {
    if (this.#waiting.has(key)) return;
    this.#start(key);
    try {
      const { callback_query_id } = await this.#chat.press(messageId, data);
      if (this.#early.delete(callback_query_id)) this.#stop(key);
      else this.#queries.set(callback_query_id, key);
    } catch (error) {
      this.#stop(key);
      toast(error.message);
    }
  }

  #start(key) {
    const node = document.querySelector(`[data-key="${CSS.escape(key)}"]`);
    node?.classList.add("loading");
    node?.setAttribute("aria-busy", "true");
    this.#waiting.set(key, { node, timer: setTimeout(() => this.#stop(key), ANSWER_WITHIN_MS) });
  }

  #stop(key) {
    const waiting = this.#waiting.get(key);
    if (!waiting) return;
    clearTimeout(waiting.timer);
    waiting.node?.classList.remove("loading");
    waiting.node?.removeAttribute("aria-busy");
    if (waiting.node) waiting.node.dataset.key = key;
    this.#waiting.delete(key);
  }
}

/** An invoice without a keyboard of its own gets Telegram's Pay button; one that is paid has none. */
function rowsOf(message, isPaid) {
  const rows = message.reply_markup?.inline_keyboard ?? [];
  if (isPaid) return rows.map((row) => row.filter((button) => !button.pay)).filter((row) => row.length);
  if (message.invoice && !rows.length) return [[{ text: `Pay ⭐ ${message.invoice.total_amount}`, pay: true }]];
  return rows;
}
