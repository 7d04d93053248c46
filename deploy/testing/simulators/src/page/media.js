// Photos, videos and files in messages.

import { el, icon } from "./dom.js";
import { openLightbox } from "./dialog.js";
import { fileSize, length } from "./format.js";
import { isSilent } from "./api.js";

/** The box that media is fitted into, and the least width that leaves room for a caption, in pixels. */
const STICKER_WIDTH = 180;
const BOX = { width: 400, height: 420, least: 180 };

/** The media of a message as { node, width }, or null. A document has no width, and while it is sent no address. */
export function media(message, addressOf) {
  const fileUrl = (id) => message.localUrl ?? addressOf(id);
  if (message.video) return video(message.video, fileUrl);
  if (message.sticker) return sticker(message.sticker, fileUrl);
  if (message.voice) return { node: voice(message.voice, fileUrl) };
  if (message.photo) return photo(message.photo.at(-1), fileUrl);
  const file = message.document;
  if (file) return { node: documentCard(file, file.file_id && fileUrl(file.file_id)) };
  return null;
}

/** A small picture of what a message shows, or null. */
export function thumbnail({ photo: sizes, video: film }, fileUrl) {
  const picture = sizes?.[0] ?? film?.cover?.[0] ?? film?.thumbnail;
  return picture ? el("img", { class: "reply-picture", src: fileUrl(picture.file_id), alt: "" }) : null;
}

/** A file as a card; with an address, it can be downloaded, and a picture is shown small. */
export function documentCard({ file_name: name = "File", file_size: bytes, mime_type: type = "" }, url) {
  const isPicture = url && /^image\/(jpeg|png|webp|gif)$/.test(type);
  const face = isPicture ? el("img", { src: url, alt: "" }) : icon("file");
  return el(url ? "a" : "div", { class: "document", href: url, download: url && name, "data-testid": "document" },
    el("span", { class: `document-icon ${isPicture ? "picture" : ""}` }, face),
    el("span", {}, el("b", {}, name), el("small", {}, fileSize(bytes))));
}

function sticker(picture, fileUrl) {
  const url = fileUrl(picture.file_id);
  return { node: el("img", { class: "sticker", src: url, alt: "Sticker", "data-testid": "sticker" }), width: STICKER_WIDTH };
}

function voice({ file_id: id, duration }, fileUrl) {
  return el("span", { class: "voice", "data-testid": "voice" },
    el("audio", { src: fileUrl(id), controls: true, preload: "none", "aria-label": "Voice message" }), length(duration ?? 0));
}

/** A film shows its cover and a button until it is played, and the browser's controls from then on. */
function video(film, fileUrl) {
  const size = fit(film);
  const url = fileUrl(film.file_id);
  // The fragment makes browsers show the first picture where there is no cover.
  const node = el("video", { src: `${url}#t=0.01`, preload: "metadata", playsinline: true, "aria-label": "Video", "data-testid": "video" });
  const picture = film.cover?.at(-1) ?? film.thumbnail;
  const cover = picture && el("img", { class: "film-cover", src: fileUrl(picture.file_id), alt: "", "data-testid": "cover" });
  const play = el("button", {
    class: "film-play", type: "button", "aria-label": "Play video", "data-testid": "play",
    onclick: () => {
      node.play();
      node.focus();
    },
  }, icon("play"));
  const badge = el("span", { class: "badge" }, length(film.duration ?? 0));
  const frame = el("span", { class: "media-frame film", "data-file": film.file_id, style: { "aspect-ratio": size.ratio } }, node, cover, play, badge);
  node.addEventListener("play", () => {
    node.controls = true;
    frame.classList.add("started", "playing");
  });
  for (const name of ["pause", "ended"]) node.addEventListener(name, () => frame.classList.remove("playing"));
  markSilent(badge, url);
  return { node: frame, width: size.width };
}

async function markSilent(badge, url) {
  if (await isSilent(url)) badge.append(el("span", { class: "no-sound", role: "img", "aria-label": "No sound", title: "No sound" }, icon("muted")));
}

function photo(picture, fileUrl) {
  const size = fit(picture);
  const url = fileUrl(picture.file_id);
  const open = () => openLightbox(url, "Photo");
  const frame = el("button", {
    class: "media-frame photo", type: "button", "aria-label": "Open photo", style: { "aspect-ratio": size.ratio }, onclick: open,
  }, el("img", { src: url, alt: "Photo", "data-testid": "photo" }));
  return { node: frame, width: size.width };
}

/** What the sender does not tell of its size is taken for a wide film. */
function fit({ width, height }) {
  const [wide, high] = width && height ? [width, height] : [16, 9];
  const scale = Math.min(BOX.width / wide, BOX.height / high);
  return { width: Math.max(Math.round(wide * scale), BOX.least), ratio: `${wide} / ${high}` };
}
