// The protocol lyceum-draw/1 for the page verify.html: the order of the winners, and everything that is wrong with a bundle.
import { sha256 } from '@noble/hashes/sha2.js';
import { hmac } from '@noble/hashes/hmac.js';
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { CHAINS, signed, timeOf } from './beacon.mjs';

const TWO64 = 1n << 64n;

function number(value, size) {
  const bytes = new Uint8Array(size);
  let rest = BigInt(value);
  for (let i = size - 1; i >= 0; i--) {
    bytes[i] = Number(rest & 255n);
    rest >>= 8n;
  }
  return bytes;
}

const sized = (bytes) => concatBytes(number(bytes.length, 4), bytes);
const text = (string) => sized(utf8ToBytes(string.normalize('NFC')));
const hash = (name, ...parts) => sha256(concatBytes(utf8ToBytes(`lyceum-draw/1/${name}`), ...parts));
const keyed = (key, name, ...parts) => hmac(sha256, key, concatBytes(utf8ToBytes(`lyceum-draw/1/${name}`), ...parts));

/** RFC 8785. */
export function canonical(value) {
  if (Array.isArray(value)) {
    return `[${value.map(canonical).join(',')}]`;
  }
  if (value !== null && typeof value === 'object') {
    const fields = Object.keys(value).sort().map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`);
    return `{${fields.join(',')}}`;
  }
  return JSON.stringify(value);
}

function rootOf(drawId, entrants) {
  if (entrants.length === 0) {
    return hash('empty', text(drawId));
  }
  const id = text(drawId);
  let level = entrants.map(({ tag, tickets }) => hash('leaf', id, hexToBytes(tag), number(tickets, 8)));
  while (level.length > 1) {
    const above = [];
    for (let i = 0; i + 1 < level.length; i += 2) {
      above.push(hash('node', level[i], level[i + 1]));
    }
    if (level.length % 2 === 1) {
      above.push(level[level.length - 1]);
    }
    level = above;
  }
  return level[0];
}

/** Numbers below bounds, from a key. */
class Stream {
  constructor(key) {
    this.key = key;
    this.block = 0;
    this.words = [];
  }

  next() {
    if (this.words.length === 0) {
      const view = new DataView(keyed(this.key, 'block', number(this.block++, 8)).buffer);
      this.words = [0, 8, 16, 24].map((at) => view.getBigUint64(at));
    }
    return this.words.shift();
  }

  below(bound) {
    const end = TWO64 - (TWO64 % bound);
    let word = this.next();
    while (word >= end) {
      word = this.next();
    }
    return word % bound;
  }
}

/** Tickets of those who are left, as a Fenwick tree. */
class Sums {
  constructor(tickets) {
    this.sums = [0, ...tickets];
    for (let i = 1; i < this.sums.length; i++) {
      const above = i + (i & -i);
      if (above < this.sums.length) {
        this.sums[above] += this.sums[i];
      }
    }
    this.highest = 2 ** Math.floor(Math.log2(Math.max(1, tickets.length)));
  }

  find(number) {
    let place = 0;
    let left = number;
    for (let step = this.highest; step >= 1; step /= 2) {
      if (place + step < this.sums.length && this.sums[place + step] <= left) {
        place += step;
        left -= this.sums[place];
      }
    }
    return place;
  }

  takeOut(place, tickets) {
    for (let i = place + 1; i < this.sums.length; i += i & -i) {
      this.sums[i] -= tickets;
    }
  }
}

/** What `draw pick` answers, and the frozen hash. */
export function pick(request) {
  const entrants = [...request.entrants].sort((a, b) => (a.tag < b.tag ? -1 : a.tag > b.tag ? 1 : 0));
  let weight = entrants.reduce((sum, { tickets }) => sum + tickets, 0);
  const root = rootOf(request.drawId, entrants);
  const all = weight;
  const counts = sized(utf8ToBytes(canonical(request.perPlatform)));
  const frozen = hash('frozen', text(request.drawId), root, number(entrants.length, 8), number(weight, 8), counts);
  const stream = new Stream(
    keyed(
      hexToBytes(request.seed),
      'key',
      text(request.drawId),
      hexToBytes(request.rulesHash),
      frozen,
      number(request.round ?? 0, 8),
      request.randomness ? hexToBytes(request.randomness) : new Uint8Array(32),
    ),
  );
  const sums = new Sums(entrants.map(({ tickets }) => tickets));
  const ranking = [];
  while (ranking.length < Math.min(request.picks, entrants.length)) {
    const place = sums.find(Number(stream.below(BigInt(weight))));
    sums.takeOut(place, entrants[place].tickets);
    weight -= entrants[place].tickets;
    ranking.push(entrants[place].tag);
  }
  return { root: bytesToHex(root), weight: all, ranking, frozen: bytesToHex(frozen) };
}

const FIELDS = {
  assurance: /^(BEACON|SEED_ONLY)$/,
  commit: /^[0-9a-f]{64}$/,
  drawId: /^[^]*$/,
  frozen: /^[0-9a-f]{64}$/,
  protocol: /^lyceum-draw\/1$/,
  root: /^[0-9a-f]{64}$/,
  rulesHash: /^[0-9a-f]{64}$/,
  seed: /^[0-9a-f]{64}$/,
};
const NAMES = [...Object.keys(FIELDS), 'beacon', 'entrants', 'perPlatform', 'ranking', 'rules', 'weight'].sort();
const whole = (value, least) => Number.isSafeInteger(value) && value >= least;
const plain = (value) => value !== null && typeof value === 'object' && !Array.isArray(value);
const isTag = (value) => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);
const keysAre = (value, keys) => plain(value) && Object.keys(value).sort().join() === keys;

function read(bytes) {
  const end = bytes[bytes.length - 1] === 10 ? bytes.length - 1 : bytes.length;
  const line = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes.subarray(0, end));
  const bundle = JSON.parse(line);
  return canonical(bundle) === line && line.normalize('NFC') === line ? bundle : null;
}

function shapeFaults(b) {
  if (!keysAre(b, NAMES.join())) {
    return ['fields'];
  }
  const faults = Object.keys(FIELDS).filter((name) => typeof b[name] !== 'string' || !FIELDS[name].test(b[name]));
  const entrant = (e) => keysAre(e, 'tag,tickets') && isTag(e.tag) && whole(e.tickets, 1) && e.tickets < 2 ** 31;
  if (!Array.isArray(b.entrants) || !b.entrants.every(entrant)) {
    faults.push('entrants');
  } else if (b.entrants.some((e, i) => i > 0 && b.entrants[i - 1].tag >= e.tag)) {
    faults.push('order');
  }
  const beacon = (x) =>
    keysAre(x, 'chain,randomness,round,signature') &&
    typeof x.chain === 'string' && isTag(x.randomness) && whole(x.round, 0) &&
    typeof x.signature === 'string' && /^[0-9a-f]{96}$/.test(x.signature);
  if (b.beacon !== null && !beacon(b.beacon)) faults.push('beacon');
  if (!plain(b.perPlatform) || !Object.values(b.perPlatform).every((n) => whole(n, 0))) faults.push('perPlatform');
  if (!Array.isArray(b.ranking) || !b.ranking.every(isTag)) faults.push('ranking');
  if (!plain(b.rules)) faults.push('rules');
  if (!whole(b.weight, 0)) faults.push('weight');
  return faults;
}

function beaconFaults({ assurance, beacon, rules }) {
  const faults = [];
  if ((beacon !== null) !== (assurance === 'BEACON')) faults.push('assurance');
  const promised = rules.beacon?.chain;
  if (beacon === null) {
    return typeof promised === 'string' && rules.beaconFallback !== 'seed-only' ? [...faults, 'downgraded'] : faults;
  }
  const chain = CHAINS.find(({ name, hash: id }) => name === beacon.chain || id === beacon.chain);
  if (!chain) return [...faults, 'chain'];
  if (typeof promised === 'string' && promised !== chain.name && promised !== chain.hash) faults.push('other-chain');
  const closes = Date.parse(rules.closes);
  const delay = Number.isInteger(rules.beacon?.delaySeconds) ? rules.beacon.delaySeconds : 300;
  if (timeOf(chain, beacon.round) * 1000 < closes + delay * 1000) faults.push('early');
  if (bytesToHex(sha256(hexToBytes(beacon.signature))) !== beacon.randomness) faults.push('randomness');
  if (!signed(chain, beacon.round, beacon.signature)) faults.push('signature');
  return faults;
}

/** The names of everything that is wrong with the bytes of a bundle, and its ranking. */
export function verify(bytes) {
  let b;
  try {
    b = read(bytes);
  } catch {
    return { faults: ['json'], bundle: null };
  }
  if (b === null) return { faults: ['canonical'], bundle: null };
  const shape = shapeFaults(b);
  if (shape.length > 0) return { faults: shape, bundle: null };
  const faults = [];
  const differs = (name, follows) => {
    if (b[name] !== follows) faults.push(name);
  };
  const again = pick({ ...b, round: b.beacon?.round, randomness: b.beacon?.randomness, picks: b.ranking.length });
  differs('rulesHash', bytesToHex(hash('rules', utf8ToBytes(canonical(b.rules)))));
  differs('commit', bytesToHex(hash('commit', text(b.drawId), hexToBytes(b.rulesHash), hexToBytes(b.seed))));
  differs('weight', again.weight);
  differs('root', again.root);
  differs('frozen', again.frozen);
  faults.push(...beaconFaults(b));
  const names = (b.rules.winners | 0) + (Number.isInteger(b.rules.alternates) ? b.rules.alternates : 0);
  const exact = b.rules.winners > 0 && Number.isInteger(b.rules.alternates);
  const most = Math.min(b.entrants.length, exact ? names : Infinity);
  if (b.ranking.length > most || b.ranking.length < Math.min(b.entrants.length, names)) faults.push('length');
  else if (b.ranking.join() !== again.ranking.join()) faults.push('ranking');
  return { faults, bundle: b };
}

/** The tag of a receipt: it follows from the account and the salt where they are told, and must be the one that is told. */
export function receipt(told) {
  const given = told.match(/(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])/)?.[0];
  const salted = told.match(/\b(discord|telegram|twitch|room):([A-Za-z0-9_-]{1,64})\b[^]*?(?<![0-9a-f])([0-9a-f]{32})(?![0-9a-f])/);
  if (salted === null) return given ?? null;
  const tag = bytesToHex(hash('tag', hexToBytes(salted[3]), text(salted[1]), text(salted[2])));
  return given === undefined || given === tag ? tag : null;
}
