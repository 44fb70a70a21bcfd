// One platform on the page: its rooms, what stands in the chosen one, and a line to write.
import { asked, typed } from "/demo/commands.js";
import { Line } from "/demo/line.js";
import { fill } from "/demo/form.js";

const ROOMS = {
  discord: [["general", "# general"], ["questions", "# questions"], ["moderators", "# moderators"], ["private", ""]],
  telegram: [["general", "general"], ["general:questions", "questions"], ["moderators", "moderators"], ["private", ""]],
  twitch: [["ada", "ada"]],
  room: [["class", "class"]]
};
const MODERATORS = ["mei", "ada"];
const NEWEST = 150;
const PAUSE = 60;
const KEYS = 150;

export class Place {
  constructor(section, page, room) {
    this.page = page;
    this.section = section;
    this.platform = section.dataset.platform;
    section.append(document.getElementById("place").content.cloneNode(true));
    section.querySelector(".name").textContent = section.getAttribute("aria-label");
    this.list = section.querySelector(".messages");
    this.input = section.querySelector("input");
    this.button = section.querySelector("form button");
    this.newer = section.querySelector(".newer");
    this.toast = section.querySelector(".toast");
    this.menu = section.querySelector("datalist");
    this.menu.id = this.platform + "-commands";
    this.lines = new Map();
    this.commands = [];
    this.room = ROOMS[this.platform].some(([name]) => name === room) ? room : ROOMS[this.platform][0][0];
    this.tabs = new Map(ROOMS[this.platform].map(([name, label]) => [name, this.tab(name, label)]));
    section.querySelector(".rooms").append(...this.tabs.values());
    section.querySelector("form").addEventListener("submit", event => { event.preventDefault(); this.send(); });
    this.input.addEventListener("input", () => this.offer());
    this.newer.addEventListener("click", () => this.toEnd());
    this.list.addEventListener("scroll", () => { if (this.atEnd()) this.newer.hidden = true; }, { passive: true });
  }

  reveal(there) {
    if (this.section.hidden !== there) return;
    this.section.hidden = !there;
    if (there) this.speaker();
  }

