// The simulator's page API: plain calls, and the stream of what happens in this person's chat.

const RETRY_MS_MIN = 500;
const RETRY_MS_MAX = 8000;
const EVENTS = ["message", "edited", "deleted", "callback_answer", "action", "stars", "checkout", "resync"];

/** A call that the server turned down, with its words. */
export class ApiError extends Error {}

async function call(path, options) {
  let answer;
  try {
    answer = await fetch(path, options);
  } catch {
    throw new ApiError("No connection to the simulator");
  }
  const body = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new ApiError(body.error ?? body.description ?? `The simulator answered ${answer.status}`);
  return body;
}

const post = (path, body) =>
  call(path, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });

export const simulators = () => call("/simulators");
export const people = () => call("/chat/api/people");
export const makeOperator = (id) => post("/chat/api/people", { id, first_name: "Operator" });
export const makePerson = (name, language_code) => post("/chat/api/people", { first_name: name, language_code });

export const kieState = () => call("/simulators/kie/state");
export const kieTasks = (newest) => call(`/simulators/kie/tasks?newest=${newest}`);
export const kieControl = (name, body) => post(`/simulators/kie/${name}`, body);
export const kieClearFaults = () => call("/simulators/kie/faults", { method: "DELETE" });

export const telegramState = (name) => call(`/simulators/telegram/${name}`);
export const telegramControl = (name, body) => post(`/simulators/telegram/${name}`, body);
export const telegramClearFaults = () => call("/simulators/telegram/faults", { method: "DELETE" });

/** Whether the video at an address of ours is known to have no sound. Asked once for each. */
const silence = new Map();
export function isSilent(url) {
  const ask = async () => (await fetch(url, { method: "HEAD" }).catch(() => null))?.headers.has("x-no-sound") ?? false;
  if (!silence.has(url)) silence.set(url, ask());
  return silence.get(url);
}

/** The calls of one person. */
export class Chat {
  #base;
  /** The topic that is written in; null is General. */
  thread = null;

  constructor(user) {
    this.user = user;
    this.#base = `/chat/api/${user.id}`;
  }

  state = () => call(`${this.#base}/state`);
  sendText = (text, reply_to) => post(`${this.#base}/text`, { text, thread: this.thread, reply_to });
  edit = (message_id, text) => post(`${this.#base}/edit`, { message_id, text });
  service = (kind) => post(`${this.#base}/service`, { kind });
  press = (message_id, data) => post(`${this.#base}/callback`, { message_id, data });
  pay = (message_id) => post(`${this.#base}/pay`, { message_id });
  invoiceLink = (slug) => call(`${this.#base}/link/${encodeURIComponent(slug)}`);
  payLink = (slug) => post(`${this.#base}/link/${encodeURIComponent(slug)}`, {});
  changeSubscription = (charge_id, canceled) => post(`${this.#base}/subscription`, { charge_id, canceled });
  addStars = (add) => post(`${this.#base}/stars`, { add });
  speak = (language_code) => post(`${this.#base}/language`, { language_code });
  hideAccount = (hides_account) => post(`${this.#base}/privacy`, { hides_account });
  /** Has an operator forward a message of this chat to the bot. */
  forwardBy = (operator, message_id) => post(`/chat/api/${encodeURIComponent(operator)}/forward`, { chat: this.user.id, message_id });
  block = (blocked) => post(`${this.#base}/block`, { blocked });
  fileUrl = (id) => `${this.#base}/file/${encodeURIComponent(id)}`;

  /** Sends one file, or several as an album with one caption. */
  sendFiles(files, caption, as, replyTo) {
    const form = new FormData();
    form.append("as", as);
    if (this.thread) form.append("thread", this.thread);
    if (replyTo) form.append("reply_to", replyTo);
    if (caption) form.append("caption", caption);
    files.forEach((file) => form.append("file", file, file.name));
    return call(`${this.#base}/${files.length > 1 ? "album" : "file"}`, { method: "POST", body: form });
  }

  /**
   * Listens for as long as the page lives. `connected` is told each time the stream opens, so that the state can be
   * read again: whatever happened in between is in it.
   */
  listen(handlers, connected, lost) {
    listen(`${this.#base}/events`, handlers, connected, lost);
  }
}

/**
 * An EventSource that comes back also after an answer that makes the browser give up, such as a 502. It is closed while
 * nobody looks: a browser has six connections for all its tabs, and pages left behind would use them up.
 */
function listen(url, handlers, connected, lost) {
  let source = null;
  let timer;
  let pause = RETRY_MS_MIN;
  const close = () => {
    clearTimeout(timer);
    source?.close();
    source = null;
  };
  const open = () => {
    close();
    source = new EventSource(url);
    source.addEventListener("open", () => {
      pause = RETRY_MS_MIN;
      connected();
    });
    for (const name of EVENTS) {
      source.addEventListener(name, (event) => handlers[name]?.(JSON.parse(event.data || "{}")));
    }
    source.addEventListener("error", () => {
      lost();
      if (source?.readyState !== EventSource.CLOSED) return;
      timer = setTimeout(open, pause);
      pause = Math.min(pause * 2, RETRY_MS_MAX);
    });
  };
  document.addEventListener("visibilitychange", () => (document.hidden ? close() : open()));
  if (!document.hidden) open();
}
