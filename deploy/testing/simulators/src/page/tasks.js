// KIE's tasks as cards, newest first.

import { el } from "./dom.js";
import { amount, timeOfDay } from "./format.js";

/** Cards shown at most. */
export const SHOWN_MAX = 40;
const TICK_MS = 500;
/** What goes wrong with a task later on. */
const TROUBLE = {
  nonsense: "answers nonsense", query_garbage: "answers HTML", query_fails: "answers 502", result_html: "file is a web page",
  result_xml: "file is XML", result_empty: "file is empty", result_cut: "file is cut off", result_truncated: "half a file",
  result_missing: "file gives 404", result_unreachable: "file host is silent",
};
const STATES = { running: "rendering", success: "done", empty: "done, without a video", fail: "failed" };

export class TaskList {
  #list = el("ol", { class: "tasks", "data-testid": "kie-tasks" });
  #none = el("p", { class: "panel-note" },
    "None yet. Every video that the bot orders from KIE.ai shows up here, with what was sent, charged and called back.");
  #cards = new Map();

  constructor() {
    this.node = el("div", {}, this.#none, this.#list);
    setInterval(() => this.#tick(), TICK_MS);
  }

  /** Shows these tasks, oldest first; cards are drawn anew only where something changed. */
  show(tasks) {
    this.#none.hidden = tasks.length > 0;
    const known = new Map(this.#cards);
    this.#cards.clear();
    for (const task of tasks) {
      const { progress: _, ...lasting } = task;
      const json = JSON.stringify(lasting);
      const card = known.get(task.id);
      this.#cards.set(task.id, card?.json === json ? card : { task, json, node: draw(task) });
    }
    const nodes = [...this.#cards.values()].map((card) => card.node).reverse();
    const isSame = nodes.length === this.#list.children.length && nodes.every((node, place) => node === this.#list.children[place]);
    if (!isSame) this.#list.replaceChildren(...nodes);
  }

  /** Moves the bars: KIE tells no progress, but the simulator knows when a task is due. */
  #tick() {
    for (const { task, node } of this.#cards.values()) {
      if (task.state === "running") node.querySelector(".task-bar div").style.width = `${progress(task)}%`;
    }
  }
}

function draw(task) {
  return el("li", { class: "task", "data-state": state(task), "data-task-id": task.id, "data-testid": "kie-task" },
    el("div", { class: "task-top" }, el("span", { class: "dot", "aria-hidden": "true" }), el("b", { title: task.id }, task.model),
      el("time", {}, timeOfDay(task.created_at / 1000))),
    el("div", { class: "task-prompt" }, task.input.prompt ?? ""),
    task.state === "running" && el("div", { class: "task-bar" }, el("div", { style: { width: `${progress(task)}%` } })),
    task.failure && el("div", { class: "task-failure" }, [task.failure.code, task.failure.message].filter((part) => part != null).join(": ")),
    el("div", { class: "task-facts" }, facts(task)));
}

/** A success without a video is none to whoever waits for one. */
function state(task) {
  return task.state === "success" && !task.result_url ? "empty" : task.state;
}

function facts(task) {
  const took = task.finished_at && ` in ${((task.finished_at - task.created_at) / 1000).toFixed(1)} s`;
  return [
    el("span", { class: "state" }, `${STATES[state(task)]}${took ?? ""}`),
    el("span", {}, `${amount(task.charged)} credits${task.refunded ? " given back" : ""}`),
    ...made(task).map((what) => el("span", {}, what)),
    task.queries > 0 && el("span", {}, `asked ${task.queries}×`),
    task.create_answer === "cut" && el("span", { class: "bad" }, "answer never came"),
    task.create_answer === "garbled" && el("span", { class: "bad" }, "answer was garbage"),
    ...(task.trouble ?? []).map(({ fault, left }) => el("span", { class: "bad" }, `${TROUBLE[fault] ?? fault}${left ? ` ×${left}` : ""}`)),
    task.ignored_fields.length > 0 && el("span", { class: "bad" }, `ignored: ${task.ignored_fields.join(", ")}`),
    ...task.callbacks.map(callback),
    task.callback_url === null && el("span", {}, "no callback wanted"),
    task.result_url && el("a", { href: task.result_url, target: "_blank", rel: "noopener" }, "file"),
  ];
}

/** What the video is like, what it is made from, and what was made of it since. */
function made(task) {
  return [
    task.follow_up && `${task.follow_up.kind} of ${task.follow_up.task.slice(0, 6)}`,
    task.images > 0 && `${task.images} image${task.images > 1 ? "s" : ""}`,
    `${task.seconds} s${task.has_sound ? "" : ", silent"}`,
    ...task.finer.map(({ finer, fails }) => `${fails ? "not" : "also"} in ${finer}`),
  ].filter(Boolean);
}

function callback({ outcome, http_status: status }) {
  const good = outcome === "delivered";
  return el("span", { class: good ? "good" : "bad" }, `callback ${outcome}${status && !good ? ` (${status})` : ""}`);
}

function progress(task) {
  const whole = Math.max(task.due_at - task.created_at, 1);
  return Math.min(Math.max((100 * (Date.now() - task.created_at)) / whole, 2), 99);
}
