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
export const isService = (message) => SERVICES.some((field) => message[field]);

/** What makes a message a note in the middle of the chat. */
const SERVICES = [
  "successful_payment", "refunded_payment", "pinned_message", "message_auto_delete_timer_changed", "chat_background_set",
  "write_access_allowed", "gift",
];

function bubble(message, context) {
  const keys = context.keyboards.draw(message);
  const node = el("li", { class: `message ${isOwn(message) ? "out" : "in"} ${keys ? "with-keys" : ""}` });
  node.append(body(message, context), ...(keys ? [keys] : []));
  return node;
}

function body(message, context) {
  const shown = media(message, context.chat.fileUrl);
  const text = content(message, context);
  const extras = [topic(message), reply(message), message.invoice && invoice(message, context)];
  if (!shown?.width) return el("div", { class: "bubble" }, extras, shown?.node, text, meta(message, context));
  const captioned = text || message.reply_to_message || message.is_topic_message;
  const caption = captioned && el("div", { class: "caption" }, extras, text, meta(message, context));
  const parts = message.show_caption_above_media ? [caption, shown.node] : [shown.node, caption];
  return el("div", { class: `bubble media ${captioned ? "captioned" : ""}`, style: { width: `${shown.width}px` } },
    parts, !captioned && meta(message, context));
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

function topic({ message_thread_id: thread }) {
  return thread ? el("span", { class: "topic", "data-testid": "topic" }, `Topic ${thread}`) : null;
}

function invoice({ invoice: bill, message_id: id }, context) {
  const paid = context.checkout.isPaid(id);
  return el("div", { class: `invoice ${paid ? "paid" : ""}`, "data-testid": "invoice" },
    el("div", { class: "invoice-top" },
      el("span", { class: "invoice-coin" }, icon(paid ? "check" : "star")),
      el("div", {}, el("h3", {}, bill.title), el("small", {}, `${paid ? "Paid" : "Invoice"} · ${amount(bill.total_amount)} Stars`))),
    el("span", { class: "text" }, bill.description));
}

function meta(message, context) {
  const edited = message.edit_date && el("span", { "data-testid": "edited" }, "edited");
  const state = !isOwn(message) ? null
    : message.failed ? el("button", { type: "button", "aria-label": "Not sent: try again", onclick: message.retry }, icon("failed"))
    : icon(message.sending ? "clock" : "sent");
  const canEdit = isOwn(message) && message.message_id && (message.text || message.photo || message.video || message.document);
  const edit = canEdit && el("button", {
    class: "edit", type: "button", "aria-label": "Edit", "data-testid": "edit", onclick: () => context.onEdit(message),
  }, icon("edit"));
  return el("span", { class: "meta" }, edit, edited, el("time", {}, timeOfDay(message.date)), state);
}

function serviceText(message, bot) {
  const { successful_payment: paid, refunded_payment: refunded, gift } = message;
  if (message.pinned_message) return `You pinned ${quoted(message.pinned_message)}`;
  if (message.message_auto_delete_timer_changed) return "Messages now delete themselves after a day";
  if (message.chat_background_set) return "You changed the wallpaper";
  if (message.write_access_allowed) return "You allowed the bot to write to you";
  if (gift) return `You sent ${bot.first_name} a gift: ${gift.gift.sticker.emoji} for ⭐ ${amount(gift.gift.star_count)}`;
  if (paid) return `You paid ⭐ ${amount(paid.total_amount)} to ${bot.first_name}`;
  if (refunded) return `${bot.first_name} refunded you ⭐ ${amount(refunded.total_amount)}`;
  return null;
}

function quoted({ text, caption }) {
  const words = text ?? caption;
  return words ? `“${words.length > 30 ? `${words.slice(0, 29)}…` : words}”` : "a message";
}

function serviceNote(text) {
  return el("li", { class: "service" }, el("span", {}, withStars(text)));
}
