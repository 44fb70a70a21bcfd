// A poll or a giveaway for streaming software, in step with the hub. ?end=20 hides it so many seconds after it is over.
const scene = document.getElementById('scene');
const bars = document.getElementById('bars');
const lines = document.getElementById('lines');
const left = document.getElementById('left');
const gone = Number(new URLSearchParams(location.search).get('end'));
let ends = null, words = '', hiding = 0;

function node(tag, className, text) {
  return Object.assign(document.createElement(tag), { className, textContent: text ?? '' });
}

function bar(at) {
  if (bars.children[at]) return bars.children[at];
  const made = node('li');
  made.append(node('span', 'fill'), node('span', 'name'), node('span', 'value'));
  bars.append(made);
  return made;
}

function tick() {
  left.hidden = ends === null;
  if (ends === null) return;
  const seconds = Math.max(0, Math.round((ends - performance.now()) / 1000));
  const two = number => String(number).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const clock = (hours ? hours + ':' + two(Math.floor(seconds / 60) % 60) : Math.floor(seconds / 60)) + ':' + two(seconds % 60);
  left.textContent = words.replace('…', clock);
  left.className = seconds <= 10 ? 'soon' : '';
}

function show(now) {
  if (!now.title) { scene.hidden = true; return; }
  document.getElementById('title').textContent = now.title;
  scene.className = now.over ? 'over' : '';
  now.bars.forEach((one, at) => {
    const shown = bar(at);
    shown.className = (one.leads ? 'leads' : '') + (now.over ? ' over' : '');
    shown.children[1].textContent = one.name;
    shown.children[2].textContent = one.value;
    requestAnimationFrame(() => { shown.children[0].style.width = one.percent + '%'; });
  });
  while (bars.children.length > now.bars.length) bars.lastChild.remove();
  lines.replaceChildren(...now.lines.map(line => node('li', '', line)));
  ends = now.left === undefined ? null : performance.now() + now.left * 1000;
  words = now.closes || '…';
  tick();
  if (!now.over) { clearTimeout(hiding); hiding = 0; }
  if (scene.dataset.gone !== 'yes' || !now.over) { scene.hidden = false; delete scene.dataset.gone; }
  if (now.over && gone && !hiding) hiding = setTimeout(() => { scene.hidden = true; scene.dataset.gone = 'yes'; }, gone * 1000);
}

new EventSource(document.body.dataset.live).addEventListener('sheet', event => show(JSON.parse(event.data)));
setInterval(tick, 250);
