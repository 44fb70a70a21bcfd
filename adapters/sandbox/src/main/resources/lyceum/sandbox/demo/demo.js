// The demo page: each place as its people see it, refreshed whenever the sandbox says that something changed.
import { Board } from "/demo/board.js";
import { Place } from "/demo/place.js";

const people = ["ann", "bob", "carla", "小明", "mei", "ada"];
const hints = [
  { key: "hint-relay", steps: [{ who: "ann", on: "discord", room: "general", sample: "sample-relay" }] },
  { key: "hint-hold", steps: [
    { who: "bob", on: "discord", room: "general", sample: "sample-hold" },
    { who: "mei", on: "discord", room: "moderators", label: "as-mei" }] },
  { key: "hint-remove", steps: [{ who: "bob", on: "telegram", room: "general", sample: "sample-remove" }] },
  { key: "hint-command", steps: [{ who: "小明", on: "telegram", room: "general", sample: "sample-command" }] }];
const chinese = navigator.language.toLowerCase().startsWith("zh");
const asked = new URLSearchParams(location.search);
let language = asked.get("lang") || (chinese ? "zh-Hans" : "en");
let phrases = {};
let who = people.includes(asked.get("who")) ? asked.get("who") : "ann";
const places = new Map();

const say = (key, ...args) => (phrases[key] || key).replace(/\{(\d)\}/g, (_, n) => args[n]);

const page = {
  say,
  who: () => who,
  language: () => language,
  become(name) {
    who = name;
    document.querySelectorAll("#people input").forEach(one => { one.checked = one.value === name; });
    places.forEach(place => place.speaker());
  },
  /** Shows the places that this sandbox has. */
  reveal(names) {
    places.forEach((place, name) => place.reveal(names.includes(name)));
  },
  notice(text, staying) {
    const line = document.getElementById("notice");
    clearTimeout(page.fading);
    line.textContent = text;
    line.hidden = !text;
    if (text && !staying) page.fading = setTimeout(() => page.notice(""), 7000);
  },
  call(path, body) {
    return page.send("/sandbox/" + path, body);
  },
  async send(path, body) {
    try {
      const answer = await fetch(path, body && {
        method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });
      const json = await answer.json();
      if (!answer.ok) page.notice(say("failed", json.error || answer.status));
      return answer.ok ? json : null;
    } catch {
      page.notice(say("offline"), true);
      return null;
    }
  }
};

function introduce() {
  for (const name of people) {
    const label = document.createElement("label");
    const choice = Object.assign(document.createElement("input"), { type: "radio", name: "who", value: name, checked: name === who });
    choice.addEventListener("change", () => page.become(name));
    const shown = document.createElement("span");
    shown.className = "person";
    shown.append(name);
    if (name === "mei" || name === "ada") {
      shown.append(Object.assign(document.createElement("small"), { className: "role-" + name }));
    }
    label.append(choice, shown);
    document.getElementById("people").append(label);
  }
}

function take(step) {
  page.become(step.who);
  places.get(step.on).prepare(step.room, step.sample ? say(step.sample) : "");
}

function hint({ key, steps }) {
  const line = document.createElement("li");
  line.append(Object.assign(document.createElement("p"), { textContent: say(key) }));
  for (const step of steps) {
    const button = Object.assign(document.createElement("button"), { type: "button", textContent: say(step.label || "show-me") });
    button.addEventListener("click", () => take(step));
    line.append(button);
  }
  return line;
}

async function speak(chosen) {
  const answer = await fetch("/demo/phrases/" + chosen).catch(() => null);
  if (!answer || !answer.ok) return chosen === "en" ? undefined : speak("en");
  language = chosen;
  phrases = await answer.json();
  document.documentElement.lang = language;
  document.title = say("title");
  for (const id of ["lead", "speak-as", "try"]) document.getElementById(id).textContent = say(id);
  document.querySelector(".role-mei").textContent = say("moderator");
  document.querySelector(".role-ada").textContent = say("creator");
  document.getElementById("language").textContent = language === "en" ? "中文" : "English";
  document.getElementById("language").lang = language === "en" ? "zh-Hans" : "en";
  document.getElementById("hints").replaceChildren(...hints.map(hint));
  board.words();
  await Promise.all([...places.values()].map(place => place.words()));
}

function listen() {
  const feed = new EventSource("/sandbox/feed");
  feed.addEventListener("change", event => {
    const change = JSON.parse(event.data);
    const place = places.get(change.platform);
    if (place) place.changed(change);
  });
  feed.addEventListener("open", () => {
    page.notice("");
    places.forEach(place => place.refresh());
  });
  feed.addEventListener("error", () => page.notice(say("offline"), true));
}

introduce();
const board = new Board(page);
document.getElementById("language").addEventListener("click", () => speak(language === "en" ? "zh-Hans" : "en"));
document.querySelectorAll(".place").forEach(section => {
  const room = asked.get(section.dataset.platform);
  places.set(section.dataset.platform, new Place(section, page, room));
});
await speak(language);
board.listen();
listen();
