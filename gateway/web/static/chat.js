// The chat page: shows what the coach says and sends what the reader writes, over one WebSocket.

const LIMIT = 4000;
const COUNT_FROM = 3500;
const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 15_000;
const NEAR_BOTTOM = 80;
const QUIET = 500;

const [welcome, log, status, announcer, form, box, send, count] = [
  "welcome", "log", "status", "announcer", "form", "box", "send", "count",
].map((id) => document.getElementById(id));

let socket;
// True from the server's history until the connection ends: only then is anything sent.
let ready = false;
let pause = FIRST_PAUSE;
// What the server has not taken yet, by id, oldest first.
const pending = new Map();
// The elements of the turns on the page, by the number of their message.
const turns = new Map();
// The numbers of the replies on the page, and of all that this page ever showed.
const onPage = new Set();
const everShown = new Set();
// Which thumb was pressed, by reply: the history does not tell.
const chosen = new Map();
// What the reader said according to the last history; nothing before the first.
let textsInHistory;

// --- The connection ---

function connect() {
  const scheme = location.protocol === "https:" ? "wss" : "ws";
  socket = new WebSocket(`${scheme}://${location.host}/chat`);
  socket.addEventListener("message", (frame) => receive(JSON.parse(frame.data)));
  socket.addEventListener("close", reconnectLater);
}

function reconnectLater() {
  ready = false;
  status.textContent = "Reconnecting…";
  document.body.classList.add("offline");
  // Not all pages at the same moment, should the server have restarted.
  setTimeout(connect, pause * (0.5 + Math.random() / 2));
  pause = Math.min(pause * 2, LONGEST_PAUSE);
}

function connected() {
  ready = true;
  transmit({ type: "zone", zone: Intl.DateTimeFormat().resolvedOptions().timeZone ?? "" });
  pause = FIRST_PAUSE;
  status.textContent = "";
  document.body.classList.remove("offline");
}

function transmit(frame) {
  if (ready && socket.readyState === WebSocket.OPEN) socket.send(JSON.stringify(frame));
}

const HANDLERS = {
  history: showHistory,
  accepted: settle,
  typing: showTyping,
  sentence: showSentence,
  reply: showReply,
  done: endTurn,
  refused: showRefusal,
};

function receive(event) {
  keepBottom(() => HANDLERS[event.type]?.(event));
}

// --- What the server says ---

// Shows the conversation anew; screen readers hear only what they have not heard.
function showHistory(event) {
  const isFirst = !textsInHistory;
  connected();
  log.setAttribute("aria-live", "off");
  log.replaceChildren();
  turns.clear();
  onPage.clear();
  textsInHistory = new Set(event.turns.map((turn) => turn.text));
  const unheard = event.turns.flatMap(showOldTurn);
  const waiting = event.turns.find((turn) => turn.waiting);
  if (waiting) showTyping(waiting);
  if (!isFirst && unheard.length) announcer.textContent = unheard.map((reply) => reply.text).join("\n");
  setTimeout(() => log.setAttribute("aria-live", "polite"), QUIET);
  for (const { turn, frame } of pending.values()) {
    log.append(turn);
    transmit(frame);
  }
  welcome.hidden = log.hasChildNodes();
}

// Returns the replies that this page had not shown before.
function showOldTurn({ text, message, replies }) {
  turns.set(message, addTurn(text));
  const unheard = replies.filter((reply) => !everShown.has(reply.reply));
  replies.forEach((reply) => showReply({ ...reply, message }));
  return unheard;
}

// The server has our message: its turn gets the number under which replies come.
function settle({ id, message }) {
  const sent = pending.get(id);
  if (!sent) return;
  pending.delete(id);
  sent.turn.classList.remove("pending");
  if (message === null) {
    if (textsInHistory.has(sent.text)) sent.turn.remove();
    return;
  }
  // A reply may have come first.
  const early = turns.get(message);
  if (early) sent.turn.append(...early.childNodes);
  early?.remove();
  turns.set(message, sent.turn);
}

function showTyping({ message }) {
  const turn = turnOf(message);
  liveOf(turn)?.remove();
  turn.append(clone("live"));
  announcer.textContent = "The coach is writing.";
}

function showSentence({ message, text }) {
  const turn = turnOf(message);
  if (!liveOf(turn)) turn.append(clone("live"));
  const bubble = bubbleOf(liveOf(turn));
  bubble.textContent = `${bubble.textContent} ${text}`.trim();
}

function showReply(event) {
  if (onPage.has(event.reply)) return;
  const turn = turnOf(event.message);
  const live = liveOf(turn);
  turn.insertBefore(makeReply(event), live);
  if (event.kind === "answer" || event.kind === "decline") live?.remove();
  onPage.add(event.reply);
  if (!everShown.has(event.reply)) transmit({ type: "received", reply: event.reply });
  everShown.add(event.reply);
}

function endTurn({ message }) {
  liveOf(turnOf(message))?.remove();
  announcer.textContent = "";
}

function showRefusal({ id, text }) {
  const sent = pending.get(id);
  pending.delete(id);
  const turn = sent ? sent.turn : addTurn("");
  turn.classList.remove("pending");
  turn.append(makeReply({ kind: "note", text, citations: [], buttons: [] }));
  sent?.takeBack(turn);
}

// --- What the reader does ---

// Keeps the frame until the server has it, and shows shownText as said by the reader.
function submit(frame, shownText, takeBack) {
  const id = newId();
  const turn = addTurn(shownText);
  turn.classList.add("pending");
  pending.set(id, { frame: { ...frame, id }, text: shownText, turn, takeBack });
  transmit(pending.get(id).frame);
  welcome.hidden = true;
}

