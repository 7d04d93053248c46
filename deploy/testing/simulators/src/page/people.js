// Who is chatting: everybody has an address of their own, so several people can be open side by side.

import * as api from "./api.js";
import { byId, el, icon, paintAvatar } from "./dom.js";
import { toast } from "./dialog.js";
import { copy } from "./clipboard.js";
import { languageChoice, usualLanguage } from "./language.js";
import { menuKeys } from "./menu.js";

/** The person named in the address; made on first sight. */
export async function personOfAddress() {
  const name = decodeURIComponent(location.pathname.split("/")[2] ?? "");
  const known = (await api.people()).find((person) =>
    String(person.id) === name || person.first_name.toLowerCase() === name.toLowerCase());
  return known ?? api.makePerson(name, usualLanguage());
}

/**
 * The button in the header and its menu. `blocking` tells and changes whether the bot is blocked, `speak` changes the
 * language of the person's client.
 */
export function showPerson(person, blocking, speak) {
  const [button, menu] = [byId("person"), byId("person-menu")];
  paintAvatar(byId("person-avatar"), person.first_name, person.id);
  byId("person-name").textContent = person.first_name;
  button.setAttribute("aria-label", `You are ${person.first_name}: chat as somebody else`);
  const toggle = (open) => {
    menu.hidden = !open;
    button.setAttribute("aria-expanded", String(open));
  };
  const close = () => toggle(false);
  const open = async () => {
    try {
      menu.replaceChildren(...items(await api.people(), person, { blocking, speak, close }));
      toggle(true);
    } catch (error) {
      toast(error.message);
    }
  };
  button.addEventListener("click", () => (menu.hidden ? open() : close()));
  menuKeys(button, menu, { open, close });
  document.addEventListener("pointerdown", (event) => !event.target.closest("#person, #person-menu") && toggle(false));
}

function items(people, current, { blocking, speak, close }) {
  const block = el("button", {
    class: "menu-item danger", type: "button", "data-testid": "block",
    onclick: () => (close(), blocking.set(!blocking.get())),
  }, blocking.get() ? "Unblock the bot" : "Stop and block the bot");
  const { language_code: language } = people.find(({ id }) => id === current.id) ?? current;
  const others = people.map((person) => item(person, current));
  return [...others, newPerson(), el("div", { class: "menu-line" }), languageChoice(language, speak), ownId(current), block];
}

/** The number that Telegram gives a person: with it in ADMIN_IDS they are an operator of the bot. */
function ownId({ id }) {
  return el("button", {
    class: "menu-item", type: "button", "data-testid": "own-id", title: "With this number in ADMIN_IDS you are an operator of the bot",
    onclick: () => copy(String(id)),
  }, el("span", {}, "Your Telegram ID ", el("code", {}, String(id))), icon("copy", "icon-small"));
}

function item(person, current) {
  const avatar = el("span", { class: "avatar avatar-small", "aria-hidden": "true" });
  paintAvatar(avatar, person.first_name, person.id);
  const isCurrent = person.id === current.id;
  return el("a", {
    class: "menu-item", href: addressOf(person.first_name), "aria-current": isCurrent && "true", "data-testid": "person-link",
  }, avatar, person.first_name, isCurrent && " (you)");
}

function newPerson() {
  const name = el("input", {
    name: "name", placeholder: "Somebody new…", "aria-label": "Name of a new person", required: true, maxlength: "64",
    "data-testid": "new-person",
  });
  const go = (event) => {
    event.preventDefault();
    location.href = addressOf(name.value.trim());
  };
  return el("form", { class: "menu-form", onsubmit: go }, name, el("button", { type: "submit" }, "Chat"));
}

const addressOf = (name) => `/chat/${encodeURIComponent(name)}`;
