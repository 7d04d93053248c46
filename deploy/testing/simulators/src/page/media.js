// Photos, videos and files in messages.

import { el, icon } from "./dom.js";
import { openLightbox } from "./dialog.js";
import { fileSize, length } from "./format.js";

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

/** A file as a card; with an address, it can be downloaded. */
export function documentCard({ file_name: name = "File", file_size: bytes }, url) {
  return el(url ? "a" : "div", { class: "document", href: url, download: url && name, "data-testid": "document" },
    el("span", { class: "document-icon" }, icon("file")),
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

function video(film, fileUrl) {
  const size = fit(film);
  // The fragment makes browsers show the first picture where there is no poster.
  const node = el("video", {
    src: `${fileUrl(film.file_id)}#t=0.01`, poster: film.thumbnail && fileUrl(film.thumbnail.file_id),
    preload: "metadata", playsinline: true, controls: true,
    "aria-label": "Video", "data-testid": "video",
  });
  const badge = el("span", { class: "badge", "aria-hidden": "true" }, length(film.duration ?? 0));
  const frame = el("span", { class: "media-frame film", style: { "aspect-ratio": size.ratio } }, node, badge);
  for (const [name, playing] of [["play", true], ["pause", false], ["ended", false]]) {
    node.addEventListener(name, () => frame.classList.toggle("playing", playing));
  }
  return { node: frame, width: size.width };
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

function fit({ width = 16, height = 9 }) {
  const scale = Math.min(BOX.width / width, BOX.height / height);
  return { width: Math.max(Math.round(width * scale), BOX.least), ratio: `${width} / ${height}` };
}
