// Sending files, by button, drop or paste: one with a caption, several as an album.

import { byId, el } from "./dom.js";
import { openDialog, toast } from "./dialog.js";
import { documentCard } from "./media.js";

const ALBUM_MAX = 10;
/** What a kind of file can be sent as, the usual first: value and label. */
const WAYS = {
  picture: [["photo", "As a photo"], ["document", "As a file"], ["sticker", "As a sticker"]],
  pictures: [["photo", "As photos"], ["document", "As files"]],
  sound: [["voice", "As a voice message"], ["document", "As a file"]],
  film: [["video", "As a video"], ["document", "As a file"]],
};

/** Albums that are on their way or were. */
let albums = 0;

export class Attach {
  #chat;
  #messages;
  #takeReply;

  /** `takeReply` hands out the message that is being replied to, once. */
  constructor(chat, messages, text, takeReply) {
    this.#chat = chat;
    this.#messages = messages;
    this.#takeReply = takeReply;
    const picker = byId("attach-file");
    byId("attach").addEventListener("click", () => picker.click());
    picker.addEventListener("change", () => {
      this.#preview([...picker.files]);
      picker.value = "";
    });
    text.addEventListener("paste", (event) => {
      if (!event.clipboardData.files.length) return;
      event.preventDefault();
      this.#preview([...event.clipboardData.files]);
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
      this.#preview([...event.dataTransfer.files]);
    });
  }

  /** Shows what is about to be sent and asks how. */
  #preview(files) {
    if (!files.length) return;
    if (files.length > ALBUM_MAX) return void toast(`An album has at most ${ALBUM_MAX} files`);
    const shown = files.map(show);
    const ways = waysOf(files);
    const caption = el("textarea", {
      class: "field", rows: "1", maxlength: "1024", placeholder: "Add a caption…", "aria-label": "Caption",
      autofocus: true, "data-testid": "caption",
    });
    let keepsUrls = false;
    const send = () => {
      const as = dialog.querySelector("input:checked")?.value ?? "document";
      keepsUrls = as === "photo";
      this.#send(files, shown, caption.value.trim(), as);
      dialog.close();
    };
    caption.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      send();
    });
    const title = files.length > 1 ? `Send ${files.length} files` : shown[0].url ? "Send a photo" : "Send a file";
    const dialog = openDialog(title, [
      el("div", { class: files.length > 1 ? "preview album" : "preview" }, shown.map(({ node }) => node)),
      ways.length > 0 && el("div", { class: "choice", role: "radiogroup", "aria-label": "Send as" },
        ways.map(([value, label], place) => choice(value, label, place === 0))),
      caption,
      el("button", { class: "button", type: "button", "data-testid": "send-file", onclick: send }, "Send"),
    ], { "data-testid": "attach-dialog" });
    dialog.addEventListener("close", () => keepsUrls || shown.forEach(({ url }) => URL.revokeObjectURL(url)));
  }

  async #send(files, shown, caption, as) {
    const reply = this.#takeReply();
    const album = files.length > 1 && as === "photo" ? { media_group_id: `draft-${++albums}` } : {};
    const drafts = files.map((file, place) => ({
      ...album,
      ...(as === "photo"
        ? { localUrl: shown[place].url, photo: [{ width: shown[place].node.naturalWidth, height: shown[place].node.naturalHeight }] }
        : { document: { file_name: file.name, file_size: file.size } }),
      ...(place === 0 && caption ? { caption } : {}),
      ...(place === 0 && reply ? { reply_to_message: reply } : {}),
    }));
    try {
      await this.#messages.sendOptimistically(drafts, () => this.#chat.sendFiles(files, caption, as, reply?.message_id));
      // The server's copies of the pictures take over; failed ones keep ours for the next try.
      if (as === "photo") shown.forEach(({ url }) => URL.revokeObjectURL(url));
    } catch (error) {
      toast(error.message);
    }
  }
}

/** Only pictures that Telegram shows as photos can go as photos. */
const isPicture = (file) => ["image/jpeg", "image/png", "image/webp"].includes(file.type);

function waysOf(files) {
  if (files.every(isPicture)) return files.length > 1 ? WAYS.pictures : WAYS.picture;
  if (files.length === 1 && files[0].type.startsWith("audio/")) return WAYS.sound;
  if (files.length === 1 && files[0].type === "video/mp4") return WAYS.film;
  return [];
}

function show(file) {
  if (!isPicture(file)) return { url: "", node: documentCard({ file_name: file.name, file_size: file.size }) };
  const url = URL.createObjectURL(file);
  return { url, node: el("img", { src: url, alt: file.name }) };
}

function choice(value, label, checked) {
  return el("label", {},
    el("input", { type: "radio", name: "send-as", value, checked, "data-testid": `as-${value}` }),
    el("span", {}, label));
}
