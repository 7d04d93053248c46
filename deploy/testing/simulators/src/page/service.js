// Notes in the middle of a chat: what was done, not said.

import { amount } from "./format.js";

/** What makes a message such a note. */
const SERVICES = [
  "successful_payment", "refunded_payment", "pinned_message", "message_auto_delete_timer_changed", "chat_background_set",
  "write_access_allowed", "gift",
];

export const isService = (message) => SERVICES.some((field) => message[field]);

/** The words of a note. */
export function serviceText(message, bot) {
  const { successful_payment: paid, refunded_payment: refunded, gift } = message;
  if (message.pinned_message) return `You pinned ${quoted(message.pinned_message)}`;
  if (message.message_auto_delete_timer_changed) return "Messages now delete themselves after a day";
  if (message.chat_background_set) return "You changed the wallpaper";
  if (message.write_access_allowed) return "You allowed the bot to write to you";
  if (gift) return `You sent ${bot.first_name} a gift: ${gift.gift.sticker.emoji} for ⭐ ${amount(gift.gift.star_count)}`;
  if (paid) return `You paid ⭐ ${amount(paid.total_amount)} to ${bot.first_name}`;
  return `${bot.first_name} refunded you ⭐ ${amount(refunded.total_amount)}`;
}

function quoted({ text, caption }) {
  const words = text ?? caption;
  return words ? `“${words.length > 30 ? `${words.slice(0, 29)}…` : words}”` : "a message";
}
