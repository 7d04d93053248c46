// How Telegram can be made to go wrong, and what a person does that is no message: pins, timers, gifts, topics.

import * as api from "./api.js";
import { actionChip, faultChip } from "./chips.js";
import { el } from "./dom.js";
import { toast } from "./dialog.js";

/** Id, label, what it means, what is ordered. */
const FAULTS = [
  ["no_video_by_url", "No video by link", "Telegram answers 504 to every video that it shall fetch, for two minutes; uploads arrive",
    { method: "sendVideo", fault: "gateway_timeout", by: "url", seconds: 120 }],
  ["no_video", "No video at all", "504 to every video for two minutes", { method: "sendVideo", fault: "gateway_timeout", seconds: 120 }],
  ["video_unheard", "Video sent, 504", "The next video arrives, but the bot is told 504", { method: "sendVideo", fault: "gateway_timeout", done: true, times: 1 }],
  ["lost_answer", "Lose an answer", "The next message is sent, but the bot hears nothing of it", { method: "sendMessage", fault: "drop_reply", times: 1 }],
  ["down", "Down for 15 s", "Every call is answered with 502", { fault: "bad_gateway", seconds: 15 }],
  ["flooded", "Too many messages", "Messages are refused with 429 for ten seconds", { method: "sendMessage", fault: "too_many_requests", retry_after: 2, seconds: 10 }],
  ["no_invoices", "No invoices", "Invoices are refused for a minute: STARS_INVOICE_INVALID",
    { method: "sendInvoice", fault: "refused", description: "Bad Request: STARS_INVOICE_INVALID", seconds: 60 }],
  ["payment_unheard", "Payment not told", "The bot never hears of the next payment", { method: "successful_payment", fault: "lose_update", times: 1 }],
  ["dead_file", "Lose the next image", "The next file that you send cannot be fetched by the bot", { fault: "dead_file", times: 1 }],
  ["unauthorized", "401 for 10 s", "The bot's token is refused when it asks for updates", { method: "getUpdates", fault: "refused", status: 401, seconds: 10 }],
  ["conflict", "409 for 10 s", "Another process asks for the bot's updates", { method: "getUpdates", fault: "refused", status: 409, seconds: 10 }],
];
const SERVICES = [
  ["pin", "Pin a message", "Pins the newest message"],
  ["timer", "Set a timer", "Messages delete themselves after a day"],
  ["wallpaper", "Change the wallpaper", "Changes how the chat looks"],
  ["gift", "Send a gift", "Sends the bot a teddy bear"],
];
const WAITING = ["no update waits", "1 update waits"];
/** The topic that is written in when the switch is on. */
const THREAD = 7;

/** The sections of the panel about Telegram. `act` does something and has all read anew. */
export class TelegramSections {
  #act;
  #chat;
  #chips;
  #clear;
  #updates = el("p", { class: "panel-note", "data-testid": "telegram-updates" });
  #webhook;

  constructor(act, chat) {
    this.#act = act;
    this.#chat = chat;
    this.#chips = FAULTS.map(([id, label, meaning, order]) =>
      faultChip({ id, label, meaning, order }, "telegram-fault", () => act(() => api.telegramControl("faults", order))));
    this.#clear = el("button", { type: "button", "data-testid": "telegram-clear-faults", onclick: () => act(api.telegramClearFaults) }, "Clear");
    const actions = [
      this.#action("inaccessible", "Lose old messages", "The bot's messages so far get out of its reach, as after two days: their buttons still work", async () => {
        await api.telegramControl("inaccessible", { chat: chat.user.id });
        toast("What the bot has said so far is out of its reach now");
      }),
      this.#action("month_over", "End the month", "The paid month of your subscriptions is over now: they are renewed, or end", () =>
        api.telegramControl("subscriptions", { end_periods_of: String(chat.user.id) })),
    ];
    this.#webhook = [
      this.#action("webhook_gone", "Remove the webhook", "Another process removes the bot's webhook", () => api.telegramControl("webhook", { url: "" })),
      this.#action("webhook_taken", "Take the webhook", "Another process sets the webhook to an address of its own",
        () => api.telegramControl("webhook", { url: "http://127.0.0.1:9/another" })),
    ];
    this.sections = [
      el("section", {}, el("h3", {}, "Let Telegram go wrong", this.#clear),
        el("div", { class: "chips" }, this.#chips.map((chip) => chip.node), actions, this.#webhook), this.#updates),
      el("section", {}, el("h3", {}, "Do more than write"),
        el("div", { class: "chips" },
          SERVICES.map(([kind, label, meaning]) => this.#action(kind, label, meaning, () => chat.service(kind))), this.#topic())),
    ];
  }

  async read() {
    const [{ faults }, webhook] = await Promise.all([api.telegramState("faults"), api.telegramState("webhook")]);
    this.#clear.hidden = faults.length === 0;
    this.#chips.forEach((chip) => chip.show(faults));
    this.#webhook.forEach((node) => (node.hidden = !webhook.url));
    const way = webhook.url ? `Updates go to ${webhook.url}` : "The bot asks for updates";
    const wait = webhook.pending_update_count;
    const error = webhook.last_error_message ? `; last error: ${webhook.last_error_message}` : "";
    this.#updates.textContent = `${way}; ${WAITING[wait] ?? `${wait} updates wait`}${error}.`;
  }

  #action(id, label, meaning, action) {
    return actionChip({ id, label, meaning }, "telegram-action", () => this.#act(action));
  }

  #topic() {
    const node = el("button", {
      class: "chip", type: "button", "aria-pressed": "false", "data-testid": "topic-switch", title: "What you write goes into a topic of this chat",
      onclick: () => {
        this.#chat.thread = this.#chat.thread ? null : THREAD;
        node.setAttribute("aria-pressed", String(this.#chat.thread !== null));
      },
    }, `Write in topic ${THREAD}`);
    return node;
  }
}
