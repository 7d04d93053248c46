// What KIE sees: the simulated provider's account, the faults one can order from it, and its tasks.

import { listen } from "./api.js";
import { byId, el, icon } from "./dom.js";
import { toast } from "./dialog.js";
import { amount } from "./format.js";
import { TaskList } from "./tasks.js";

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
const EVENTS = ["task", "state", "resync"];

/** Shows the panel and keeps it up to date. */
export function setUpPanel() {
  const panel = byId("panel");
  const tasks = new TaskList();
  const balance = el("b", { "data-testid": "kie-balance" }, "…");
  const chips = FAULTS.map((entry) => faultChip(...entry));
  const slider = renderSlider();
  const clear = el("button", { type: "button", "data-testid": "kie-clear-faults", onclick: () => control("faults", null, "DELETE"), hidden: true }, "Clear all");
  panel.replaceChildren(head(),
    el("section", {}, el("h3", {}, "Account"),
      el("div", { class: "credit" }, el("div", {}, balance, el("small", {}, "KIE credits")),
        el("div", { class: "credit-buttons" },
          el("button", { class: "chip", type: "button", "data-testid": "kie-empty", onclick: () => control("balance", { credits: 0 }) }, "Empty it"),
          el("button", { class: "chip", type: "button", "data-testid": "kie-top-up", onclick: () => topUp(balance) }, `+${amount(TOP_UP)}`)))),
    el("section", {}, el("h3", {}, "Let the next video go wrong", clear), el("div", { class: "chips" }, chips.map((chip) => chip.node))),
    el("section", {}, el("h3", {}, "Time to render"), slider.node),
    el("section", {}, el("h3", {}, "Tasks"), tasks.node));
  panel.hidden = false;
  document.body.classList.add("with-panel");
  setUpSlideOver(panel);

  const show = (state) => {
    balance.textContent = amount(state.balance);
    balance.dataset.credits = state.balance;
    slider.show(state.render);
    clear.hidden = state.faults.length === 0;
    chips.forEach((chip) => chip.show(state.faults));
  };
  const readAll = () => tasks.read().catch((error) => toast(error.message));
  listen("/simulators/kie/events", EVENTS, { state: show, task: (task) => tasks.put(task), resync: readAll }, readAll, () => {});
}

function head() {
  return el("div", { class: "panel-head" }, el("h2", {}, "What KIE sees"), el("span", { class: "tag" }, "Simulator"),
    el("button", { class: "icon-button", type: "button", id: "panel-close", "aria-label": "Close" }, icon("close")));
}

/** A fault as a button; pressed while it waits for a video, with how many. Each press orders one more. */
function faultChip(fault, label, meaning) {
  const count = el("i", {});
  const node = el("button", {
    class: "chip", type: "button", "aria-pressed": "false", "data-testid": "kie-fault", "data-fault": fault,
    title: meaning, onclick: () => control("faults", { fault, times: 1 }),
  }, label, count);
  const show = (faults) => {
    const times = faults.filter((pending) => pending.fault === fault).reduce((sum, pending) => sum + pending.times, 0);
    node.setAttribute("aria-pressed", String(times > 0));
    count.textContent = times > 1 ? `×${times}` : "";
  };
  return { node, show };
}

/** One time for all videos; tasks vary by a fifth around it, as real ones do. */
function renderSlider() {
  const output = el("output", { "data-testid": "kie-render-shown" });
  const input = el("input", { type: "range", min: "1", max: "180", value: "10", "aria-label": "Seconds to render", "data-testid": "kie-render" });
  const label = (seconds) => (output.textContent = `about ${seconds} s`);
  input.addEventListener("input", () => label(input.value));
  input.addEventListener("change", () => {
    const ms = Number(input.value) * 1000;
    control("render", { min_ms: Math.round(ms * 0.8), max_ms: Math.round(ms * 1.2) });
  });
  const show = ({ min_ms, max_ms }) => {
    input.value = Math.max(1, Math.round((min_ms + max_ms) / 2000));
    label(input.value);
  };
  return { node: el("div", { class: "slider" }, input, output), show };
}

function topUp(balance) {
  control("balance", { credits: Number(balance.dataset.credits ?? 0) + TOP_UP });
}

async function control(name, body, method = "POST") {
  try {
    const options = { method, headers: { "Content-Type": "application/json" }, body: body && JSON.stringify(body) };
    const answer = await fetch(`/simulators/kie/${name}`, options);
    if (!answer.ok) toast(`The KIE simulator answered ${answer.status}`);
  } catch {
    toast("No connection to the simulator");
  }
}

function setUpSlideOver(panel) {
  const toggle = byId("panel-toggle");
  toggle.hidden = false;
  byId("scrim").hidden = false;
  const open = (isOpen) => {
    panel.classList.toggle("open", isOpen);
    toggle.setAttribute("aria-expanded", String(isOpen));
  };
  toggle.addEventListener("click", () => open(!panel.classList.contains("open")));
  byId("panel-close").addEventListener("click", () => (open(false), toggle.focus()));
  byId("scrim").addEventListener("click", () => open(false));
  panel.addEventListener("keydown", (event) => event.key === "Escape" && open(false));
}
