// Starts the page: looks at what the browser can do, loads the program, and joins the two.
import { address, watch_address } from './address.js';
import { copy } from './copy.js';
import { download, open, save, watch_drops } from './files.js';
import { draw_glyph, measure_font, measure_glyph, prepare_fonts } from './fonts.js';
import { apple, report_focus, watch_input } from './input.js';
import * as mirror from './mirror.js';
import { show_panel } from './panel.js';
import { print } from './print.js';
import { after_each_call, attach, call, crashed, is_running, when_crashed } from './program.js';
import { clock_text, forget, keep, last_snapshot, open_store } from './store.js';
import * as text from './text.js';
import { chosen_theme, set_scale, set_theme } from './theme.js';
import * as view from './view.js';

const version = typeof __HANDFAST_VERSION__ === 'string' ? __HANDFAST_VERSION__ : 'dev';
const build = typeof __HANDFAST_BUILD__ === 'string' ? __HANDFAST_BUILD__ : 'dev';
// Tests may set this before the page loads: { font, renderer: 'cpu' | 'webgl', clock }.
const test = globalThis.handfast_test ?? {};
const longest_wait_for_storage = 500;   // ms; a slow disk must not hold up the first frame

// ---- what the program asks of the page ----

const published = [];
const hf = {
  memory: () => new Uint8Array(0),   // bridge.cpp puts the real one here
  publish: (json) => published.push(json),
  wake: view.wake,
  fail: (message) => crashed(message),
  measure_font,
  measure_glyph,
  draw_glyph,
  blit: view.blit,
  save,
  download,
  open,
  keep: (bytes, revision) => keep(bytes, revision, (outcome) => call('hf_snapshot_kept', revision, outcome)),
  forget,
  copy,
  print,
  cursor: (name) => { document.documentElement.style.cursor = name; },
  theme: set_theme,
  scale: set_scale,
  status: ({ file_behind }) => warn_before_closing(file_behind),
  clock: () => test.clock ?? clock_text(),
  new_id: () => crypto.randomUUID(),   // file: pages count as secure
};

// The patch follows the program's return, so that nothing it sets off comes back in the middle.
function apply_published() {
  if (published.length === 0) return;
  for (const json of published.splice(0)) mirror.publish(json);
  report_focus();
}

let warning = false;
function warn_before_closing(wanted) {
  if (wanted === warning) return;
  warning = wanted;
  if (wanted) window.addEventListener('beforeunload', ask);
  else window.removeEventListener('beforeunload', ask);
}
function ask(event) {
  event.preventDefault();
  event.returnValue = '';   // older browsers
}

// ---- what the machine is like ----

const dark = matchMedia('(prefers-color-scheme: dark)');
const still = matchMedia('(prefers-reduced-motion: reduce)');
const contrast = matchMedia('(prefers-contrast: more)');
const forced = matchMedia('(forced-colors: active)');
let webgl = false;

function flags() {
  const theme = chosen_theme();
  return (dark.matches ? 1 : 0) | (still.matches ? 2 : 0) | (contrast.matches || forced.matches ? 4 : 0) | (apple ? 8 : 0)
    | (webgl ? 16 : 0) | (theme === 'light' ? 32 : 0) | (theme === 'dark' ? 64 : 0);
}

function watch_machine() {
  for (const query of [dark, still, contrast, forced]) query.addEventListener('change', () => call('hf_flags', flags()));
}

// The page goes away, or may: phones do not say more than "hidden".
function watch_leaving() {
  const flush = () => {
    text.commit_typing();
    call('hf_flush');
  };
  window.addEventListener('pagehide', flush);
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) flush();
    else view.wake();
  });
}

// ---- loading ----

async function program_bytes() {
  const element = document.getElementById('handfast-wasm');
  if (element === null) return (await fetch('handfast.wasm')).arrayBuffer();
  const coded = element.textContent;
  element.remove();
  const packed = Uint8Array.fromBase64 ? Uint8Array.fromBase64(coded) : Uint8Array.from(atob(coded), (letter) => letter.charCodeAt(0));
  return new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'))).arrayBuffer();
}

function load() {
  return new Promise((resolve, reject) => {
    const instantiateWasm = (imports, done) => {
      program_bytes()
        .then((bytes) => WebAssembly.instantiate(bytes, imports))
        .then(({ instance, module }) => {
          try {
            done(instance, module);   // runs main(); a trap there must win over "ready"
          } catch (error) {
            reject(error);
          }
        })
        .catch(reject);
      return {};
    };
    createHandfast({ hf, instantiateWasm, onAbort: (reason) => crashed(`aborted: ${reason}`) }).then(resolve, reject);
  });
}

async function start() {
  when_crashed((reason) => show_panel({
    heading: 'Handfast has stopped',
    words: ['Something in the program went wrong, and it stopped rather than carry on with wrong numbers. What you did up to the last snapshot is kept in this browser.'],
    reason: `${reason}\nHandfast ${version} (${build})`,
    snapshot: last_snapshot(),
    can_reload: true,
  }));
  const stored = open_store(build);
  if (typeof WebAssembly !== 'object' || typeof DecompressionStream !== 'function' || typeof createHandfast !== 'function') {
    await stored;
    return explain_missing();
  }

  prepare_fonts(test.font);   // main() measures them
  const module = await load();
  webgl = view.has_fast_webgl(test.renderer);   // after loading: it may stop the page for long
  const { width, height, density } = view.measure();   // before there is a program to tell
  attach(module, hf);
  window.handfast.module = module;
  after_each_call(apply_published);
  const { sheet, place } = address();                    // before the program writes its own
  const in_time = await Promise.race([stored, new Promise((resolve) => { setTimeout(resolve, longest_wait_for_storage, null); })]);
  call('hf_start', width, height, density, flags());
  const tell = ({ bytes, kept_at, state }) => call('hf_restore', bytes, kept_at ? clock_text(kept_at) : '', state);
  if (in_time) tell(in_time);
  else stored.then(tell);
  if (sheet) call('hf_goto', sheet, place);

  watch_input();
  text.watch_text();
  watch_address();
  watch_drops();
  watch_machine();
  watch_leaving();
  view.watch_context();
  view.after_each_frame(() => {
    mirror.after_frame();
    text.after_frame();
  });
  view.draw();
  document.getElementById('skeleton')?.remove();
  first_frame_at = performance.now();
  view.watch_size();
}

function explain_missing() {
  const snapshot = last_snapshot();
  show_panel({
    heading: 'This browser cannot run Handfast',
    words: ['Handfast is a WebAssembly program. This browser has it switched off, perhaps by a rule of your organisation, or is too old for it. Any current Edge, Chrome, Firefox or Safari can run it.',
      ...(snapshot ? [] : ['Your files are not affected. No design is kept in this browser.'])],
    snapshot,
    can_reload: false,
  });
}

// For tests only; nothing in the page reads it.
let first_frame_at = 0;   // ms since the page was opened
window.handfast = {
  version,
  build,
  get first_frame_at() { return first_frame_at; },
  module: null,
  errors: [],
  get frames() { return view.frames(); },
  get running() { return is_running(); },
};
window.addEventListener('error', (event) => {
  if (/ResizeObserver loop/.test(event.message)) return;   // a browser's remark, not an error
  window.handfast.errors.push(event.message);
});
window.addEventListener('unhandledrejection', (event) => window.handfast.errors.push(String(event.reason)));

start().catch((error) => crashed(error));
