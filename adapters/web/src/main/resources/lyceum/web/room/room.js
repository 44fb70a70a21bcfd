// The live room's page: one socket, text nodes only, and a cursor with which it comes back where it was.
const words = document.getElementById('words').dataset;
const at = id => document.getElementById(id);
const lines = at('lines'), notice = at('notice'), why = at('why'), sky = at('sky');
const MOST_LINES = 400, MOST_FLYING = 30, LANES = 6;
const memory = key => { try { return localStorage.getItem('lyceum-' + key); } catch { return null; } };
const remember = (key, value) => { try { localStorage.setItem('lyceum-' + key, value); } catch { /* private browsing keeps nothing */ } };

const standing = new Map(); // line id -> {entry, item}
const unsaid = new Map(); // mark -> {message, item}, until the hub has it
const unseen = new Map(); // line id -> item: the hub has it, and has not shown it yet
let socket, cursor = -1, me = null, pause = 250, answering = null, flying = false, quiet;

function make(tag, className, text) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  if (text) element.textContent = text;
  return element;
}

function hue(name) {
  let sum = 0;
  for (const c of name) sum = (sum * 31 + c.codePointAt(0)) % 997;
  return 'hue' + (sum % 6);
}

// Marks are ranges over the text, outer before inner; each becomes an element around text nodes.
function marked(text, marks) {
  const root = make('span', 'text');
  const open = [{ element: root, end: text.length }];
  const queue = [...(marks || [])];
  let done = 0;
  const upTo = place => {
    while (done < place) {
      while (open.length > 1 && open.at(-1).end <= done) open.pop();
      const stop = Math.min(place, open.at(-1).end);
      open.at(-1).element.append(text.slice(done, stop));
      done = stop;
    }
    while (open.length > 1 && open.at(-1).end <= done) open.pop();
  };
  for (const [start, end, kind, url] of queue) {
    upTo(start);
    const element = markElement(kind, url);
    open.at(-1).element.append(element);
    open.push({ element, end: Math.min(end, open.at(-1).end) });
  }
  upTo(text.length);
  return root;
}

function markElement(kind, url) {
  if (kind === 'link' && /^https?:\/\//i.test(url)) {
    const link = make('a');
    link.href = url;
    link.rel = 'noopener noreferrer nofollow';
    link.target = '_blank';
    return link;
  }
  const tag = { bold: 'strong', italic: 'em', underline: 'u', strike: 's', code: 'code', block: 'code' }[kind] || 'span';
  const element = make(tag, kind);
  if (kind === 'spoiler') element.tabIndex = 0;
  return element;
}

