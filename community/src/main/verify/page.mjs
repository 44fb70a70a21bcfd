// What the page does: reads a file in the browser, checks it there, and says the result in both languages.
import { pick, receipt, verify } from './protocol.mjs';

const WORDS = JSON.parse(document.getElementById('words').textContent);
const say = (key) => `${WORDS.en[key] ?? key} · ${WORDS.zh[key] ?? key}`;

function line(parent, kind, words) {
  const element = document.createElement(kind);
  element.textContent = words;
  parent.append(element);
  return element;
}

function show({ faults, bundle }) {
  const result = document.getElementById('result');
  result.replaceChildren();
  result.className = faults.length === 0 ? 'valid' : 'wrong';
  line(result, 'h2', say(faults.length === 0 ? 'valid' : 'invalid'));
  for (const fault of faults) {
    line(result, 'p', say(`fault-${fault}`));
  }
  if (faults.length > 0) return;
  const sandbox = bundle.beacon?.chain === 'sandbox' ? 'played' : bundle.assurance;
  line(result, 'p', say(sandbox));
  const title = bundle.rules.title ?? {};
  line(result, 'p', [title.en, title['zh-Hans'], bundle.drawId].filter(Boolean).join(' · '));
  const winners = bundle.rules.winners ?? bundle.ranking.length;
  const list = line(result, 'ol', '');
  bundle.ranking.forEach((tag, i) => line(list, 'li', tag).classList.toggle('alternate', i >= winners));
  line(result, 'p', `${say('entrants')}: ${bundle.entrants.length} · ${say('tickets')}: ${bundle.weight}`);
  const mine = line(result, 'label', say('mine'));
  const field = document.createElement('input');
  field.spellcheck = false;
  mine.append(field);
  const found = line(result, 'p', '');
  field.addEventListener('input', () => {
    const own = receipt(field.value);
    if (own === null) {
      found.textContent = field.value.trim() === '' ? '' : say('no-receipt');
      return;
    }
    const entrant = bundle.entrants.find(({ tag }) => tag === own);
    const place = bundle.ranking.indexOf(own) + 1;
    found.textContent = entrant
      ? `${say('in')} ${entrant.tickets}${place > 0 ? ` · ${say('place')} ${place}` : ''}`
      : say('absent');
  });
}

async function take(file) {
  if (file) show(verify(new Uint8Array(await file.arrayBuffer())));
}

document.getElementById('file').addEventListener('change', ({ target }) => take(target.files[0]));
document.addEventListener('dragover', (event) => event.preventDefault());
document.addEventListener('drop', (event) => {
  event.preventDefault();
  take(event.dataTransfer.files[0]);
});

export { pick, receipt, verify };
