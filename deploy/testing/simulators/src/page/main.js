// Puts the page together: who chats, what the server says, and where it is shown.

import * as api from "./api.js";
import { byId, el, icon } from "./dom.js";
import { toast } from "./dialog.js";
import { Checkout } from "./checkout.js";
import { Composer } from "./composer.js";
import { Keyboards } from "./keyboard.js";
import { Links } from "./links.js";
import { Messages } from "./messages.js";
import { Panel } from "./panel.js";
import { nameOfOperator, personOfAddress, showPerson } from "./people.js";
import { Starter } from "./starting.js";
import { Status } from "./status.js";
import { listenForSwipes } from "./swipe.js";
import { setUpTheme } from "./theme.js";
import { isOwn } from "./bubble.js";
import { Beside, isFramed, tellPageAround } from "./beside.js";

const RETRY_MS = 1500;

setUpTheme();
document.body.classList.toggle("framed", isFramed);
start();

async function start() {
  const { kie, person, operators } = await find();
  const chat = person && new api.Chat(person);
  const beside = chat && !isFramed ? new Beside(person, operators) : null;
  if ((kie || chat) && !isFramed) new Panel({ kie, chat });
  tellPageAround({ person });
  if (chat) openChat(chat, operators, () => (beside ? beside.heard() : tellPageAround({ message: true })));
  else showRealTelegram();
}

/** What is simulated and, if Telegram is, who chats and who are operators. Asks until the simulator is up; the header says "connecting". */
async function find() {
  for (;;) {
    try {
      const { telegram, kie, operators } = await api.simulators();
      return { kie, operators, person: telegram ? await personOfAddress() : null };
    } catch {
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
    }
  }
}

/** `heard` is called when something new has come from the bot. */
function openChat(chat, operators, heard) {
  const person = chat.user;
  const status = new Status();
  let bot = { first_name: "Bot", commands: [] };
  let blocked = false;
  let hidesAccount = false;
  const botName = () => bot.first_name;

  const links = new Links({
    get bot() { return bot; },
    person,
    start: (payload) => {
      starter.follow(payload);
      composer.focus();
    },
    pay: (slug) => checkout.payLink(slug),
  });
  const checkout = new Checkout(chat, { botName, onPaid: (id) => messages.redraw(id) });
  const keyboards = new Keyboards(chat, {
    pay: (message) => checkout.pay(message), isPaid: (id) => checkout.isPaid(id), botName, onPointer: () => composer.focus(), links,
  });
  const context = {
    chat, keyboards, checkout, links,
    get bot() { return bot; },
    onCommand: (command) => composer.sendText(command),
    onEdit: (message) => composer.edit(message),
    onReply: (message) => composer.reply(message),
    onShow: (id) => messages.show(id),
    onForward: operators.length && !operators.includes(person.id) ? (message) => forward(chat, operators, message) : null,
    onChange: () => showFooter(),
  };
  const messages = new Messages(context);
  const composer = new Composer(chat, messages);
  const starter = new Starter({ isOpen: () => !blocked && !messages.isEmpty, send: (text) => composer.sendText(text) });
  listenForSwipes(byId("messages"), (id) => composer.reply(messages.get(id)));

  const showFooter = () => {
    const empty = messages.isEmpty;
    byId("unblock").hidden = !blocked;
    byId("start").hidden = blocked || !empty;
    byId("composer").hidden = blocked || empty;
    byId("empty").hidden = !empty;
  };
  const setBlocked = async (wanted) => {
    try {
      await chat.block(wanted);
      blocked = wanted;
      showFooter();
      if (!wanted) starter.unblocked();
    } catch (error) {
      toast(error.message);
    }
  };
  const hideAccount = (wanted) => chat.hideAccount(wanted).then(() => (hidesAccount = wanted), (error) => toast(error.message));
  const read = async () => {
    const state = await chat.state();
    ({ bot, blocked, hides_account: hidesAccount } = state);
    showBot(bot, person);
    composer.commands = bot.commands ?? [];
    checkout.stars = state.stars;
    checkout.paid = state.paid;
    checkout.subscriptions = state.subscriptions;
    messages.replace(state.messages);
    status.connected(true);
    starter.followAddress();
  };
  // A failed reading is made good by the next time the stream opens.
  const readAgain = () => read().catch(() => status.connected(false));

  byId("start").addEventListener("click", () => composer.focus());
  byId("unblock").addEventListener("click", () => setBlocked(false));
  const speak = (language) => chat.speak(language).then(readAgain, (error) => toast(error.message));
  showPerson(person, {
    blocking: { get: () => blocked, set: setBlocked }, hiding: { get: () => hidesAccount, set: hideAccount }, speak, operators,
  });
  chat.listen({ ...reactions({ status, messages, keyboards, checkout, heard }), resync: readAgain }, readAgain, () => status.connected(false));
}

/** What is done when something happens in the chat. */
function reactions({ status, messages, keyboards, checkout, heard }) {
  return {
    message: (message) => {
      if (!isOwn(message)) {
        status.action(null);
        heard();
      }
      messages.add(message);
    },
    edited: (message) => messages.edit(message),
    deleted: ({ message_id }) => messages.remove(message_id),
    callback_answer: (answer) => keyboards.answered(answer),
    action: ({ action }) => status.action(action),
    stars: ({ balance }) => (checkout.stars = balance),
    checkout: (outcome) => checkout.ended(outcome),
  };
}

/** The operator forwards what this person wrote, as if it had been sent to them, too. */
async function forward(chat, operators, message) {
  try {
    const operator = await nameOfOperator(operators);
    await chat.forwardBy(operator, message.message_id);
    toast(`${operator} has forwarded it to the bot`);
  } catch (error) {
    toast(error.message);
  }
}

function showBot(bot, person) {
  byId("bot-name").textContent = bot.first_name;
  document.title = `${bot.first_name} · ${person.first_name}`;
  byId("empty").replaceChildren(el("div", { class: "empty-card" },
    el("span", { class: "avatar avatar-bot", "aria-hidden": "true" }, icon("reel")),
    el("h2", {}, bot.description ? "What can this bot do?" : bot.first_name),
    el("p", { dir: "auto" }, bot.description || "Press Start to talk to the bot.")));
}

/** The bot talks to the real Telegram: there is no chat here. */
function showRealTelegram() {
  for (const id of ["stars", "person", "composer"]) byId(id).hidden = true;
  byId("bot-name").textContent = "Telegram is real";
  byId("chat-status").textContent = "no simulated chat";
  byId("empty").hidden = false;
  byId("empty").replaceChildren(el("div", { class: "empty-card" },
    el("span", { class: "avatar avatar-bot", "aria-hidden": "true" }, icon("reel")),
    el("h2", {}, "This bot talks to the real Telegram"),
    el("p", {}, "Open its chat in your Telegram app.")));
}
