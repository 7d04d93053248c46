// Paying with Stars, and getting more of them.

import { byId, el, icon } from "./dom.js";
import { openDialog, toast } from "./dialog.js";
import { amount } from "./format.js";

const OFFERS = [100, 500, 1000, 2500, 10000];
const SHOW_SUCCESS_MS = 1600;

export class Checkout {
  #chat;
  #stars = 0;
  #paid = new Set();
  #botName;
  #onPaid;
  #watchers = new Set();
  #subscriptions = [];

  constructor(chat, { botName, onPaid }) {
    this.#chat = chat;
    this.#botName = botName;
    this.#onPaid = onPaid;
    byId("stars").addEventListener("click", () => this.topUp());
  }

  set stars(balance) {
    this.#stars = balance;
    byId("stars-balance").textContent = amount(balance);
    this.#watchers.forEach((watch) => watch());
  }

  /** The invoices that are paid, as the server knows them. */
  set paid(ids) {
    const news = ids.filter((id) => !this.#paid.has(id));
    news.forEach((id) => this.#paid.add(id));
    news.forEach((id) => this.#onPaid(id));
  }

  isPaid(messageId) {
    return this.#paid.has(messageId);
  }

  /** Marks an invoice whose checkout ended well, also when another page of this person paid it. */
  ended({ message_id: id, state }) {
    if (state !== "approved") return;
    this.#paid.add(id);
    this.#onPaid(id);
  }

  /** What the person subscribes to, as the server knows it. */
  set subscriptions(list) {
    this.#subscriptions = list ?? [];
  }

  /** The dialog for paying an invoice. */
  pay(message) {
    this.#open(message.invoice, async () => {
      const outcome = await this.#chat.pay(message.message_id);
      if (outcome.ok) this.ended({ message_id: message.message_id, state: "approved" });
      return outcome;
    });
  }

  /** The same for a link to an invoice. */
  async payLink(slug) {
    try {
      const invoice = await this.#chat.invoiceLink(slug);
      this.#open(invoice, () => this.#chat.payLink(slug));
    } catch (error) {
      toast(error.message);
    }
  }

  #open(invoice, pay) {
    const { title, description, total_amount: price, is_subscription: isSubscription } = invoice;
    const balance = el("dd", { "data-testid": "pay-balance" });
    const problem = el("p", { class: "alarm", role: "alert", "data-testid": "pay-error", hidden: true });
    const confirm = el("button", { class: "button", type: "button", "data-testid": "confirm-pay", autofocus: true });
    const dialog = openDialog("Confirm your purchase", [
      el("div", { class: "pay-top" },
        el("span", { class: "pay-coin" }, icon("star")), el("h3", { dir: "auto" }, title), el("p", { class: "muted", dir: "auto" }, description)),
      el("dl", { class: "rows" },
        row("Seller", el("dd", {}, this.#botName())),
        row(isSubscription ? "Price every 30 days" : "Price", el("dd", { "data-testid": "pay-price" }, icon("star"), amount(price))),
        row("Your balance", balance)),
      problem, confirm,
    ], { "data-testid": "pay-dialog" });
    const draw = () => {
      balance.replaceChildren(icon("star"), amount(this.#stars));
      const missing = price - this.#stars;
      if (missing > 0) confirm.replaceChildren(`Get ${amount(missing)} more Stars`);
      else confirm.replaceChildren("Confirm and pay", icon("star"), amount(price));
    };
    draw();
    this.#watchers.add(draw);
    dialog.addEventListener("close", () => this.#watchers.delete(draw));
    confirm.addEventListener("click", () => {
      if (this.#stars < price) this.topUp(price - this.#stars);
      else this.#confirm(invoice, pay, { dialog, confirm, problem });
    });
  }

  /** The dialog for getting Stars, none of which cost anything here. */
  async topUp(missing = 0) {
    await this.#readSubscriptions();
    const offers = OFFERS.filter((offer) => offer >= missing);
    const why = missing > 0
      ? `You need ${amount(missing)} more Stars for this purchase.`
      : "These Stars are simulated: take as many as you like, nothing is charged.";
    const dialog = openDialog("Get Stars", [
      el("p", { class: "muted" }, why),
      el("div", { class: "offers" }, (offers.length ? offers : [missing]).map((offer) =>
        el("button", {
          class: "offer", type: "button", "data-testid": "stars-offer", "data-stars": offer,
          onclick: () => this.#add(offer, dialog),
        }, icon("star"), `${amount(offer)} Stars`, el("span", {}, "Free")))),
      el("div", { class: "offers" }, this.#subscriptions.map((known) => this.#subscription(known, () => dialog.close()))),
    ], { "data-testid": "stars-dialog" });
  }

  /** A subscription, which a press cancels or lets go on. */
  #subscription({ charge_id: charge, title, until, state }, close) {
    const day = new Date(until * 1000).toLocaleDateString();
    const isActive = state === "active";
    const next = { active: `renews ${day} – cancel`, canceled: `ends ${day} – renew`, failed: "not enough Stars – cancel" }[state];
    return el("button", {
      class: "offer", type: "button", "data-testid": "subscription", "data-state": state, disabled: state === "ended",
      onclick: async () => {
        close();
        try {
          await this.#chat.changeSubscription(charge, state !== "canceled");
          toast(isActive ? "Subscription cancelled" : "Subscription changed");
        } catch (error) {
          toast(error.message);
        }
        this.#readSubscriptions();
      },
    }, icon("star"), title, el("span", {}, next ?? "ended"));
  }

  /** As the server knows them now. */
  async #readSubscriptions() {
    const state = await this.#chat.state().catch(() => null);
    if (state) this.subscriptions = state.subscriptions;
  }

  async #add(offer, dialog) {
    dialog.close();
    try {
      await this.#chat.addStars(offer);
      toast(`${amount(offer)} Stars added`);
    } catch (error) {
      toast(error.message);
    }
  }

  async #confirm(invoice, pay, { dialog, confirm, problem }) {
    problem.hidden = true;
    confirm.disabled = true;
    confirm.classList.add("busy");
    const outcome = await pay().catch((error) => ({ ok: false, error: error.message }));
    confirm.disabled = false;
    confirm.classList.remove("busy");
    if (outcome.ok) {
      showSuccess(dialog, invoice);
      this.#readSubscriptions();
    } else {
      problem.textContent = outcome.error ?? "The payment did not go through.";
      problem.hidden = false;
    }
  }
}

function showSuccess(dialog, { title, total_amount: price }) {
  dialog.querySelector(".dialog-body").replaceChildren(
    el("div", { class: "pay-top", role: "status", "data-testid": "pay-done" },
      el("span", { class: "pay-coin done" }, icon("check")),
      el("h3", {}, "Payment completed"),
      el("p", { class: "muted" }, `${title} for ${amount(price)} Stars`)));
  setTimeout(() => dialog.close(), SHOW_SUCCESS_MS);
}

function row(name, value) {
  return el("div", {}, el("dt", {}, name), value);
}
