// Light and dark: as the system says, until the switch is used.

import { byId } from "./dom.js";

const KEY = "theme";

export function setUpTheme() {
  const chosen = localStorage.getItem(KEY);
  if (chosen) document.documentElement.dataset.theme = chosen;
  // What another page of this browser switches, the one around this frame among them, holds here too.
  window.addEventListener("storage", ({ key, newValue }) => {
    if (key === KEY && newValue) document.documentElement.dataset.theme = newValue;
  });
  byId("theme").addEventListener("click", () => {
    const isDark = document.documentElement.dataset.theme
      ? document.documentElement.dataset.theme === "dark"
      : matchMedia("(prefers-color-scheme: dark)").matches;
    document.documentElement.dataset.theme = isDark ? "light" : "dark";
    localStorage.setItem(KEY, document.documentElement.dataset.theme);
  });
}
