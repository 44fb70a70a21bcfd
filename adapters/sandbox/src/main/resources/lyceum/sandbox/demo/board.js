// The story's caption and the tally of a trial, as the sandbox shows them on its board.
import { Lesson } from "/demo/lesson.js";

const KINDS = ["429", "disconnect", "duplicate", "kill"];
const COUNTS = ["said", "delivered", "waiting", "lost", "doubled"];

const node = (tag, className, text) => Object.assign(document.createElement(tag), { className, textContent: text ?? "" });

export class Board {
  constructor(page) {
    this.page = page;
    this.caption = document.getElementById("caption");
    this.beats = document.getElementById("beats");
    this.holder = document.getElementById("holder");
    this.play = document.getElementById("play");
    this.verdict = document.getElementById("verdict");
    this.play.addEventListener("click", () => this.ask("story", {}));
    this.buttons = new Map(KINDS.map(kind => [kind, this.button(kind)]));
    document.getElementById("kinds").append(...this.buttons.values());
    this.counts = new Map(COUNTS.map(name => [name, this.count(name)]));
    this.lesson = new Lesson(page);
    this.shown = { story: { caption: "", beat: 0, beats: 0, running: false }, trial: null, kill: false, places: [], stage: null, lesson: null };
  }

  button(kind) {
    const button = node("button", kind === "kill" ? "harm" : "");
    button.type = "button";
    button.addEventListener("click", () => this.ask("break", { kind }));
    return button;
  }

  count(name) {
    const box = node("div", "count count-" + name);
    const value = node("dd");
    const label = node("dt");
    box.append(label, value);
    document.getElementById("tally").append(box);
    return { value, label, box };
  }

  ask(what, body) {
    return this.page.send("/demo/" + what, { ...body, language: this.page.language() });
  }

  /** Begins the story if this is the first visitor, and follows the board. */
  listen() {
    this.ask("story", { first: true });
    const board = new EventSource("/demo/board");
    board.addEventListener("message", event => { this.shown = JSON.parse(event.data); this.show(); });
  }

  words() {
    const { say } = this.page;
    document.getElementById("break-title").textContent = say("break");
    document.getElementById("break-lead").textContent = say("break-lead");
    this.buttons.forEach((button, kind) => { button.textContent = say("break-" + kind); });
    this.counts.forEach(({ label }, name) => { label.textContent = say("tally-" + name); });
    document.getElementById("stage-title").textContent = say("stage");
    document.getElementById("stage-lead").textContent = say("stage-lead");
    document.getElementById("stage-page").textContent = say("stage-page");
    document.getElementById("film").title = say("stage");
    this.show();
  }

  /** What the hub shows over a picture, as a stream's viewers would see it. */
  stage(stage) {
    document.querySelector(".stage").hidden = !stage;
    if (!stage) return;
    const film = document.getElementById("film");
    const overlay = stage.overlay + "?lang=" + this.page.language();
    if (film.getAttribute("src") !== overlay) film.src = overlay;
    const link = document.getElementById("stage-page");
    link.hidden = !stage.page;
    if (stage.page) link.href = stage.page + "?lang=" + this.page.language();
  }

  show() {
    const { say } = this.page;
    const { story, trial, kill, places, stage, holder, lesson } = this.shown;
    this.page.reveal(places);
    this.stage(stage);
    this.lesson.show(lesson);
    this.caption.textContent = story.caption ? say(story.caption) : "";
    this.caption.hidden = !story.caption;
    this.holder.hidden = !holder;
    if (holder) {
      const names = list => list.join(say("comma")) || "-";
      this.holder.textContent = say("holder", holder.who, names(holder.roles), names(holder.groups));
    }
    this.beats.textContent = story.beats ? story.beat + " / " + story.beats : "";
    this.play.textContent = say(story.beats ? "story-again" : "story-begin");
    this.play.disabled = story.running;
    document.querySelector(".story").classList.toggle("running", story.running);
    const busy = Boolean(trial && trial.running);
    this.buttons.forEach((button, kind) => {
      button.disabled = busy || kind === "kill" && !kill;
      button.title = kind === "kill" && !kill ? say("break-no-kill") : "";
      button.setAttribute("aria-pressed", String(busy && trial.kind === kind));
    });
    document.getElementById("tally").hidden = !trial;
    if (!trial) { this.verdict.textContent = ""; return; }
    COUNTS.forEach(name => { this.counts.get(name).value.textContent = trial[name]; });
    this.verdict.textContent = busy ? say("tally-running") : trial.lost ? say("tally-bad", trial.lost) : say("tally-good");
    this.verdict.className = busy ? "" : trial.lost ? "bad" : "good";
  }
}
