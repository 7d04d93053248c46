// Effects with which a message arrives: its emoji jumps up once, with a swarm of small ones.

import { el } from "./dom.js";

const EMOJI = {
  "5104841245755180586": "🔥", "5107584321108051014": "👍", "5159385139981059251": "❤️", "5046509860389126442": "🎉",
};
const SWARM = 14;
const PLAYS_MS = 2200;

/** The emoji of an effect, or undefined. */
export const effectEmoji = (id) => EMOJI[id];

/** Plays an effect over a message. Whoever wants less motion keeps the emoji beside the time. */
export function playEffect(id, message) {
  const emoji = effectEmoji(id);
  if (!emoji || !message || matchMedia("(prefers-reduced-motion: reduce)").matches) return;
  const between = (least, most) => least + Math.random() * (most - least);
  const swarm = Array.from({ length: SWARM }, () => el("i", {
    style: {
      "--x": `${between(-120, 120)}px`, "--y": `${between(-210, -70)}px`, "--turn": `${between(-70, 70)}deg`,
      "--size": `${between(15, 27)}px`, "--delay": `${between(0, 0.35)}s`,
    },
  }, emoji));
  const node = el("span", { class: "effect", "aria-hidden": "true", "data-testid": "effect" }, swarm, el("b", {}, emoji));
  message.append(node);
  setTimeout(() => node.remove(), PLAYS_MS);
}
