// What KIE sees: the simulated provider's account, the faults one can order from it, and its tasks.

import * as api from "./api.js";
import { actionChip, faultChip } from "./chips.js";
import { el } from "./dom.js";
import { amount } from "./format.js";
import { SHOWN_MAX, TaskList } from "./tasks.js";

/** What can be ordered for the next video, by the moment in which it strikes: id, label, what it means, what is ordered. */
const FAULTS = {
  "The order": [
    ["refuse", "“Try again later”", "Refused with code 500 and “Internal Error, Please try again later.”; nothing is charged"],
    ["rate_limited", "Too many orders", "Refused with 429: call frequency too high"],
    ["maintenance", "Maintenance", "Refused with 455"],
    ["reset_before_accepting", "Connection cut", "The connection is cut and nothing is accepted"],
    ["time_out_after_accepting", "Accepted, no answer", "Accepted and charged, but the connection is cut without an answer"],
    ["garbage_answer", "Accepted, garbage", "Accepted and charged, but the answer is not JSON"],
    ["upload_fails", "Image refused", "The upload of the image is refused with code 500"],
    ["upload_lost", "Image lost", "The image is taken, and gone when the model wants it"],
  ],
  "The rendering": [
    ["policy", "Content policy", "Fails: the prompt breaks the content policy"],
    ["internal", "Internal error", "Fails: internal error, please try again later"],
    ["filtered", "Filtered", "Succeeds without an address, with the filter's reason", { message: "The audio was filtered: it may break our rules." }],
    ["slow", "A minute longer", "Rendering takes a minute longer"],
    ["nonsense", "Nonsense", "Every question for the task is answered with JSON that tells nothing"],
    ["lose_callback", "Callback lost", "The callback is never sent"],
    ["double_callback", "Callback twice", "The callback is sent twice"],
  ],
  "The file": [
    ["result_html", "A web page", "The address gives a page of HTML with status 200"],
    ["result_xml", "An XML error", "The address gives the XML of a store whose file is gone, with status 200"],
    ["result_empty", "Empty file", "A video of no bytes"],
    ["result_truncated", "Half a file", "The first half of the video, which says that it is whole"],
    ["result_cut", "Cut off for ever", "The connection is always cut in the middle of the file"],
    ["result_missing_first", "404, then good", "404 to the first three requests, then the video", { fault: "result_missing", answers: 3 }],
    ["result_missing", "404 for ever", "The file is gone"],
    ["result_unreachable", "File host away", "Every connection to the address is cut"],
  ],
};
const TOP_UP = 1000;
/** Enough for the cheap models and too little for the dear ones. */
const LITTLE = 100;

/** The sections of the panel about KIE. `act` does something and has all read anew. */
export class KieSections {
  #act;
  #balance = el("b", { "data-testid": "kie-balance" }, "…");
  #chips = [];
  #clear;
  #slider;
  #tasks = new TaskList();
  #credits = 0;

  constructor(act) {
    this.#act = act;
    this.#clear = el("button", { type: "button", "data-testid": "kie-clear-faults", onclick: () => act(api.kieClearFaults) }, "Clear");
    this.#slider = new RenderSlider((range) => act(() => api.kieControl("render", range)));
    const unreachable = this.#chip("unreachable", "Out of reach for a minute", "Every call of KIE's API is cut without an answer", { seconds: 60 });
    this.sections = [
      el("section", {}, el("h3", {}, "KIE.ai account"),
        el("div", { class: "credit" }, el("div", {}, this.#balance, el("small", {}, "KIE credits"))),
        el("div", { class: "chips" },
          this.#balanceChip("kie-empty", "Empty it", "No model can be ordered: each is refused with 402", () => 0),
          this.#balanceChip("kie-little", `Leave ${LITTLE}`, `What costs more than ${LITTLE} credits is refused with 402, the rest is not`, () => LITTLE),
          this.#balanceChip("kie-top-up", `+${amount(TOP_UP)}`, "Adds credits", () => this.#credits + TOP_UP),
          unreachable)),
      el("section", {}, el("h3", {}, "Let the next video go wrong", this.#clear),
        Object.entries(FAULTS).map(([moment, faults]) => el("div", { class: "chip-group" }, el("h4", {}, moment),
          el("div", { class: "chips" }, faults.map((entry) => this.#chip(...entry)))))),
      el("section", {}, el("h3", {}, "Time to render"), this.#slider.node),
    ];
    this.last = [el("section", {}, el("h3", {}, "What KIE sees"), this.#tasks.node)];
  }

  async read() {
    const state = await api.kieState();
    this.#credits = state.balance;
    this.#balance.textContent = amount(state.balance);
    this.#balance.dataset.credits = state.balance;
    this.#slider.show(state.render);
    this.#clear.hidden = state.faults.length === 0;
    this.#chips.forEach((chip) => chip.show(state.faults));
    this.#tasks.show(await api.kieTasks(SHOWN_MAX));
  }

  #chip(id, label, meaning, more = {}) {
    const order = { fault: id, times: 1, ...more };
    const chip = faultChip({ id, label, meaning, order }, "kie-fault", () => this.#act(() => api.kieControl("faults", order)));
    this.#chips.push(chip);
    return chip.node;
  }

  #balanceChip(id, label, meaning, credits) {
    return actionChip({ id, label, meaning }, id, () => this.#act(() => api.kieControl("balance", { credits: credits() })));
  }
}

/** One time for all videos; tasks vary by a fifth around it, as real ones do. */
class RenderSlider {
  #output = el("output", { "data-testid": "kie-render-shown" });
  #input = el("input", {
    type: "range", min: "1", max: "180", value: "10", "aria-label": "Seconds to render", "data-testid": "kie-render",
  });

  constructor(onChange) {
    this.node = el("div", { class: "slider" }, this.#input, this.#output);
    this.#input.addEventListener("input", () => this.#label());
    this.#input.addEventListener("change", () => {
      const ms = Number(this.#input.value) * 1000;
      onChange({ min_ms: Math.round(ms * 0.8), max_ms: Math.round(ms * 1.2) });
    });
  }

  show({ min_ms, max_ms }) {
    if (this.#input.matches(":active")) return;
    this.#input.value = Math.max(1, Math.round((min_ms + max_ms) / 2000));
    this.#label();
  }

  #label() {
    this.#output.textContent = `about ${this.#input.value} s`;
  }
}
