// One message as an element.

import { el, icon, withStars } from "./dom.js";
import { richText } from "./entities.js";
import { amount, timeOfDay } from "./format.js";
import { media } from "./media.js";

/** Draws a message. `context` has chat, keyboards, bot, checkout and onCommand. */
export function drawMessage(message, context) {
  const service = serviceText(message, context.bot);
  const node = service ? serviceNote(service) : bubble(message, context);
  node.dataset.testid = "message";
  node.dataset.messageId = message.message_id;
  node.dataset.from = isOwn(message) ? "me" : "bot";
  return node;
}

export const isOwn = (message) => message.from ? !message.from.is_bot : true;
export const isService = (message) => Boolean(message.successful_payment || message.refunded_payment);

function bubble(message, context) {
  const keys = context.keyboards.draw(message);
  const node = el("li", { class: `message ${isOwn(message) ? "out" : "in"} ${keys ? "with-keys" : ""}` });
  node.append(body(message, context), ...(keys ? [keys] : []));
  return node;
}

function body(message, context) {
  const shown = media(message, context.chat.fileUrl);
  const text = content(message, context);
  const extras = [reply(message), message.invoice && invoice(message, context)];
  if (!shown?.width) return el("div", { class: "bubble" }, extras, shown?.node, text, meta(message));
  const captioned = text || message.reply_to_message;
  const caption = captioned && el("div", { class: "caption" }, extras, text, meta(message));
  const parts = message.show_caption_above_media ? [caption, shown.node] : [shown.node, caption];
  return el("div", { class: `bubble media ${captioned ? "captioned" : ""}`, style: { width: `${shown.width}px` } },
    parts, !captioned && meta(message));
}

function content(message, context) {
  const text = message.text ?? message.caption;
  if (!text) return null;
  return el("span", { class: "text" }, richText(text, message.entities ?? message.caption_entities, context.onCommand));
}

function reply({ reply_to_message: to }) {
  if (!to) return null;
  const text = to.text ?? to.caption ?? (to.photo ? "Photo" : to.video ? "Video" : to.invoice?.title ?? "Message");
  return el("span", { class: "reply" }, el("b", {}, to.from?.first_name ?? ""), el("span", {}, text));
}

function invoice({ invoice: bill, message_id: id }, context) {
  const paid = context.checkout.isPaid(id);
  return el("div", { class: `invoice ${paid ? "paid" : ""}`, "data-testid": "invoice" },
    el("div", { class: "invoice-top" },
      el("span", { class: "invoice-coin" }, icon(paid ? "check" : "star")),
      el("div", {}, el("h3", {}, bill.title), el("small", {}, `${paid ? "Paid" : "Invoice"} · ${amount(bill.total_amount)} Stars`))),
    el("span", { class: "text" }, bill.description));
}

function meta(message) {
  const edited = message.edit_date && el("span", { "data-testid": "edited" }, "edited");
  const state = !isOwn(message) ? null
    : message.failed ? el("button", { type: "button", "aria-label": "Not sent: try again", onclick: message.retry }, icon("failed"))
    : icon(message.sending ? "clock" : "sent");
  return el("span", { class: "meta" }, edited, el("time", {}, timeOfDay(message.date)), state);
}

function serviceText({ successful_payment: paid, refunded_payment: refunded }, bot) {
  if (paid) return `You paid ⭐ ${amount(paid.total_amount)} to ${bot.first_name}`;
  if (refunded) return `${bot.first_name} refunded you ⭐ ${amount(refunded.total_amount)}`;
  return null;
}

function serviceNote(text) {
  return el("li", { class: "service" }, el("span", {}, withStars(text)));
}
