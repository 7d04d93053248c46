// Writing: the text field, changing what was written, and the menu of commands. Files are in attach.js.

import { Attach } from "./attach.js";
import { byId, el } from "./dom.js";
import { toast } from "./dialog.js";
import { menuKeys } from "./menu.js";

export class Composer {
  #form = byId("composer");
  #text = byId("composer-text");
  #send = byId("send");
  #menu = byId("commands");
  #commands = [];
  /** The message that is being changed, or null. */
  #edited = null;
  /** The message that is replied to, or null. */
  #replied = null;
  #chat;
  #messages;

  constructor(chat, messages) {
    this.#chat = chat;
    this.#messages = messages;
    this.#form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#submit();
    });
    this.#text.addEventListener("input", () => this.#typed());
    this.#text.addEventListener("keydown", (event) => this.#key(event));
    byId("menu-button").addEventListener("click", () => this.#toggleMenu());
    menuKeys(byId("menu-button"), this.#menu, {
      open: () => this.#openMenu(this.#commands, false), close: () => this.#closeMenu(),
    });
    byId("edit-cancel").addEventListener("click", () => this.#leave());
    document.addEventListener("pointerdown", (event) => {
      if (!event.target.closest("#commands, #menu-button, #composer-text")) this.#closeMenu();
    });
    new Attach(chat, messages, this.#text, () => this.#takeReply());
    this.#typed();
  }

  set commands(commands) {
    this.#commands = commands;
    byId("menu-button").hidden = commands.length === 0;
  }

  /** Puts the cursor into the field, where that does not push up a keyboard. */
  focus() {
    if (!matchMedia("(pointer: coarse)").matches) this.#text.focus();
  }

  /** Begins to change a message, or ends it with null. */
  edit(message) {
    this.#edited = message;
    this.#replied = null;
    this.#showBar("Edit message", "edit", message);
    this.#text.value = message?.text ?? message?.caption ?? "";
    this.#typed();
    this.#text.focus();
  }

  /** Begins to reply to a message, or ends it with null. What was written so far stays. */
  reply(message) {
    if (this.#edited) this.edit(null);
    this.#replied = message;
    this.#showBar(`Reply to ${message?.from?.first_name ?? ""}`, "reply", message);
    this.#text.focus();
  }

  /** Sends a text as if it had been written. */
  async sendText(text) {
    const reply = this.#takeReply();
    try {
      await this.#messages.sendOptimistically([{ text, ...(reply && { reply_to_message: reply }) }],
        () => this.#chat.sendText(text, reply?.message_id));
    } catch (error) {
      toast(error.message);
    }
  }

  #takeReply() {
    const reply = this.#replied;
    this.#replied = null;
    if (reply) this.#showBar("", "reply", null);
    return reply;
  }

  /** Ends a change or a reply that was begun. */
  #leave() {
    if (this.#edited) this.edit(null);
    else if (this.#replied) this.reply(null);
  }

  #showBar(title, picture, message) {
    const words = message?.text ?? message?.caption ?? (message?.photo ? "Photo" : message?.video ? "Video" : "Message");
    byId("edit-bar").hidden = !message;
    byId("edit-title").textContent = title;
    byId("edit-words").textContent = message ? words : "";
    byId("edit-icon").setAttribute("href", `#i-${picture}`);
  }

  async #saveEdit(message, text) {
    try {
      this.#messages.edit(await this.#chat.edit(message.message_id, text));
    } catch (error) {
      toast(error.message);
    }
  }

  #submit() {
    const text = this.#text.value.trim();
    const edited = this.#edited;
    if (!text && !edited) return;
    if (edited) {
      this.edit(null);
      return void this.#saveEdit(edited, text);
    }
    this.#text.value = "";
    this.#typed();
    this.#closeMenu();
    this.#text.focus();
    this.sendText(text);
  }

  #key(event) {
    const chosen = this.#menu.querySelector("[aria-selected=true]");
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      if (!this.#menu.hidden && chosen) chosen.click();
      else this.#submit();
    } else if (!this.#menu.hidden && ["ArrowDown", "ArrowUp"].includes(event.key)) {
      event.preventDefault();
      this.#moveChoice(chosen, event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Escape") {
      if (this.#menu.hidden) this.#leave();
      this.#closeMenu();
    } else if (event.key === "ArrowUp" && this.#text.value === "" && this.#messages.lastOwn) {
      event.preventDefault();
      this.edit(this.#messages.lastOwn);
    }
  }

  #typed() {
    this.#send.disabled = this.#text.value.trim() === "" && !this.#edited;
    // Browsers without field-sizing grow the field here.
    if (!CSS.supports("field-sizing", "content")) {
      this.#text.style.height = "auto";
      this.#text.style.height = `${this.#text.scrollHeight}px`;
    }
    const typed = /^\/(\w*)$/.exec(this.#text.value);
    if (typed) this.#openMenu(this.#commands.filter(({ command }) => command.startsWith(typed[1])), typed[1] !== "");
    else this.#closeMenu();
  }

  #toggleMenu() {
    if (this.#menu.hidden) this.#openMenu(this.#commands, false);
    else this.#closeMenu();
  }

  #openMenu(commands, choosesFirst) {
    this.#menu.replaceChildren(...commands.map(({ command, description }, index) =>
      el("button", {
        class: "menu-item", type: "button", role: "option", "data-testid": "command",
        "aria-selected": String(choosesFirst && index === 0), onclick: () => this.#choose(command),
      }, el("span", { dir: "auto" }, description), el("code", {}, `/${command}`))));
    this.#menu.hidden = commands.length === 0;
    byId("menu-button").setAttribute("aria-expanded", String(!this.#menu.hidden));
  }

  #closeMenu() {
    this.#menu.hidden = true;
    byId("menu-button").setAttribute("aria-expanded", "false");
  }

  #moveChoice(chosen, step) {
    const items = [...this.#menu.children];
    const index = (items.indexOf(chosen) + step + items.length) % items.length;
    items.forEach((item, place) => item.setAttribute("aria-selected", String(place === index)));
    items[index].scrollIntoView({ block: "nearest" });
  }

  #choose(command) {
    this.#closeMenu();
    this.#text.value = "";
    this.#typed();
    this.sendText(`/${command}`);
  }
}