// A plain address that somebody typed is a link, too.
function withLinks(text) {
  const marks = [];
  for (const found of text.matchAll(/https?:\/\/[^\s<>"'()\u3000-\u303f\uff00-\uffef]+/gi)) {
    const url = found[0].replace(/[.,;:!?]+$/, '');
    marks.push([found.index, found.index + url.length, 'link', url]);
  }
  return marks;
}

function fill(item, entry) {
  item.replaceChildren();
  item.className = entry.onlyMe ? 'private' : entry.who.hub && !entry.who.voice ? 'hub' : '';
  const answered = entry.reply && standing.get(entry.reply);
  if (answered) item.append(make('span', 'quote', answered.entry.who.name + ': ' + answered.entry.text));
  if (me && !entry.who.hub) item.append(deeds(entry));
  if (entry.who.standing === 'creator') item.append(make('span', 'badge', words.creator));
  if (entry.who.standing === 'moderator') item.append(make('span', 'badge', words.moderator));
  for (const badge of entry.who.badges || []) item.append(make('span', 'badge plan', badge));
  item.append(make('span', 'name ' + hue(entry.who.name), entry.who.name));
  item.append(marked(entry.text, entry.marks || withLinks(entry.text)));
  if (entry.edited) item.append(' ', make('span', 'small', '(' + words.edited + ')'));
  if (entry.onlyMe) item.append(' ', make('span', 'small', '· ' + words.only));
  if (entry.buttons) item.append(choices(entry));
}

function deeds(entry) {
  const span = make('span', 'deeds');
  const reply = make('button', '', words.reply);
  reply.type = 'button';
  reply.onclick = () => answer(entry);
  span.append(reply);
  if (entry.who.by === me.account || me.standing !== 'fan') {
    const remove = make('button', '', words.delete);
    remove.type = 'button';
    remove.onclick = () => send({ do: 'delete', n: mark(), line: entry.id });
    span.append(remove);
  }
  return span;
}

function choices(entry) {
  const row = make('span', 'choices');
  for (const choice of entry.buttons) {
    const button = make('button', choice.weight, choice.label);
    button.type = 'button';
    button.onclick = () => send({ do: 'press', n: mark(), line: entry.id, button: choice.id });
    row.append(button);
  }
  return row;
}

const atEnd = () => lines.scrollHeight - lines.scrollTop - lines.clientHeight < 60;
function toEnd() { lines.scrollTop = lines.scrollHeight; at('newer').hidden = true; }

function show(entry, isNew) {
  const known = standing.get(entry.id);
  if (entry.kind === 'deleted') {
    if (known) { known.item.remove(); standing.delete(entry.id); }
    return;
  }
  if (entry.kind === 'edited') {
    if (known) {
      Object.assign(known.entry, { text: entry.text, marks: entry.marks, buttons: entry.buttons, edited: true });
      fill(known.item, known.entry);
    }
    return;
  }
  if (known) return;
  const item = make('li');
  arrived(entry.id);
  standing.set(entry.id, { entry, item });
  fill(item, entry);
  lines.append(item);
  if (isNew) fly(entry);
  while (standing.size > MOST_LINES) {
    const [oldest, { item: gone }] = standing.entries().next().value;
    gone.remove();
    standing.delete(oldest);
  }
}

function showAll(entries, isNew, onlyMe) {
  const follow = atEnd();
  for (const entry of entries) show({ ...entry, onlyMe }, isNew);
  for (const item of unseen.values()) if (!item.classList.contains('held')) lines.append(item);
  for (const waiting of unsaid.values()) if (waiting.item) lines.append(waiting.item);
  if (follow) toEnd(); else if (isNew && entries.length) at('newer').hidden = false;
}

function arrived(id) {
  unseen.get(id)?.remove();
  unseen.delete(id);
}

let lane = 0;
function fly(entry) {
  const fromHub = entry.onlyMe || (entry.who.hub && !entry.who.voice);
  if (!flying || fromHub || sky.childElementCount >= MOST_FLYING || document.hidden) return;
  const span = make('span', '', entry.text.slice(0, 80));
  span.style.setProperty('--lane', lane = (lane + 1) % LANES);
  span.style.setProperty('--time', 7 + Math.min(5, entry.text.length / 20) + 's');
  span.onanimationend = () => span.remove();
  sky.append(span);
}

function mark() {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('');
}

function send(message) {
  unsaid.set(message.n, { message });
  transmit(message);
}

function transmit(message) {
  if (me && socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify(message));
}

function say(text) {
  const message = { do: 'say', n: mark(), text };
  if (answering) message.reply = answering.id;
  const item = make('li', 'pending');
  item.append(make('span', 'name ' + hue(me.name), me.name), make('span', 'text', text));
  lines.append(item);
  toEnd();
  unsaid.set(message.n, { message, item });
  transmit(message);
  answer(null);
}

function answer(entry) {
  answering = entry;
  at('answering').hidden = !entry;
  if (entry) {
    at('answering').firstElementChild.textContent = words.answering + ' ' + entry.who.name + ': ' + entry.text;
    at('write').focus();
  }
}

function settle(n) {
  const waiting = unsaid.get(n);
  unsaid.delete(n);
  waiting?.item?.remove();
  return waiting;
}

function complain(text) {
  why.textContent = text;
  why.hidden = !text;
}

const heard = {
  you(message) {
    me = message;
    remember('pass', message.pass);
    if (message.name) remember('name', message.name);
    at('who').hidden = !!message.name;
    at('say').hidden = !message.name;
    at('rename').textContent = message.name;
    complain('');
  },
  welcome(message) {
    if (message.fresh) { standing.clear(); unseen.clear(); lines.replaceChildren(); }
    heard.pace(message);
    showAll(message.lines, !message.fresh);
    if (message.fresh) toEnd();
    cursor = message.cursor;
    pause = 250;
    notice.className = '';
    notice.replaceChildren();
    if (message.missed > 0) {
      const reload = make('button', '', words.reload);
      reload.onclick = () => location.reload();
      notice.append(words.missed + ' ' + message.missed + ' ', reload);
    }
    for (const waiting of unsaid.values()) transmit(waiting.message);
  },
  lines(message) {
    showAll(message.lines, true, message.cursor === undefined);
    if (message.cursor !== undefined) cursor = message.cursor;
  },
  ack(message) {
    const waiting = settle(message.n);
    if (waiting?.item && message.as === 'line' && !standing.has(message.id)) {
      unseen.set(message.id, waiting.item);
      lines.append(waiting.item);
    }
    complain('');
  },
  held(message) {
    const item = unseen.get(message.id);
    item?.classList.replace('pending', 'held');
    item?.append(' ', make('span', 'small', '· ' + words.held));
    complain(message.why);
  },
  pace(message) {
    at('pace').textContent = message.wait ? words.slow : '';
    at('pace').hidden = !message.wait;
  },
  hub(message) {
    notice.className = message.away ? 'lost' : '';
    notice.textContent = message.away ? words.away : '';
    if (!message.away) for (const waiting of unsaid.values()) transmit(waiting.message);
  },
  typing() {
    at('typing').hidden = false;
    clearTimeout(quiet);
    quiet = setTimeout(() => { at('typing').hidden = true; }, 5000);
  },
  no(message) {
    const waiting = settle(message.n);
    complain(message.why);
    if (waiting?.item && !at('write').value) at('write').value = waiting.message.text;
  },
};

function connect() {
  const scheme = location.protocol === 'https:' ? 'wss://' : 'ws://';
  socket = new WebSocket(scheme + location.host + '/room/' + encodeURIComponent(words.room) + '/socket' + location.search);
  socket.onopen = () => {
    const code = new URLSearchParams(location.hash.slice(1)).get('code');
    if (code) history.replaceState(null, '', location.pathname + location.search);
    socket.send(JSON.stringify({ do: 'hello', cursor, pass: memory('pass') || '', name: memory('name') || '', code: code || '' }));
  };
  socket.onmessage = event => {
    const message = JSON.parse(event.data);
    heard[message.is]?.(message);
  };
  socket.onclose = () => {
    notice.className = 'lost';
    notice.textContent = words.lost;
    setTimeout(connect, pause + Math.random() * pause);
    pause = Math.min(pause * 2, 8000);
  };
}

at('who').onsubmit = event => {
  event.preventDefault();
  const name = at('name').value.trim();
  if (name) transmit({ do: 'name', n: mark(), name });
};
at('say').onsubmit = event => {
  event.preventDefault();
  const text = at('write').value.trim();
  if (!text) return;
  at('write').value = '';
  complain('');
  say(text);
};
let typed = 0;
at('write').oninput = () => {
  if (at('write').value && Date.now() - typed > 4000) {
    typed = Date.now();
    transmit({ do: 'typing' });
  }
};
at('rename').onclick = () => {
  at('who').hidden = false;
  at('say').hidden = true;
  at('name').value = me?.name || '';
  at('name').focus();
};
at('answering').querySelector('button').onclick = () => answer(null);
at('newer').onclick = toEnd;
lines.onscroll = () => { if (atEnd()) at('newer').hidden = true; };
function setFlying(on) {
  flying = on;
  at('flying').setAttribute('aria-pressed', String(on));
  if (!on) sky.replaceChildren();
}
at('flying').onclick = () => { setFlying(!flying); remember('flying', flying ? 'yes' : 'no'); };
setFlying((memory('flying') || (matchMedia('(prefers-reduced-motion: reduce)').matches ? 'no' : 'yes')) === 'yes');
document.addEventListener('keydown', event => { if (event.key === 'Escape') answer(null); });
connect();
