// The chat for streaming software: what people say, for a while, over a transparent page. ?seconds=30&lines=8 change how long and how many.
const asked = new URLSearchParams(location.search);
const seconds = Number(asked.get('seconds')) || 30;
const most = Number(asked.get('lines')) || 8;
const lines = document.getElementById('lines');
const standing = new Map();
let cursor = -1, pause = 500;

function part(className, text) {
  const span = document.createElement('span');
  span.className = className;
  span.textContent = text;
  return span;
}

function leave(id) {
  const item = standing.get(id);
  standing.delete(id);
  item?.remove();
}

function show(entry) {
  const known = standing.get(entry.id);
  if (entry.kind === 'deleted') return leave(entry.id);
  if (entry.kind === 'edited') {
    if (known) known.lastChild.textContent = entry.text;
    return;
  }
  if (known) return;
  const item = document.createElement('li');
  item.append(part('name', entry.who.name), part('text', entry.text));
  standing.set(entry.id, item);
  lines.append(item);
  while (standing.size > most) leave(standing.keys().next().value);
  setTimeout(() => item.classList.add('leaving'), seconds * 1000);
  setTimeout(() => leave(entry.id), seconds * 1000 + 1100);
}

function connect() {
  const scheme = location.protocol === 'https:' ? 'wss://' : 'ws://';
  const socket = new WebSocket(scheme + location.host + '/room/' + encodeURIComponent(document.body.dataset.room) + '/socket');
  socket.onopen = () => socket.send(JSON.stringify({ do: 'hello', cursor }));
  socket.onmessage = event => {
    const message = JSON.parse(event.data);
    if (message.is === 'welcome' || message.is === 'lines') {
      if (!message.fresh) message.lines.forEach(show);
      if (message.cursor !== undefined) cursor = message.cursor;
      pause = 500;
    }
  };
  socket.onclose = () => {
    setTimeout(connect, pause + Math.random() * pause);
    pause = Math.min(pause * 2, 8000);
  };
}
connect();
