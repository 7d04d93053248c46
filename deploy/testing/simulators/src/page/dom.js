// Building elements. Text only ever becomes text nodes, so nothing that a bot or a person writes can become HTML.

const SVG = "http://www.w3.org/2000/svg";

/** Makes an element: `on…` attributes are listeners, null and false leave one out, children may be text. */
export function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (name === "style") Object.entries(value).forEach(([key, part]) => node.style.setProperty(key, part));
    else node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

/** An icon of the sprite in index.html. */
export function icon(name, extra = "") {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("class", `icon icon-${name} ${extra}`.trim());
  svg.setAttribute("aria-hidden", "true");
  const use = document.createElementNS(SVG, "use");
  use.setAttribute("href", `#i-${name}`);
  svg.append(use);
  return svg;
}

export const byId = (id) => document.getElementById(id);

/** A person's round picture: the first letter on a colour of their own. */
export function paintAvatar(node, name, id) {
  node.textContent = [...name][0]?.toUpperCase() ?? "?";
  node.style.setProperty("--hue", String((Number(id) * 67) % 360));
}

/** "⭐" as the coin that Telegram shows, on one line with its number; everything else as it stands. */
export function withStars(text) {
  return text.split(/(\d* ?(?:⭐️?|XTR))/u).map((part) => {
    const [, number] = /^(\d* ?)(?:⭐|XTR)/u.exec(part) ?? [];
    return number === undefined ? part : el("span", { class: "stars" }, number, icon("star"));
  });
}