  tab(name, label) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = label;
    button.addEventListener("click", () => this.enter(name));
    return button;
  }

  enter(room) {
    this.room = room;
    this.fresh();
    this.refresh();
  }

  /** Another room or person: what stood here is not what stands there. */
  fresh() {
    this.lines.clear();
    this.list.replaceChildren();
    this.newer.hidden = true;
    this.first = true;
    this.tabs.forEach((tab, name) => tab.setAttribute("aria-pressed", String(name === this.room)));
    this.tabs.get(this.room).classList.remove("unread");
  }

  prepare(room, text) {
    this.enter(room);
    this.input.value = text;
    this.offer();
    this.input.focus();
  }

  words() {
    const { say } = this.page;
    if (this.tabs.has("private")) this.tabs.get("private").textContent = say("private");
    this.button.textContent = say("send");
    this.newer.textContent = say("newer");
    return this.speaker();
  }

  /** Somebody else looks at this place now; done when it is shown to them. */
  speaker() {
    const { say, who } = this.page;
    this.input.placeholder = say("write", who());
    this.input.setAttribute("aria-label", this.input.placeholder);
    this.list.setAttribute("aria-label", say("room"));
    this.fresh();
    this.learn();
    return this.refresh();
  }

  async learn() {
    if (this.section.hidden) return;
    this.commands = await this.page.call(this.platform + "/commands?who=" + encodeURIComponent(this.page.who())) || [];
    this.listed();
  }

  listed() {
    this.menu.replaceChildren(...this.commands.map(one => new Option(one.description, "/" + one.command)));
  }

  offer() {
    clearTimeout(this.typing);
    if (!this.input.value.startsWith("/")) {
      this.input.removeAttribute("list");
      return;
    }
    this.input.setAttribute("list", this.menu.id);
    const wanted = this.platform === "discord" ? typed(this.input.value, this.commands) : null;
    if (wanted) this.typing = setTimeout(() => this.complete(wanted), KEYS);
    else this.listed();
  }

  /** What the hub suggests to somebody who still types. */
  async complete({ before, ...wanted }) {
    const line = this.input.value;
    const answer = await this.page.call(this.at("complete"), { who: this.page.who(), ...wanted });
    if (answer && this.input.value === line) {
      this.menu.replaceChildren(...answer.choices.map(choice => new Option(choice.name, before + choice.value)));
    }
  }

  at(verb) {
    return this.platform + "/" + encodeURIComponent(this.room) + "/" + verb;
  }

  async send() {
    const text = this.input.value.trim();
    if (!text) return;
    this.input.value = "";
    this.offer();
    this.toEnd();
    const who = this.page.who();
    let answer;
    if (/^[/!！]\S/.test(text)) {
      if (!this.commands.length) await this.learn();
      const command = this.platform === "discord" ? asked(text, this.commands) : { command: text.slice(1), options: {} };
      answer = await this.page.call(this.at("command"), { who, ...command });
      if (answer) this.answered(answer);
    } else {
      answer = await this.page.call(this.at("say"), { who, text });
    }
    if (!answer && !this.input.value) this.input.value = text;
    this.refresh();
  }

  async press(message, button) {
    const answer = await this.page.call(this.at("click"), { who: this.page.who(), message, button });
    if (answer) this.answered(answer);
    this.refresh();
  }

  /** What stands in the room is shown there; a form is opened, and an answer that stands nowhere passes by. */
  async answered(answer) {
    if (answer.form) {
      const fields = await fill(answer.form, this.page.say);
      const next = fields && await this.page.call(this.at("submit"), { who: this.page.who(), fields });
      if (next) this.answered(next);
    } else if (answer.reply && !answer.reply.message) {
      clearTimeout(this.passing);
      this.toast.textContent = answer.reply.text;
      this.toast.hidden = false;
      this.passing = setTimeout(() => { this.toast.hidden = true; }, 6000);
    }
  }

  changed(change) {
    if (change.room === this.room) this.refresh();
    else if (change.kind === "posted" && change.room !== "private" && this.tabs.has(change.room)) {
      this.tabs.get(change.room).classList.add("unread");
    }
  }

  async refresh() {
    if (this.section.hidden) return;
    if (this.busy) { this.again = true; return; }
    this.busy = true;
    try {
      await this.catchUp();
    } finally {
      this.busy = false;
    }
  }

  async catchUp() {
    do {
      this.again = false;
      const [room, who] = [this.room, this.page.who()];
      if (room === "moderators" && !MODERATORS.includes(who)) {
        this.closed();
      } else {
        const messages = await this.page.call(this.at("messages") + "?last=" + NEWEST + "&who=" + encodeURIComponent(who));
        if (messages && room === this.room && who === this.page.who()) this.show(messages);
        await new Promise(rest => setTimeout(rest, PAUSE));
      }
    } while (this.again);
  }

  closed() {
    const line = document.createElement("li");
    line.className = "empty";
    const look = document.createElement("button");
    look.type = "button";
    look.textContent = this.page.say("as-mei");
    look.addEventListener("click", () => this.page.become("mei"));
    line.append(Object.assign(document.createElement("p"), { textContent: this.page.say("closed", this.page.who()) }), look);
    this.list.replaceChildren(line);
  }

  show(messages) {
    const follow = this.first || this.atEnd();
    const before = this.list.lastElementChild;
    const byId = new Map(messages.map(m => [m.message, m]));
    this.list.querySelectorAll(".empty").forEach(line => line.remove());
    this.lines.forEach((line, id) => {
      if (!byId.has(id)) {
        line.element.remove();
        this.lines.delete(id);
      }
    });
    let place = this.list.firstElementChild;
    for (const message of messages) {
      const old = this.lines.get(message.message)?.element;
      const line = this.line(message, byId.get(message.replyTo));
      if (old && old !== line.element) {
        if (place === old) place = line.element;
        old.replaceWith(line.element);
      }
      if (line.element === place) place = place.nextElementSibling;
      else this.list.insertBefore(line.element, place);
    }
    if (!messages.length) {
      this.list.append(Object.assign(document.createElement("li"), { className: "empty", textContent: this.page.say("empty") }));
    }
    if (follow) this.toEnd();
    else if (this.list.lastElementChild !== before) this.newer.hidden = false;
    this.first = false;
  }

  /** The line of a message; one that is as it was keeps its element, so that nothing flickers. */
  line(message, answers) {
    const old = this.lines.get(message.message);
    const key = JSON.stringify([message, answers && answers.text]);
    if (old && old.key === key) return old;
    const made = new Line(message, answers, this.page, label => this.press(message.message, label));
    const line = { key, element: made.element };
    if (!old && !this.first) line.element.classList.add("arrives");
    this.lines.set(message.message, line);
    return line;
  }

  atEnd() {
    return this.list.scrollHeight - this.list.scrollTop - this.list.clientHeight < 60;
  }

  toEnd() {
    this.list.scrollTop = this.list.scrollHeight;
    this.newer.hidden = true;
  }
}
