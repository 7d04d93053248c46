// Faults as buttons: pressed while they wait for their moment, with how many. Each press orders one more.

import { el } from "./dom.js";

/** What tells one fault from another, also where an order leaves it out: two chips may order the same with one more word. */
const TELLING = ["method", "fault", "by", "done", "chat", "model", "status", "description", "answers"];

/** What the chip means, in the line at the end of the panel: a title alone is nothing to a finger. */
const meanings = (meaning) => {
  const show = () => document.querySelectorAll(".panel-meaning").forEach((line) => (line.textContent = meaning));
  return { onpointerenter: show, onfocus: show };
};

/**
 * A chip for an entry of `{ id, label, meaning, order }`. `order` is what the simulator is told; its `times` and `seconds`
 * aside, it also says which of the waiting faults this chip stands for.
 */
export function faultChip({ id, label, meaning, order }, testid, act) {
  const count = el("i", {});
  const node = el("button", {
    class: "chip", type: "button", "aria-pressed": "false", "data-testid": testid, "data-fault": id, title: meaning,
    onclick: () => act(order), ...meanings(meaning),
  }, label, count);
  const { times: _times, seconds, ...lasting } = order;
  const names = new Set([...TELLING, ...Object.keys(lasting)]);
  const isSame = (pending) => [...names].every((name) => (pending[name] ?? null) === (order[name] ?? null));
  const show = (faults) => {
    const waiting = faults.filter(isSame);
    const times = waiting.reduce((sum, pending) => sum + pending.times, 0);
    node.setAttribute("aria-pressed", String(times > 0));
    // What lasts for a time has no number.
    count.textContent = times > 1 && !seconds ? `×${times}` : "";
  };
  return { node, show };
}

/** A button that does something at once. */
export function actionChip({ id, label, meaning }, testid, act) {
  return el("button", { class: "chip", type: "button", "data-testid": testid, "data-action": id, title: meaning, onclick: act, ...meanings(meaning) }, label);
}
