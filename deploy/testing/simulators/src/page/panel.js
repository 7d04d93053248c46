// What KIE sees: the simulated provider's account, the faults one can order from it, and its tasks.

import * as api from "./api.js";
import { byId, el, icon } from "./dom.js";
import { toast } from "./dialog.js";
import { amount } from "./format.js";
import { SHOWN_MAX, TaskList } from "./tasks.js";

/** What can be ordered for the next video: fault, label, and what it means. */
const FAULTS = [
  ["policy", "Refuse", "Rendering ends with a refusal for the content policy"],
  ["internal", "Fail", "Rendering ends with an internal error"],
  ["slow", "Slow", "Rendering takes a minute longer"],
  ["lose_callback", "Lose callback", "The callback is never sent"],
  ["double_callback", "Double callback", "The callback is sent twice"],
  ["time_out_after_accepting", "Never answer", "The order is accepted and charged, but the connection is cut without an answer"],
  ["garbage_answer", "Answer garbage", "The order is accepted and charged, but the answer is not JSON"],
  ["reset_before_accepting", "Cut off", "The connection is cut and nothing is accepted"],
  ["out_of_funds", "No credits", "The order is refused: credits insufficient"],
  ["rate_limited", "Too many", "The order is refused: call frequency too high (429)"],
  ["maintenance", "Maintenance", "The order is refused: maintenance (455)"],
];
const TOP_UP = 1000;
const READ_EVERY_MS = 1000;

/** The panel. It asks instead of listening: every stream held open takes a connection from the chat. */
export class Panel {
  #node = byId("panel");
  #balance = el("b", { "data-testid": "kie-balance" }, "…");
  #chips = FAULTS.map((entry) => this.#faultChip(...entry));
  #clear = this.#button("", "kie-clear-faults", "Clear all", api.kieClearFaults);
  #slider = new RenderSlider((range) => this.#act(() => api.kieControl("render", range)));
  #tasks = new TaskList();
  #credits = 0;

  constructor() {
    this.#node.replaceChildren(
      el("div", { class: "panel-head" }, el("h2", {}, "What KIE sees"), el("span", { class: "tag" }, "Simulator"),
        el("button", { class: "icon-button", type: "button", id: "panel-close", "aria-label": "Close" }, icon("close"))),
      el("section", {}, el("h3", {}, "Account"),
        el("div", { class: "credit" }, el("div", {}, this.#balance, el("small", {}, "KIE credits")),
          el("div", { class: "credit-buttons" },
            this.#button("chip", "kie-empty", "Empty it", () => api.kieControl("balance", { credits: 0 })),
            this.#button("chip", "kie-top-up", `+${amount(TOP_UP)}`,
              () => api.kieControl("balance", { credits: this.#credits + TOP_UP }))))),
      el("section", {}, el("h3", {}, "Let the next video go wrong", this.#clear),
        el("div", { class: "chips" }, this.#chips.map((chip) => chip.node))),
      el("section", {}, el("h3", {}, "Time to render"), this.#slider.node),
      el("section", {}, el("h3", {}, "Tasks"), this.#tasks.node));
    this.#node.hidden = false;
    document.body.classList.add("with-panel");
    this.#setUpSlideOver();
    this.#keepReading();
  }

  async #keepReading() {
    const isOnScreen = !document.hidden && getComputedStyle(this.#node).visibility === "visible";
    // A simulator that restarts is asked again; the chat's header says that the connection is lost.
    if (isOnScreen) await this.#read().catch(() => {});
    setTimeout(() => this.#keepReading(), READ_EVERY_MS);
  }

  async #read() {
    const state = await api.kieState();
    this.#credits = state.balance;
    this.#balance.textContent = amount(state.balance);
    this.#balance.dataset.credits = state.balance;
    this.#slider.show(state.render);
    this.#clear.hidden = state.faults.length === 0;
    this.#chips.forEach((chip) => chip.show(state.faults));
    this.#tasks.show(await api.kieTasks(SHOWN_MAX));
  }

  /** Does something at the simulator and shows what came of it at once. */
  async #act(action) {
    try {
      await action();
      await this.#read();
    } catch (error) {
      toast(error.message);
    }
  }

  #button(look, testid, label, action) {
    return el("button", { class: look, type: "button", "data-testid": testid, onclick: () => this.#act(action) }, label);
  }

  /** A fault as a button; pressed while it waits for a video, with how many. Each press orders one more. */
  #faultChip(fault, label, meaning) {
    const count = el("i", {});
    const node = el("button", {
      class: "chip", type: "button", "aria-pressed": "false", "data-testid": "kie-fault", "data-fault": fault, title: meaning,
      onclick: () => this.#act(() => api.kieControl("faults", { fault, times: 1 })),
    }, label, count);
    const show = (faults) => {
      const times = faults.filter((pending) => pending.fault === fault).reduce((sum, pending) => sum + pending.times, 0);
      node.setAttribute("aria-pressed", String(times > 0));
      count.textContent = times > 1 ? `×${times}` : "";
    };
    return { node, show };
  }

  #setUpSlideOver() {
    const toggle = byId("panel-toggle");
    toggle.hidden = false;
    byId("scrim").hidden = false;
    const open = (isOpen) => {
      this.#node.classList.toggle("open", isOpen);
      toggle.setAttribute("aria-expanded", String(isOpen));
      if (isOpen) this.#act(async () => {});
      else toggle.focus();
    };
    toggle.addEventListener("click", () => open(!this.#node.classList.contains("open")));
    byId("panel-close").addEventListener("click", () => open(false));
    byId("scrim").addEventListener("click", () => open(false));
    this.#node.addEventListener("keydown", (event) => event.key === "Escape" && open(false));
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
