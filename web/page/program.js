// Calls into the WebAssembly program: hands over text and bytes, keeps calls in order, notices a crash.
//
// A call while another is running (the program publishes, an element vanishes, the browser reports
// the lost focus) waits until that one has returned, so that C++ is never entered twice.

let module = null;
let hf = null;
let running = false;
let ended = false;
const waiting = [];
const after = [];

const encoder = new TextEncoder();

export function attach(loaded_module, page_functions) {
  module = loaded_module;
  hf = page_functions;
}

export function is_running() {
  return module !== null && !ended;
}

// `work` runs each time the program has returned and before calls that were waiting.
export function after_each_call(work) {
  after.push(work);
}

// What has gone wrong is told once; from then on every call does nothing.
let on_crash = () => {};
export function when_crashed(tell) {
  on_crash = tell;
}
export function crashed(reason) {
  if (ended) return;
  ended = true;
  console.error(reason);
  on_crash(reason instanceof Error ? reason.message : String(reason));
}

// Calls an export by name. Strings and Uint8Arrays go as pointer and length. Wakes the view, since
// anything may have changed. Returns the number the export returned; 0 if it had to wait.
export function call(name, ...values) {
  if (!is_running()) return 0;
  if (running) {
    waiting.push([name, values]);
    return 0;
  }
  let result = enter(name, values);
  while (!ended) {
    for (const work of after) work();
    if (waiting.length === 0) break;
    const [next, its_values] = waiting.shift();
    enter(next, its_values);
  }
  return result;
}

function enter(name, values) {
  const lent = [];
  running = true;
  try {
    const words = [];
    for (const value of values) {
      if (typeof value === 'string') lend(encoder.encode(value), lent, words);
      else if (value instanceof Uint8Array) lend(value, lent, words);
      else words.push(Number(value));
    }
    const result = module[`_${name}`](...words);
    if (name !== 'hf_frame') hf.wake();
    return result ?? 0;
  } catch (error) {
    crashed(error);
    return 0;
  } finally {
    running = false;
    if (!ended) for (const pointer of lent) module._hf_free(pointer);
  }
}

function lend(bytes, lent, words) {
  const pointer = module._hf_alloc(bytes.length);
  if (pointer === 0) throw new Error('out of memory');
  lent.push(pointer);
  hf.memory().set(bytes, pointer);
  words.push(pointer, bytes.length);
}
