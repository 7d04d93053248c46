// Albums: messages that were sent together, as one grid of pictures with one caption.

import { el } from "./dom.js";
import { caption, isOwn, replyButton } from "./bubble.js";

/** Pictures per row, by how many there are. */
const ROWS = [[], [1], [2], [1, 2], [2, 2], [2, 3], [3, 3], [2, 2, 3], [2, 3, 3], [3, 3, 3], [3, 3, 4]];
const COLUMNS = 12;

/** The album that a message is shown in, or null. Files stand below one another, each for itself. */
export const albumOf = (message) => ((message.photo || message.video) && message.media_group_id) || null;

/** The albums of a chat, each drawn anew only when something in it changed. */
export class Albums {
  #context;
  #drawn = new Map();

  constructor(context) {
    this.#context = context;
  }

  /** One node for the entries of an album. */
  draw(entries) {
    const album = albumOf(entries[0].message);
    const known = this.#drawn.get(album);
    const nodes = entries.map(({ node }) => node);
    if (known && known.nodes.length === nodes.length && nodes.every((node, place) => node === known.nodes[place])) return known.node;
    const node = known?.node ?? el("li", { "data-testid": "album" });
    this.#fill(node, entries);
    this.#drawn.set(album, { node, nodes });
    return node;
  }

  #fill(node, entries) {
    const messages = entries.map(({ message }) => message);
    const last = messages.at(-1);
    const words = messages.filter((message) => message.caption);
    const spans = spansOf(entries.length);
    entries.forEach(({ node: item }, place) => item.style.setProperty("grid-column", `span ${spans[place]}`));
    // With several captions Telegram shows none of them under the grid.
    const { caption: text, caption_entities: entities } = words.length === 1 ? words[0] : {};
    const shown = { ...last, caption: text, caption_entities: entities, reply_to_message: messages[0].reply_to_message };
    node.className = `message album ${isOwn(last) ? "out" : "in"}`;
    const under = caption(shown, this.#context);
    const isCaptioned = under.classList.contains("caption");
    node.replaceChildren(el("div", { class: `bubble media ${isCaptioned ? "captioned" : ""}` },
      el("div", { class: "media-frame album-grid" }, entries.map(({ node: item }) => item)), under,
      replyButton(messages[0], this.#context)));
  }
}

function spansOf(count) {
  const rows = ROWS[count] ?? Array.from({ length: Math.ceil(count / 3) }, () => 3);
  return rows.flatMap((perRow) => Array(perRow).fill(COLUMNS / perRow));
}
