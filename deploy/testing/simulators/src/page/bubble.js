// One message as an element.

import { el, icon, withStars } from "./dom.js";
import { effectEmoji, playEffect } from "./effects.js";
import { richText } from "./entities.js";
import { amount, timeOfDay } from "./format.js";
import { media, thumbnail } from "./media.js";
import { isService, serviceText } from "./service.js";

/**
 * Draws a message. `context` has chat, keyboards, bot, checkout, links, onCommand, onEdit, onReply and onShow; and onForward if
 * there is an operator to forward to.
 */
export function drawMessage(message, context) {
  const node = isService(message) ? serviceNote(serviceText(message, context.bot)) : bubble(message, context);
  return named(node, message);
}

/** Draws a message of an album: its picture alone, since the words stand under the whole. */
export function drawAlbumItem(message, context) {
  const { node } = media(message, context.chat.fileUrl);
  node.style.removeProperty("aspect-ratio");
  return named(el("div", { class: "album-item" }, node), message);
}

export const isOwn = (message) => message.from ? !message.from.is_bot : true;

/** What stands under media: words, and what else belongs to the message. Without any of it, the time alone. */
export function caption(message, context) {
  const text = content(message, context);
  if (!text && !message.reply_to_message && !message.is_topic_message && !message.forward_origin) return meta(message, context);
  return el("div", { class: "caption" }, extras(message, context), text, meta(message, context));
}

function named(node, message) {
  node.dataset.testid = "message";
  node.dataset.messageId = message.message_id;
  node.dataset.from = isOwn(message) ? "me" : "bot";
  return node;
}

function bubble(message, context) {
  const keys = context.keyboards.draw(message);
  const node = el("li", { class: `message ${isOwn(message) ? "out" : "in"} ${keys ? "with-keys" : ""}` });
  node.append(body(message, context), ...(keys ? [keys] : []));
  return node;
}

function body(message, context) {
  const shown = media(message, context.chat.fileUrl);
  const besides = [replyButton(message, context), forwardButton(message, context)].filter(Boolean);
  if (!shown?.width) {
    return el("div", { class: "bubble" },
      extras(message, context), shown?.node, content(message, context), meta(message, context), ...besides);
  }
  const under = caption(message, context);
  const isCaptioned = under.classList.contains("caption");
  const parts = message.show_caption_above_media && isCaptioned ? [under, shown.node] : [shown.node, under];
  return el("div", { class: `bubble media ${isCaptioned ? "captioned" : ""}`, style: { width: `${shown.width}px` } }, parts, ...besides);
}

function extras(message, context) {
  return [topic(message), forwarded(message), replied(message, context), message.invoice && invoice(message, context)];
}

function content(message, context) {
  const text = message.text ?? message.caption;
  if (!text) return null;
  return el("span", { class: "text", dir: "auto" }, richText(text, message.entities ?? message.caption_entities, context));
}

/** What a message replies to; pressing it leads there. */
function replied({ reply_to_message: to, quote }, context) {
  if (!to) return null;
  const kind = to.photo ? "Photo" : to.video ? "Video" : to.document ? "File" : to.invoice?.title ?? "Message";
  return el("button", {
    class: "reply", type: "button", "data-testid": "reply", onclick: () => context.onShow(to.message_id),
  }, thumbnail(to, context.chat.fileUrl), el("span", {},
    el("b", {}, to.from?.first_name ?? ""), el("span", { class: "reply-words", dir: "auto" }, quote?.text ?? to.text ?? to.caption ?? kind)));
}

/** Begins a reply. What is still on its way cannot be replied to. */
export function replyButton(message, context) {
  if (!message.message_id) return null;
  return el("button", {
    class: "reply-button", type: "button", "aria-label": "Reply", "data-testid": "reply-button", onclick: () => context.onReply(message),
  }, icon("reply"));
}

/** Has an operator show the bot whom they mean: by what a customer wrote, as if it had been sent to them, too. */
function forwardButton(message, context) {
  if (!message.message_id || !isOwn(message) || !context.onForward) return null;
  return el("button", {
    class: "reply-button forward", type: "button", "aria-label": "Forward to operator", title: "Forward to operator, who forwards it to the bot",
    "data-testid": "forward", onclick: () => context.onForward(message),
  }, icon("share"));
}

/** Who wrote what was forwarded. */
function forwarded({ forward_origin: origin }) {
  const name = origin?.sender_user?.first_name ?? origin?.sender_user_name;
  return name ? el("span", { class: "forwarded", dir: "auto", "data-testid": "forwarded" }, "Forwarded from ", el("b", {}, name)) : null;
}

function topic({ message_thread_id: thread }) {
  return thread ? el("span", { class: "topic", "data-testid": "topic" }, `Topic ${thread}`) : null;
}

function invoice({ invoice: bill, message_id: id }, context) {
  const paid = context.checkout.isPaid(id);
  return el("div", { class: `invoice ${paid ? "paid" : ""}`, "data-testid": "invoice" },
    el("div", { class: "invoice-top" },
      el("span", { class: "invoice-coin" }, icon(paid ? "check" : "star")),
      el("div", {}, el("h3", { dir: "auto" }, bill.title), el("small", {}, `${paid ? "Paid" : "Invoice"} · ${amount(bill.total_amount)} Stars`))),
    el("span", { class: "text", dir: "auto" }, bill.description));
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
  return el("span", { class: "meta" }, effect(message), edit, edited, el("time", {}, timeOfDay(message.date)), state);
}

/** The emoji of a message's effect, which plays it again. */
function effect({ effect_id: id }) {
  const emoji = effectEmoji(id);
  return emoji && el("button", {
    class: "effect-again", type: "button", "aria-label": "Play the effect again",
    onclick: (event) => playEffect(id, event.target.closest(".message")),
  }, emoji);
}

function serviceNote(text) {
  return el("li", { class: "service" }, el("span", {}, withStars(text)));
}
