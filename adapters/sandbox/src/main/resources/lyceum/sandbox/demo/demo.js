// The demo page: each place as its people see it, refreshed whenever the sandbox says that something changed.
const people = ["ann", "bob", "carla", "小明", "mei", "ada"];
const rooms = { discord: ["general", "questions", "moderators"], telegram: ["general", "moderators"] };
const chinese = navigator.language.toLowerCase().startsWith("zh");
let language = new URLSearchParams(location.search).get("lang") || (chinese ? "zh-Hans" : "en");
let phrases = {};
const who = document.getElementById("who");
const places = new Map();

const say = (key, ...args) => (phrases[key] || key).replace(/\{(\d)\}/g, (_, n) => args[n]);
const node = (tag, className, text) => {
  const made = document.createElement(tag);
  if (className) made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
};

function notice(text) {
  const line = document.getElementById("notice");
  line.hidden = !text;
  line.textContent = text || "";
}

async function call(path, body) {
  try {
    const answer = await fetch("/sandbox/" + path, body && {
      method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });
    const json = await answer.json();
    notice(answer.ok ? "" : say("failed", json.error || answer.status));
    return answer.ok ? json : null;
  } catch {
    notice(say("offline"));
    return null;
  }
}

class Place {
  constructor(section) {
    this.platform = section.dataset.platform;
    section.append(document.getElementById("place").content.cloneNode(true));
    section.querySelector(".name").textContent = section.getAttribute("aria-label");
    this.section = section;
    this.list = section.querySelector(".messages");
    this.room = section.querySelector(".room");
    this.input = section.querySelector("input");
    rooms[this.platform].forEach(name => this.room.append(new Option("#" + name, name)));
    this.room.addEventListener("change", () => { this.shown = ""; this.refresh(); });
    section.querySelector("form").addEventListener("submit", event => { event.preventDefault(); this.send(); });
  }

  words() {
    this.section.querySelector(".room-label").textContent = say("room");
    this.section.querySelector("form button").textContent = say("send");
    this.input.placeholder = say("write", who.value);
    this.input.setAttribute("aria-label", this.input.placeholder);
    this.shown = "";
  }

  async send() {
    const text = this.input.value.trim();
    if (!text) return;
    this.input.value = "";
    const command = text.match(/^\/([a-z-]+)\s*(.*)$/);
    const at = this.platform + "/" + encodeURIComponent(this.room.value);
    if (command) {
      const answer = await call(at + "/command", { who: who.value, command: command[1], options: options(command[2]) });
      if (answer && answer.reply) this.whisper = { room: this.room.value, who: who.value, message: answer.reply };
    } else {
      await call(at + "/say", { who: who.value, text });
    }
    this.refresh();
  }

  async press(message, button) {
    const at = this.platform + "/" + encodeURIComponent(this.room.value);
    const answer = await call(at + "/click", { who: who.value, message, button });
    if (answer && answer.reply) this.whisper = { room: this.room.value, who: who.value, message: answer.reply };
    this.refresh();
  }

  async refresh() {
    if (this.busy) { this.again = true; return; }
    this.busy = true;
    const at = this.platform + "/" + encodeURIComponent(this.room.value) + "/messages?who=" + encodeURIComponent(who.value);
    const messages = await call(at);
    if (messages) this.show(messages);
    this.busy = false;
    if (this.again) { this.again = false; this.refresh(); }
  }

  show(messages) {
    const whisper = this.whisper && this.whisper.room === this.room.value && this.whisper.who === who.value
      && !messages.some(m => m.message === this.whisper.message.message) ? this.whisper.message : null;
    const shown = JSON.stringify([messages.slice(-200), whisper, language]);
    if (shown === this.shown) return;
    this.shown = shown;
    const byId = new Map(messages.map(m => [m.message, m]));
    const lines = messages.slice(-200).map(m => this.line(m, byId));
    if (whisper) {
      const line = this.line(whisper, byId);
      line.classList.add("whisper");
      line.append(node("span", "quiet", say("only-you", who.value)));
      lines.push(line);
    }
    this.list.replaceChildren(...(lines.length ? lines : [node("li", "empty", say("empty"))]));
    this.list.scrollTop = this.list.scrollHeight;
  }

  line(message, byId) {
    const line = node("li", "said" + (message.who === who.value ? " mine" : ""));
    line.append(node("span", "who", message.who));
    if (message.bot) line.append(node("span", "tag", say("bot")));
    line.append(node("time", "at", new Date(message.at).toLocaleTimeString(language, { hour: "2-digit", minute: "2-digit" })));
    if (message.edited) line.append(node("span", "at", say("edited")));
    const answered = message.replyTo && byId.get(message.replyTo);
    if (answered) line.append(node("span", "reply", answered.who + ": " + answered.text));
    const text = node("div", "text");
    if (message.html) text.innerHTML = message.html; else text.textContent = message.text;
    line.append(text);
    for (const file of message.files || []) line.append(node("div", "quiet", "📎 " + file));
    const buttons = node("div", "buttons");
    for (const label of message.buttons || []) {
      const button = node("button", "", label);
      button.type = "button";
      button.addEventListener("click", () => this.press(message.message, label));
      buttons.append(button);
    }
    if (buttons.childElementCount) line.append(buttons);
    return line;
  }
}

const options = text => Object.fromEntries([...text.matchAll(/([a-z-]+)[=:]("[^"]*"|\S+)/g)].map(m => [m[1], m[2].replace(/^"|"$/g, "")]));

async function speak(chosen) {
  language = chosen;
  phrases = await (await fetch("/demo/phrases/" + language)).json();
  document.documentElement.lang = language;
  document.title = say("title");
  for (const id of ["lead", "speak-as", "try"]) document.getElementById(id).textContent = say(id);
  document.getElementById("language").textContent = language === "en" ? "中文" : "English";
  document.getElementById("hints").replaceChildren(
    ...["hint-relay", "hint-hold", "hint-remove", "hint-command"].map(key => node("li", "", say(key))));
  places.forEach(place => { place.words(); place.refresh(); });
}

people.forEach(name => who.append(new Option(name, name)));
who.addEventListener("change", () => places.forEach(place => { place.words(); place.refresh(); }));
document.getElementById("language").addEventListener("click", () => speak(language === "en" ? "zh-Hans" : "en"));
document.querySelectorAll(".place").forEach(section => places.set(section.dataset.platform, new Place(section)));
listen();
speak(language);

function listen() {
  const feed = new EventSource("/sandbox/feed");
  feed.addEventListener("change", event => {
    const place = places.get(JSON.parse(event.data).platform);
    if (place) place.refresh();
  });
  feed.addEventListener("open", () => places.forEach(place => place.refresh()));
}
