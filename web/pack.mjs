// Packs the page, from what em++ built and what web/page/ holds, into
//
//   build/web/handfast.html   one file with everything inside; opens by double-click, asks no network
//   build/web/site/           the same page in four files, for hosting
//
//   node web/pack.mjs [--raw build/web/raw] [--out build/web]
//
// How it fits together:
// - web/page/index.html is the template. Its placeholders are comments: handfast:style,
//   handfast:payload and handfast:script, each once. The content policy is put first in <head>.
// - web/page/*.css are joined in the order of their names.
// - web/page/boot.js is the entry; esbuild bundles the modules it imports into one classic
//   script, which stands after Emscripten's glue and so sees the function createHandfast().
//   __HANDFAST_VERSION__ and __HANDFAST_BUILD__ are replaced by text.
// - The WebAssembly is, in the one file, gzip in base64 inside the inert element #handfast-wasm
//   (no script: boot.js decodes it); in the site it is handfast.wasm, which boot.js fetches.
// - The policy of the one file names its script and style by hash and allows no connection at all.
//   The site's allows its own address, because the WebAssembly is fetched from there.
import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { buildSync, transformSync } from 'esbuild';

const project = join(dirname(fileURLToPath(import.meta.url)), '..');
const { values: folders } = parseArgs({
  options: {
    raw: { type: 'string', default: join(project, 'build/web/raw') },
    out: { type: 'string', default: join(project, 'build/web') },
  },
});
const page = join(project, 'web/page');
const read = (folder, name) => readFileSync(join(folder, name), 'utf8');
const fail = (message) => { console.error(`pack: ${message}`); process.exit(1); };

// ---- the parts ---------------------------------------------------------------

const { version } = JSON.parse(read(project, 'package.json'));
const wasm = readFileSync(join(folders.raw, 'handfast.wasm'));
const glue = transformSync(read(folders.raw, 'handfast.js'), { minify: true, legalComments: 'none' }).code;
const boot = buildSync({
  entryPoints: [join(page, 'boot.js')],
  bundle: true, minify: true, write: false, format: 'iife', target: 'es2022', charset: 'utf8',
  legalComments: 'none', logLevel: 'warning',
  define: { __HANDFAST_VERSION__: JSON.stringify(version), __HANDFAST_BUILD__: JSON.stringify(commit()) },
}).outputFiles[0].text;
const script = `${glue.trim()}\n${boot.trim()}\n`;
const style = readdirSync(page).filter((name) => name.endsWith('.css')).sort()
  .map((name) => transformSync(read(page, name), { loader: 'css', minify: true }).code).join('');

if (/<\/script|<!--/i.test(script)) fail('the script contains text that would end its own element');
if (/<\/style/i.test(style)) fail('the style contains text that would end its own element');

function commit() {
  const git = (...words) => execFileSync('git', words, { cwd: project, stdio: ['ignore', 'pipe', 'ignore'] }).toString().trim();
  try {
    return git('rev-parse', '--short', 'HEAD');
  } catch {
    return 'dev';
  }
}

// ---- the policy --------------------------------------------------------------

const hash = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const policy = (allowed) => [
  "default-src 'none'",
  `script-src ${allowed.script} 'wasm-unsafe-eval'`,
  'worker-src blob:',
  `style-src ${allowed.style}`,
  'img-src data: blob:',
  `connect-src ${allowed.connect}`,
  "form-action 'none'",
  "base-uri 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types hf',
].join('; ');

// ---- the pages ---------------------------------------------------------------

function fill(parts, allowed) {
  let html = read(page, 'index.html');
  if (!/<head>/i.test(html)) fail('web/page/index.html has no plain <head>');
  for (const [name, text] of Object.entries(parts)) {
    const mark = `<!-- handfast:${name} -->`;
    if (html.split(mark).length !== 2) fail(`web/page/index.html must hold ${mark} exactly once`);
    html = html.replace(mark, () => text);
  }
  const meta = `<meta http-equiv="Content-Security-Policy" content="${policy(allowed)}">`;
  html = html.replace(/<head>/i, (head) => `${head}\n${meta}`);
  // Browsers look for the encoding in the first 1024 bytes only.
  if (!/<meta charset="?utf-8/i.test(html.slice(0, 1000))) fail('index.html must name its charset first in <head>');
  return html;
}

const single = fill({
  style: `<style>${style}</style>`,
  payload: `<script type="application/octet-stream+base64" id="handfast-wasm">${
    gzipSync(wasm, { level: 9 }).toString('base64')}</script>`,
  script: `<script>${script}</script>`,
}, { script: hash(script), style: hash(style), connect: "'none'" });

const hosted = fill({
  style: '<link rel="stylesheet" href="handfast.css">',
  payload: '',
  script: '<script src="handfast.js"></script>',
}, { script: "'self'", style: "'self'", connect: "'self'" });

const site = join(folders.out, 'site');
rmSync(site, { recursive: true, force: true });
mkdirSync(site, { recursive: true });
const written = [
  [join(folders.out, 'handfast.html'), single],
  [join(site, 'index.html'), hosted],
  [join(site, 'handfast.css'), style],
  [join(site, 'handfast.js'), script],
  [join(site, 'handfast.wasm'), wasm],
];
for (const [file, content] of written) {
  writeFileSync(file, content);
  const bytes = Buffer.byteLength(content);
  const kilobytes = (count) => `${(count / 1000).toFixed(0)} kB`.padStart(8);
  console.log(`${kilobytes(bytes)}  (gzip ${kilobytes(gzipSync(content).length).trim()})  ${file.replace(`${project}/`, '')}`);
}
