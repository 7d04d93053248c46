// What marks an operator of the bot.

import { el } from "./dom.js";

export const operatorMark = () => el("span", { class: "mark", "data-testid": "operator-mark" }, "operator");
