// What a pressed link does. Telegram follows its own links itself: to this bot, to invoices, and to what shall be shared.

import { shareDialog } from "./share.js";

const TELEGRAM = ["t.me", "telegram.me", "telegram.dog"];
const PAYLOAD = /^[A-Za-z0-9_-]{1,64}$/;

/** What may be opened at all. */
export const isSafe = (address) => /^(https?|tg|mailto|tel):/i.test(address);

export class Links {
  #context;

  /** `context`: `bot` is the bot, `person` who chats, `start` is given what a start link carries, `pay` an invoice's name. */
  constructor(context) {
    this.#context = context;
  }

  /** Does what Telegram does with a link of its own; false for one that leads out of it. */
  follow(address) {
    const { bot, person, start, pay } = this.#context;
    const target = targetOf(address, bot.username);
    if (!target) return false;
    if (target.invoice) pay(target.invoice);
    else if (target.shared) shareDialog({ ...target.shared, bot, person, payload: payloadIn(target.shared.url, bot) });
    else start(target.payload);
    return true;
  }

  /** Follows a link, or opens it in a tab of its own. */
  open(address) {
    if (this.follow(address) || !isSafe(address)) return;
    window.open(address, "_blank", "noopener");
  }

  /** Offers to send a query to this bot from another chat. */
  shareQuery(query) {
    const { bot, person } = this.#context;
    shareDialog({ text: `@${bot.username} ${query}`.trim(), url: "", bot, person, payload: null });
  }
}

/** The payload of a link to this bot, or null. */
const payloadIn = (address, bot) => targetOf(address, bot.username)?.payload ?? null;

/** What an address asks of Telegram: { invoice }, { shared } or { payload }, null without a valid one; null for other pages. */
function targetOf(address, botName) {
  let url;
  try {
    url = new URL(address);
  } catch {
    return null;
  }
  const query = url.searchParams;
  const shared = { url: query.get("url") ?? "", text: query.get("text") ?? "" };
  const ofBot = (name) =>
    name?.toLowerCase() === botName?.toLowerCase() ? { payload: validPayload(query.get("start")) } : null;
  if (url.protocol === "tg:") {
    // Some browsers read what follows the two slashes as a host, others as a path.
    const action = (url.host || url.pathname).replaceAll("/", "");
    return ["msg_url", "share"].includes(action) ? { shared } : action === "resolve" ? ofBot(query.get("domain")) : null;
  }
  const host = url.hostname.replace(/^www\./, "");
  const [name, ...rest] = url.pathname.split("/").filter(Boolean);
  if (!TELEGRAM.includes(host)) return host.endsWith(".t.me") && !name ? ofBot(host.slice(0, -".t.me".length)) : null;
  if (name?.startsWith("$") && !rest.length) return { invoice: name.slice(1) };
  if (name === "share" && (!rest.length || rest[0] === "url")) return { shared };
  return rest.length ? null : ofBot(name);
}

/** What may stand behind "start=" and be told to the bot. */
export const validPayload = (payload) => (PAYLOAD.test(payload ?? "") ? payload : null);
