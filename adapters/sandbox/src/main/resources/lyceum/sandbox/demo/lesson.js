// The class of the story: who comes, what time it is where they are, and what each was told.
const PLATFORMS = { discord: "Discord", telegram: "Telegram" };
const MINUTE = 60_000;

const node = (tag, className, text) => Object.assign(document.createElement(tag), { className, textContent: text ?? "" });
const city = zone => zone.slice(zone.indexOf("/") + 1).replaceAll("_", " ");

/** Minutes on the wall of a place, counted on over the days, so that hands that are moved go forward. */
function onTheWall(instant, zone) {
  const format = new Intl.DateTimeFormat("en-GB", {
    timeZone: zone, year: "numeric", month: "numeric", day: "numeric", hour: "numeric", minute: "numeric", hourCycle: "h23" });
  const at = Object.fromEntries(format.formatToParts(instant).map(part => [part.type, part.value]));
  return Date.UTC(at.year, at.month - 1, at.day, at.hour, at.minute) / MINUTE;
}

export class Lesson {
  constructor(page) {
    this.page = page;
    this.section = document.querySelector(".lesson");
    this.title = document.getElementById("lesson-title");
    this.badge = document.getElementById("lesson-live");
    this.lead = document.getElementById("lesson-lead");
    this.list = document.getElementById("lesson-people");
    this.tickets = new Map();
  }

  show(lesson) {
    this.section.hidden = !lesson;
    if (!lesson) return;
    const { say } = this.page;
    const starts = new Date(lesson.starts);
    this.title.textContent = lesson.title;
    this.badge.hidden = !lesson.live;
    this.badge.textContent = say("lesson-live");
    this.lead.textContent = say("lesson-lead", this.local(starts, "Asia/Shanghai"));
    if (!lesson.people.length) this.tickets.clear();
    const tickets = lesson.people.map(person => this.ticket(person, new Date(lesson.now)));
    if (tickets.some((ticket, place) => ticket !== this.list.children[place]) || tickets.length !== this.list.children.length) {
      this.list.replaceChildren(...tickets);
    }
  }

  /** Whoever had a ticket keeps it: so its hands are seen to move, and what was told arrives once. */
  ticket(person, now) {
    const ticket = this.tickets.get(person.who) ?? this.fresh(person, now);
    this.tickets.set(person.who, ticket);
    const minutes = onTheWall(now, person.zone) - ticket.since;
    ticket.hour.style.transform = "rotate(" + minutes / 2 + "deg)";
    ticket.minute.style.transform = "rotate(" + minutes * 6 + "deg)";
    ticket.where.textContent = city(person.zone) + " · " + PLATFORMS[person.platform];
    ticket.time.textContent = this.local(now, person.zone);
    ticket.told.textContent = person.told || this.page.say("lesson-comes");
    ticket.told.lang = /\p{Script=Han}{4}/u.test(ticket.told.textContent) ? "zh-Hans" : "en";
    ticket.told.className = person.told ? "told" : "comes";
    return ticket.element;
  }

  fresh(person, now) {
    const element = node("li", "ticket");
    const face = node("div", "face");
    face.setAttribute("aria-hidden", "true");
    const [hour, minute] = [node("i", "hour"), node("i", "minute")];
    face.append(hour, minute);
    const [where, time, told] = [node("span", "where"), node("p", "time"), node("p")];
    const head = node("p", "head");
    head.append(node("b", "", person.who), where);
    const words = node("div");
    words.append(head, time, told);
    element.append(face, words);
    const since = Math.floor(onTheWall(now, person.zone) / 1440) * 1440;
    return { element, hour, minute, where, time, told, since };
  }

  local(instant, zone) {
    return new Intl.DateTimeFormat(this.page.language(), {
      timeZone: zone, weekday: "long", hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(instant);
  }
}