function say(text) {
  submit({ type: "message", text }, text, (turn) => returnText(turn, text));
  scrollToBottom();
}

// Gives a refused text back for editing, unless the next one is being written.
function returnText(turn, text) {
  if (box.value) return;
  turn.querySelector(".user").remove();
  box.value = text;
  boxChanged();
}

function pressChip({ title, token }) {
  submit({ type: "press", token }, title, () => {});
  scrollToBottom();
}

function pressThumb(reply, index, { token }, group) {
  if (chosen.get(reply) === index) return;
  choose(reply, index, group);
  submit({ type: "press", token }, "", () => choose(reply, -1, group));
}

function choose(reply, index, group) {
  chosen.set(reply, index);
  [...group.children].forEach((thumb, i) => thumb.setAttribute("aria-pressed", i === index));
}

function sendBox(event) {
  event.preventDefault();
  const text = box.value.trim();
  box.focus();
  if (!text) return;
  box.value = "";
  boxChanged();
  say(text);
}

// Enter sends; not while an input method composes a word (which Safari tells by 229 only).
function boxKey(event) {
  const composing = event.isComposing || event.keyCode === 229;
  if (event.key === "Enter" && !event.shiftKey && !composing) sendBox(event);
}

function boxChanged() {
  send.disabled = !box.value.trim();
  // As many lines as it takes; the style sheet ends it at six.
  box.style.height = "auto";
  box.style.height = `${box.scrollHeight}px`;
  const characters = [...box.value].length;
  const counted = `${characters.toLocaleString("en")} of ${LIMIT.toLocaleString("en")} characters`;
  count.textContent = characters > COUNT_FROM ? counted : "";
  count.classList.toggle("over", characters > LIMIT);
}

// --- Elements ---

function clone(template) {
  return document.getElementById(template).content.firstElementChild.cloneNode(true);
}

const liveOf = (turn) => turn.querySelector(":scope > .live");
const bubbleOf = (element) => element.querySelector(".bubble");

// A turn is what the reader said and all replies to it; a pressed thumb says nothing.
function addTurn(text) {
  const turn = document.createElement("div");
  turn.className = "turn";
  if (text) {
    turn.append(clone("user"));
    bubbleOf(turn).textContent = text;
  }
  log.append(turn);
  return turn;
}

// Another window of the same reader may have asked: then the turn has replies only.
function turnOf(message) {
  if (!turns.has(message)) turns.set(message, addTurn(""));
  welcome.hidden = true;
  return turns.get(message);
}

function makeReply({ reply, kind, text, citations, buttons, feedback, attachment }) {
  const element = clone("reply");
  element.classList.add(kind);
  bubbleOf(element).textContent = text;
  const below = document.createElement("div");
  below.className = "below";
  if (citations.length) below.append(makeSources(citations));
  if (attachment) below.append(makeDownload(attachment));
  if (buttons.length) below.append(feedback ? makeFeedback(reply, buttons) : makeChips(buttons));
  element.querySelector(".said").append(below);
  return element;
}

function makeDownload({ name, media_type, content }) {
  const link = document.createElement("a");
  link.className = "download";
  link.href = URL.createObjectURL(new Blob([content], { type: media_type }));
  link.download = name;
  link.textContent = `Save ${name}`;
  return link;
}

function makeSources(citations) {
  const sources = clone("sources");
  for (const { title, heading, href } of citations) {
    const source = clone("source");
    source.querySelector("a").href = href;
    source.querySelector(".title").textContent = title;
    if (heading !== title) source.querySelector(".heading").textContent = heading;
    sources.querySelector("ul").append(source);
  }
  return sources;
}

function makeFeedback(reply, buttons) {
  const group = clone("feedback");
  buttons.forEach((button, index) => {
    const thumb = group.children[index];
    thumb.title = button.title;
    thumb.setAttribute("aria-label", button.title);
    thumb.addEventListener("click", () => pressThumb(reply, index, button, group));
  });
  choose(reply, chosen.get(reply) ?? -1, group);
  return group;
}

function makeChips(buttons) {
  const chips = document.createElement("div");
  chips.className = "chips";
  for (const button of buttons) {
    const chip = document.createElement("button");
    chip.type = "button";
    chip.dir = "auto";
    chip.textContent = button.title;
    // A double click is one press.
    chip.addEventListener("click", (event) => event.detail < 2 && pressChip(button));
    chips.append(chip);
  }
  return chips;
}

// --- Small helpers ---

// Works without HTTPS too, unlike crypto.randomUUID.
function newId() {
  return Array.from(crypto.getRandomValues(new Uint32Array(4)), (n) => n.toString(16)).join("-");
}

function scrollToBottom() {
  window.scrollTo(0, document.documentElement.scrollHeight);
}

// Follows the conversation, unless the reader has scrolled up.
function keepBottom(change) {
  const page = document.documentElement;
  const wasAtBottom = window.scrollY + window.innerHeight >= page.scrollHeight - NEAR_BOTTOM;
  change();
  if (wasAtBottom && welcome.hidden) scrollToBottom();
}

form.addEventListener("submit", sendBox);
box.addEventListener("input", () => keepBottom(boxChanged));
box.addEventListener("keydown", boxKey);
welcome.querySelectorAll("button").forEach((example) =>
  example.addEventListener("click", () => {
    say(example.textContent);
    box.focus();
  }),
);
boxChanged();
connect();
