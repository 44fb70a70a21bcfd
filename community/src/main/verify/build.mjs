// Puts the page together from its parts: the same parts give the same bytes.
import { build } from 'esbuild';
import { readFileSync, writeFileSync } from 'node:fs';

const bundled = await build({
  entryPoints: ['page.mjs'],
  bundle: true,
  minify: true,
  charset: 'utf8',
  format: 'iife',
  globalName: 'LyceumDraw',
  target: 'es2022',
  legalComments: 'inline',
  write: false,
});
const words = JSON.stringify(JSON.parse(readFileSync('words.json', 'utf8'))).replaceAll('<', '\\u003c');
const script = bundled.outputFiles[0].text.trim().replaceAll('</script', '<\\/script');
const page = readFileSync('template.html', 'utf8').replace('WORDS', () => words).replace('SCRIPT', () => script);
writeFileSync('../resources/lyceum/community/giveaways/verify.html', page);
