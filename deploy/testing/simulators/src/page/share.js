// The dialog for what is sent to another chat. There are no other chats here, so it offers to copy.

import * as api from "./api.js";
import { el, icon, paintAvatar } from "./dom.js";
import { openDialog } from "./dialog.js";
import { copy } from "./clipboard.js";

/** After a load run there are thousands of people. */
const PEOPLE_SHOWN = 8;

/** Shows a text and a link to be shared. A link to this bot with a payload can be opened as another person. */
export function shareDialog({ text, url, bot, person, payload }) {
  const dialog = openDialog("Forward to…", [
    el("div", { class: "share-preview", "data-testid": "share-preview" },
      text && el("p", {}, text), url && el("p", { class: "share-link" }, url)),
    el("p", { class: "muted" }, "Telegram lets you choose a chat here. This one has only you and the bot."),
    copyButton(url ? "Copy link" : "Copy text", url || text, () => dialog.close()),
  ], { "data-testid": "share-dialog" });
  if (payload) addPeople(dialog.querySelector(".dialog-body"), { bot, person, payload });
}

function copyButton(label, text, done) {
  const press = async () => {
    done();
    await copy(text);
  };
  return el("button", { class: "button", type: "button", "data-testid": "share-copy", autofocus: true, onclick: press },
    icon("copy"), label);
}

/** Whoever gets such a link opens it as somebody else: here by one press. */
async function addPeople(body, { bot, person, payload }) {
  const others = (await api.people().catch(() => [])).filter(({ id }) => id !== person.id).slice(-PEOPLE_SHOWN);
  if (!others.length) return;
  body.append(el("div", { class: "share-people", role: "group", "aria-label": `Open ${bot.first_name} as` },
    el("p", { class: "muted" }, "Or open it as"),
    others.map((other) => {
      const avatar = el("span", { class: "avatar avatar-small", "aria-hidden": "true" });
      paintAvatar(avatar, other.first_name, other.id);
      const address = `/chat/${encodeURIComponent(other.first_name)}?start=${payload}`;
      return el("a", { class: "share-person", href: address, target: "_blank", "data-testid": "share-person" }, avatar, other.first_name);
    })));
}
