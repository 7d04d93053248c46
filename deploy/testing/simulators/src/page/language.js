// The language of a person's client: bots are told it with everything that the person does.

import { el } from "./dom.js";

const KEY = "language";

/** Tags as Telegram's own clients have them. */
const TAGS = [
  "en", "ar", "de", "es", "fa", "fr", "hi", "id", "it", "ja", "ko", "nl", "pl", "pt-br", "ru", "tr", "uk", "zh-hans", "zh-hant",
];

/** What new people speak: what was chosen last in this browser, else what the browser itself does. */
export const usualLanguage = () => localStorage.getItem(KEY) ?? navigator.language.split("-")[0];

/** A choice of languages, each by its own name. `speak` tells the simulator. */
export function languageChoice(current, speak) {
  const tags = TAGS.includes(current) ? TAGS : [...TAGS, current].sort();
  const option = (tag) => el("option", { value: tag, selected: tag === current }, nameOf(tag));
  const choose = ({ target }) => {
    localStorage.setItem(KEY, target.value);
    speak(target.value);
  };
  return el("label", { class: "menu-item menu-choice" }, "Language",
    el("select", { "data-testid": "language", onchange: choose }, tags.map(option)));
}

function nameOf(tag) {
  try {
    return new Intl.DisplayNames([tag], { type: "language" }).of(tag);
  } catch {
    return tag;
  }
}
