// The theme and the text size of native elements. A chosen theme is remembered for the next start.

import { align_fields } from './fonts.js';

const key = 'handfast.theme';

export function chosen_theme() {
  try {
    const name = localStorage.getItem(key);
    return name === 'light' || name === 'dark' ? name : 'system';
  } catch {
    return 'system';
  }
}

export function set_theme(name) {
  show(name);
  try {
    if (name === 'system') localStorage.removeItem(key);
    else localStorage.setItem(key, name);
  } catch {
    // Not remembered; nothing is lost by that.
  }
}

function show(name) {
  if (name === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = name;
}

export function set_scale(factor) {
  document.documentElement.style.setProperty('--scale', String(factor));
  align_fields();
}

show(chosen_theme());
