// One message as a line of a room.
const node = (tag, className, text) => {
  const made = document.createElement(tag);
  if (className) made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
};

/** One of eight colours, the same for a name everywhere. */
const hue = name => [...name].reduce((sum, c) => (sum * 31 + c.codePointAt(0)) % 997, 7) % 8;

export class Line {
  constructor(message, answers, page, press) {
    const { say, who, language } = page;
    this.element = node("li", "said hue" + hue(message.who));
    this.element.classList.toggle("mine", message.who === who() && !message.bot);
    this.element.classList.toggle("whisper", Boolean(message.onlyFor));
    const picture = node("span", "picture", [...message.who][0].toUpperCase());
    picture.setAttribute("aria-hidden", "true");
    const body = node("div", "body");
    this.element.append(picture, body);
    if (answers) body.append(node("span", "reply", answers.who + ": " + answers.text));
    const head = node("div", "head");
    head.append(node("span", "who", message.who));
    if (message.bot) head.append(node("span", "tag", say("bot")));
    const at = node("time", "at", new Date(message.at).toLocaleTimeString(language(), { hour: "2-digit", minute: "2-digit" }));
    at.dateTime = message.at;
    head.append(at);
    if (message.edited && !message.onlyFor) head.append(node("span", "at", say("edited")));
    body.append(head, this.text(message));
    for (const file of message.files || []) body.append(node("div", "quiet", "📎 " + file));
    this.reactions(body, message.reactions || {});
    this.buttons(body, message.buttons || [], press);
    if (message.onlyFor) body.append(node("div", "quiet", say("only-you", message.onlyFor)));
  }

  /** The sandbox escapes what people wrote; a link that leads elsewhere than to the web is not one here. */
  text(message) {
    const text = node("div", "text");
    if (message.html) text.innerHTML = message.html;
    else text.textContent = message.text;
    text.querySelectorAll("a").forEach(link => {
      if (link.protocol === "https:" || link.protocol === "http:") {
        link.target = "_blank";
        link.rel = "noopener noreferrer";
      } else {
        link.removeAttribute("href");
      }
    });
    text.querySelectorAll(".spoiler, tg-spoiler").forEach(spoiler => { spoiler.tabIndex = 0; });
    return text;
  }

  reactions(body, reactions) {
    const all = node("div", "reactions");
    for (const [emoji, names] of Object.entries(reactions)) {
      const one = node("span", "", emoji + " " + names.length);
      one.title = names.join(", ");
      all.append(one);
    }
    if (all.childElementCount) body.append(all);
  }

  buttons(body, labels, press) {
    const all = node("div", "buttons");
    for (const label of labels) {
      const button = node("button", "", label);
      button.type = "button";
      button.addEventListener("click", async () => {
        button.disabled = true;
        await press(label);
        button.disabled = false;
      });
      all.append(button);
    }
    if (labels.length) body.append(all);
  }
}
