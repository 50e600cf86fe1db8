// The address: "#<sheet>/<place>". The program names the sheet; Back, Forward and links name both.
import { call } from './program.js';

function read() {
  const parts = location.hash.slice(1).split('/');
  try {
    return { sheet: decodeURIComponent(parts[0] ?? ''), place: decodeURIComponent(parts.slice(1).join('/')) };
  } catch {
    return { sheet: '', place: '' };   // somebody's broken link
  }
}

export function address() {
  return read();
}

let first = true;

// The program shows another sheet: a new step in the history, unless that is where Back led.
export function go_to_sheet(sheet) {
  const same = read().sheet === sheet;
  const step = first ? 'replaceState' : 'pushState';
  first = false;
  if (same) return;
  try {
    history[step](null, '', `#${encodeURIComponent(sheet)}`);
  } catch {
    // Some embedded viewers forbid it; the address then stays as it is.
  }
}

export function watch_address() {
  window.addEventListener('popstate', () => {
    const { sheet, place } = read();
    call('hf_goto', sheet, place);
  });
}
