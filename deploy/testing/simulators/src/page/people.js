// Who is chatting: everybody has an address of their own, so several people can be open side by side.

import * as api from "./api.js";
import { operatorMark } from "./mark.js";
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

/** The name by which the address knows an operator: of those that are known the first. */
export async function nameOfOperator(operators) {
  const known = (await api.people()).find(({ id }) => operators.includes(id));
  return (known ?? await api.makeOperator(operators[0])).first_name;
}

/**
 * The button in the header and its menu. `blocking` and `hiding` tell and change whether the bot is blocked and whether the
 * account is hidden in what others forward, `speak` changes the language of the person's client, `operators` are ids.
 */
export function showPerson(person, means) {
  const [button, menu] = [byId("person"), byId("person-menu")];
  paintAvatar(byId("person-avatar"), person.first_name, person.id);
  byId("person-name").replaceChildren(person.first_name, ...(means.operators.includes(person.id) ? [operatorMark()] : []));
  button.setAttribute("aria-label", `You are ${person.first_name}: chat as somebody else`);
  const toggle = (open) => {
    menu.hidden = !open;
    button.setAttribute("aria-expanded", String(open));
  };
  const close = () => toggle(false);
  const open = async () => {
    try {
      menu.replaceChildren(...items(await api.people(), person, { ...means, close }));
      toggle(true);
    } catch (error) {
      toast(error.message);
    }
  };
  button.addEventListener("click", () => (menu.hidden ? open() : close()));
  menuKeys(button, menu, { open, close });
  document.addEventListener("pointerdown", (event) => !event.target.closest("#person, #person-menu") && toggle(false));
}

function items(people, current, { blocking, hiding, speak, operators, close }) {
  const block = el("button", {
    class: "menu-item danger", type: "button", "data-testid": "block",
    onclick: () => (close(), blocking.set(!blocking.get())),
  }, blocking.get() ? "Unblock the bot" : "Stop and block the bot");
  const hide = el("button", {
    class: "menu-item", type: "button", "data-testid": "hides-account", "aria-pressed": String(hiding.get()),
    title: "Whether the bot is told your account when an operator forwards what you wrote",
    onclick: () => (close(), hiding.set(!hiding.get())),
  }, hiding.get() ? "Show my account when forwarded" : "Hide my account when forwarded");
  const { language_code: language } = people.find(({ id }) => id === current.id) ?? current;
  const others = people.map((person) => item(person, current, operators));
  return [...others, newPerson(), el("div", { class: "menu-line" }), languageChoice(language, speak), ownId(current), hide, block];
}

/** The number that Telegram gives a person: with it in ADMIN_IDS they are an operator of the bot. */
function ownId({ id }) {
  return el("button", {
    class: "menu-item", type: "button", "data-testid": "own-id", title: "With this number in ADMIN_IDS you are an operator of the bot",
    onclick: () => copy(String(id)),
  }, el("span", {}, "Your Telegram ID ", el("code", {}, String(id))), icon("copy", "icon-small"));
}

function item(person, current, operators) {
  const avatar = el("span", { class: "avatar avatar-small", "aria-hidden": "true" });
  paintAvatar(avatar, person.first_name, person.id);
  const isCurrent = person.id === current.id;
  return el("a", {
    class: "menu-item", href: addressOf(person.first_name), "aria-current": isCurrent && "true", "data-testid": "person-link",
  }, avatar, person.first_name, isCurrent && " (you)", operators.includes(person.id) && operatorMark());
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
