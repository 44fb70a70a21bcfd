// Signatures of beacons: scheme bls-unchained-g1-rfc9380, checked by @noble/curves.
import { bls12_381 } from '@noble/curves/bls12-381.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { hexToBytes } from '@noble/hashes/utils.js';

const DOMAIN = 'BLS_SIG_BLS12381G1_XMD:SHA-256_SSWU_RO_NUL_';

export const CHAINS = [
  {
    name: 'quicknet',
    hash: '52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971',
    genesis: 1692803367,
    period: 3,
    key: '83cf0f2896adee7eb8b5f01fcad3912212c437e0073e911fb90022d3e760183c8c4b450b6a0a6c3ac6a5776a2d1064510d1fec758c921cc22b0e17e63aaf4bcb5ed66304de9cf809bd274ca73bab4af5a6e9c76a4bc09e76eae8991ef5ece45a',
  },
  {
    name: 'sandbox',
    hash: '0ab07b5ee44a8c550b54ff495d59c3a00c89d7f8e0d0c3c2fa24570c67dd5ec6',
    genesis: 0,
    period: 3,
    key: '805ef3ccecca44e36a6d25b8bd81117d7274ffda928ad055eea85dbbf92ca9edcad556716ff75f3e296d998479fab49b091fa12521565f4fcb093cff1267f5ebdd95f63147b98e9f11403680ea4ea44f9f359da767c00e880752217bb3bb4b19',
  },
];

export const timeOf = ({ genesis, period }, round) => genesis + (round - 1) * period;

/** Whether a chain signed a round. */
export function signed(chain, round, signature) {
  const message = new Uint8Array(8);
  new DataView(message.buffer).setBigUint64(0, BigInt(round));
  const short = bls12_381.shortSignatures;
  try {
    return short.verify(hexToBytes(signature), short.hash(sha256(message), DOMAIN), hexToBytes(chain.key));
  } catch {
    return false;
  }
}
