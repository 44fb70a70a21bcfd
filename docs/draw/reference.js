// The protocol lyceum-draw/1 in short, for Node.js and nothing else: node reference.js BUNDLE.json
// Signatures of beacons are left out: randomness is taken from the signature, but whether the chain signed it is checked by
// `./lyceum draw verify` and by verify.html.
const { createHash, createHmac } = require('node:crypto');
const tag = (name) => Buffer.from('lyceum-draw/1/' + name);
const H = (name, ...parts) => createHash('sha256').update(Buffer.concat([tag(name), ...parts])).digest();
const HM = (key, name, ...parts) => createHmac('sha256', key).update(Buffer.concat([tag(name), ...parts])).digest();
const hex = (text) => Buffer.from(text, 'hex');
const u32 = (n) => { const b = Buffer.alloc(4); b.writeUInt32BE(n); return b; };
const u64 = (n) => { const b = Buffer.alloc(8); b.writeBigUInt64BE(BigInt(n)); return b; };
const lp = (x) => { const b = Buffer.from(x.normalize('NFC')); return Buffer.concat([u32(b.length), b]); };
// RFC 8785: keys in order of UTF-16 units; texts and numbers as JavaScript writes them.
const json = (x) => (x === null || typeof x !== 'object' ? JSON.stringify(x)
  : Array.isArray(x) ? '[' + x.map(json).join() + ']'
  : '{' + Object.keys(x).sort().map((key) => JSON.stringify(key) + ':' + json(x[key])).join() + '}');

function root(drawId, entrants) {
  let level = entrants.map((e) => H('leaf', lp(drawId), hex(e.tag), u64(e.tickets)));
  if (level.length === 0) return H('empty', lp(drawId));
  while (level.length > 1) {
    const next = [];
    for (let i = 0; i < level.length; i += 2) next.push(i + 1 < level.length ? H('node', level[i], level[i + 1]) : level[i]);
    level = next;
  }
  return level[0];
}

function* words(K) {
  for (let i = 0; ; i++) {
    const block = HM(K, 'block', u64(i));
    for (let at = 0; at < 32; at += 8) yield block.readBigUInt64BE(at);
  }
}

function below(stream, n) {
  const whole = 2n ** 64n - (2n ** 64n % n);
  for (;;) { const v = stream.next().value; if (v < whole) return v % n; }
}

function pick(request) {
  const left = [...request.entrants].sort((a, b) => (a.tag < b.tag ? -1 : 1));
  let weight = left.reduce((sum, e) => sum + BigInt(e.tickets), 0n);
  const top = root(request.drawId, left);
  const frozen = H('frozen', lp(request.drawId), top, u64(left.length), u64(weight), lp(json(request.perPlatform)));
  const randomness = hex(request.randomness || '00'.repeat(32));
  const K = HM(hex(request.seed), 'key', lp(request.drawId), hex(request.rulesHash), frozen, u64(request.round || 0), randomness);
  const answer = { root: top.toString('hex'), weight: Number(weight), ranking: [] };
  const stream = words(K);
  while (answer.ranking.length < request.picks && left.length > 0) {
    let r = below(stream, weight);
    const at = left.findIndex((e) => (r -= BigInt(e.tickets)) < 0n);
    const [picked] = left.splice(at, 1);
    weight -= BigInt(picked.tickets);
    answer.ranking.push(picked.tag);
  }
  return { ...answer, frozen: frozen.toString('hex') };
}

function verify(bytes) {
  const line = bytes.toString().replace(/\n$/, '');
  const b = JSON.parse(line);
  const again = pick({ ...b, round: b.beacon?.round, randomness: b.beacon?.randomness, picks: b.ranking.length });
  return json(b) === line && b.protocol === 'lyceum-draw/1' && (b.beacon !== null) === (b.assurance === 'BEACON')
    && b.rulesHash === H('rules', Buffer.from(json(b.rules))).toString('hex')
    && b.commit === H('commit', lp(b.drawId), hex(b.rulesHash), hex(b.seed)).toString('hex')
    && b.entrants.every((e, i) => e.tickets >= 1 && (i === 0 || b.entrants[i - 1].tag < e.tag))
    && (b.beacon === null || b.beacon.randomness === createHash('sha256').update(hex(b.beacon.signature)).digest('hex'))
    && json([b.root, b.frozen, b.weight, b.ranking]) === json([again.root, again.frozen, again.weight, again.ranking]);
}
if (process.argv[2]) console.log(verify(require('node:fs').readFileSync(process.argv[2])) ? 'valid' : 'NOT valid');
module.exports = { pick, verify };
