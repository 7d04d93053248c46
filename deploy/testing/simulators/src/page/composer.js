// Writing: the text field, the menu of commands, and files by button, drop or paste.

import { byId, el } from "./dom.js";
import { openDialog, toast } from "./dialog.js";
import { documentCard } from "./media.js";

export class Composer {
  #form = byId("composer");
  #text = byId("composer-text");
  #send = byId("send");
  #menu = byId("commands");
  #commands = [];
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
    document.addEventListener("pointerdown", (event) => {
      if (!event.target.closest("#commands, #menu-button, #composer-text")) this.#closeMenu();
    });
    this.#listenForFiles();
    this.#typed();
  }

  set commands(commands) {
    this.#commands = commands;
    byId("menu-button").hidden = commands.length === 0;
  }

  /** Sends a text as if it had been written. */
  async sendText(text) {
    try {
      await this.#messages.sendOptimistically({ text }, () => this.#chat.sendText(text));
    } catch (error) {
      toast(error.message);
    }
  }

  #submit() {
    const text = this.#text.value.trim();
    if (!text) return;
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
      this.#closeMenu();
    }
  }

  #typed() {
    this.#send.disabled = this.#text.value.trim() === "";
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
      }, el("span", {}, description), el("code", {}, `/${command}`))));
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

  #listenForFiles() {
    const picker = byId("attach-file");
    byId("attach").addEventListener("click", () => picker.click());
    picker.addEventListener("change", () => {
      if (picker.files[0]) this.#preview(picker.files[0]);
      picker.value = "";
    });
    this.#text.addEventListener("paste", (event) => {
      const file = event.clipboardData.files[0];
      if (!file) return;
      event.preventDefault();
      this.#preview(file);
    });
    this.#listenForDrops(byId("chat"), byId("drop"));
  }

  #listenForDrops(area, hint) {
    const carriesFiles = (event) => event.dataTransfer?.types.includes("Files");
    area.addEventListener("dragover", (event) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      hint.hidden = false;
    });
    area.addEventListener("dragleave", (event) => {
      if (!area.contains(event.relatedTarget)) hint.hidden = true;
    });
    area.addEventListener("drop", (event) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      hint.hidden = true;
      if (event.dataTransfer.files[0]) this.#preview(event.dataTransfer.files[0]);
    });
  }

  /** Shows what is about to be sent and asks how. Only pictures that Telegram shows as photos can go as photos. */
  #preview(file) {
    const isPhoto = ["image/jpeg", "image/png", "image/webp"].includes(file.type);
    const url = isPhoto ? URL.createObjectURL(file) : "";
    const picture = isPhoto && el("img", { src: url, alt: file.name });
    let keepsUrl = false;
    const caption = el("textarea", {
      class: "field", rows: "1", maxlength: "1024", placeholder: "Add a caption…", "aria-label": "Caption",
      autofocus: true, "data-testid": "caption",
    });
    const send = () => {
      const as = dialog.querySelector("input:checked")?.value ?? "document";
      keepsUrl = as === "photo";
      this.#sendFile(file, caption.value.trim(), as, keepsUrl ? { picture, url } : null);
      dialog.close();
    };
    caption.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      send();
    });
    const dialog = openDialog(isPhoto ? "Send a photo" : "Send a file", [
      el("div", { class: "preview" }, picture || documentCard({ file_name: file.name, file_size: file.size })),
      isPhoto && el("div", { class: "choice", role: "radiogroup", "aria-label": "Send as" },
        choice("photo", "As a photo", true), choice("document", "As a file", false)),
      caption,
      el("button", { class: "button", type: "button", "data-testid": "send-file", onclick: send }, "Send"),
    ], { "data-testid": "attach-dialog" });
    dialog.addEventListener("close", () => keepsUrl || URL.revokeObjectURL(url));
  }

  async #sendFile(file, caption, as, photo) {
    const draft = photo
      ? { localUrl: photo.url, photo: [{ width: photo.picture.naturalWidth, height: photo.picture.naturalHeight }] }
      : { document: { file_name: file.name, file_size: file.size } };
    if (caption) draft.caption = caption;
    try {
      await this.#messages.sendOptimistically(draft, () => this.#chat.sendFile(file, caption, as));
      // The server's copy of the picture takes over; a failed one keeps ours for the next try.
      if (photo) URL.revokeObjectURL(photo.url);
    } catch (error) {
      toast(error.message);
    }
  }
}

function choice(value, label, checked) {
  return el("label", {},
    el("input", { type: "radio", name: "send-as", value, checked, "data-testid": `as-${value}` }),
    el("span", {}, label));
}
