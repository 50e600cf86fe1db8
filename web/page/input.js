// Pointer, keys and activation: what the user does, as calls of the program.
//
// A press that does not hit a native control goes to the canvas (hf_pointer). A click that lands on a
// pressable element was made by the keyboard or by assistive technology, since the pointer passes
// through those (hf_press). One press never becomes both: `pressing` remembers where it began.
import { call } from './program.js';
import { is_patching, resync, place_of } from './mirror.js';
import { commit_typing, owns_undo, is_text } from './text.js';

const kinds = { move: 0, down: 1, up: 2, leave: 3 };
export const apple = /Mac|iPhone|iPad/.test(navigator.platform);
const mirror = document.getElementById('mirror');

let pressing = false;      // a press on the canvas is going on, or ended in the click now being sent
let hovering = false;      // the canvas was told where the pointer is

export function watch_input() {
  document.addEventListener('pointermove', moved);
  document.addEventListener('pointerdown', pressed);
  document.addEventListener('pointerup', released);
  document.addEventListener('pointercancel', left);
  document.documentElement.addEventListener('pointerleave', left);
  mirror.addEventListener('click', clicked);
  mirror.addEventListener('change', changed);
  mirror.addEventListener('scroll', scrolled, { capture: true, passive: true });
  mirror.addEventListener('focusin', report_focus);
  mirror.addEventListener('focusout', (event) => {
    if (event.relatedTarget === null) report_focus();
  });
  // Nothing of the canvas' text is native: dragging over it must not select the mirror's.
  mirror.addEventListener('selectstart', (event) => {
    const at = event.target instanceof Element ? event.target : event.target.parentElement;
    if (!is_native(at)) event.preventDefault();
  });
  document.addEventListener('keydown', key_pressed);
}

// ---- pointer ----

// What the browser handles itself: fields, menus, documents, scrollbars.
function is_native(element) {
  return element?.closest?.('.text, select, .page, #panel') != null;
}

function on_scrollbar(event) {
  const box = event.target;
  if (!box.classList?.contains('window')) return false;
  const rect = box.getBoundingClientRect();
  return event.clientX - rect.left >= box.clientLeft + box.clientWidth
    || event.clientY - rect.top >= box.clientTop + box.clientHeight;
}

function send(kind, event) {
  call('hf_pointer', kind, event.clientX, event.clientY, Math.max(event.button, 0), event.pointerType === 'touch');
}

function moved(event) {
  if (!event.isPrimary) return;
  if (event.target.closest?.('.page') && !pressing) {
    if (hovering) left(event);
    return;
  }
  if (event.pointerType === 'touch' && !pressing) return;
  hovering = true;
  send(kinds.move, event);
}

function pressed(event) {
  by_pointer = true;
  pressing = false;
  if (!event.isPrimary || event.button !== 0 || is_native(event.target) || on_scrollbar(event)) return;
  pressing = true;
  hovering = true;
  send(kinds.down, event);
}

function released(event) {
  if (!pressing || !event.isPrimary) return;
  send(kinds.up, event);
  if (event.pointerType === 'touch') left(event);   // a finger does not hover
  setTimeout(() => { pressing = false; }, 0);       // after the click that belongs to it
}

function left(event) {
  pressing = false;
  hovering = false;
  send(kinds.leave, event);
}

// ---- activation ----

function clicked(event) {
  const pressable = event.target.closest('[data-press]');
  if (pressable === null) return;
  if (pressing && event.detail > 0) return;   // already told as hf_pointer
  if (pressable.getAttribute('aria-disabled') === 'true') return;
  call('hf_press', pressable.dataset.press);
  resync(pressable);   // the browser has switched it already; the program may disagree
}

function changed(event) {
  if (event.target instanceof HTMLSelectElement) {
    call('hf_choose', place_of(event.target), event.target.value);
    resync(event.target);
  }
}

function scrolled(event) {
  const box = event.target;
  if (!box.classList.contains('window')) return;
  call('hf_scroll', place_of(box), box.scrollLeft, box.scrollTop);
}

// ---- focus ----

let by_pointer = false;     // the last thing used was no key
let told_place = '';
let told_visible = false;

// Tells where the focus is, if that differs from what was told last. Also called after each patch.
export function report_focus() {
  if (is_patching()) return;
  const element = document.activeElement;
  const place = mirror.contains(element) && document.hasFocus() ? place_of(element) : '';
  // What the program focuses after a press by pointer gets no ring, as a native button would get none;
  // nor do headings, which only mark where reading goes on.
  const visible = place !== '' && element.tabIndex >= 0 && element.matches(':focus-visible') && (!by_pointer || is_text(element));
  if (place === told_place && visible === told_visible) return;
  told_place = place;
  told_visible = visible;
  call('hf_focus', place, visible);
}

// ---- keys ----

const modifier_keys = new Set(['Control', 'Shift', 'Alt', 'Meta', 'AltGraph', 'CapsLock', 'Fn', 'NumLock', 'Dead', 'Process', 'Unidentified']);
// Keys that native elements answer to, with or without Shift.
const moving_keys = new Set(['Tab', ' ', 'Enter', 'ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'PageUp', 'PageDown', 'Home', 'End']);
// Chords of text editing, which a field keeps.
const editing_chords = new Set(['a', 'c', 'v', 'x', 'Backspace', 'Delete', 'Insert', 'ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End']);

// Letters by their meaning; on keyboards without Latin letters by their position.
function key_name(event) {
  const letter = /^Key([A-Z])$/.exec(event.code);
  const odd = event.key.length === 1 && (event.key > '~' || event.altKey);
  if (letter !== null && odd) return letter[1].toLowerCase();
  return event.key.length === 1 ? event.key.toLowerCase() : event.key;
}

function key_pressed(event) {
  by_pointer = false;
  if (event.isComposing || event.keyCode === 229 || modifier_keys.has(event.key) || event.defaultPrevented) return;
  if (event.getModifierState('AltGraph')) return;   // types a character
  const command = apple ? event.metaKey : event.ctrlKey;
  const foreign = apple ? event.ctrlKey : event.metaKey;
  if (foreign) return;
  const key = key_name(event);
  const element = document.activeElement;
  const chord = command || event.altKey;
  if (is_text(element)) {
    if (!chord && (key.length === 1 || moving_keys.has(key) || key === 'Backspace' || key === 'Delete')) return;
    if (apple && event.altKey && !command) return;   // types a character
    if (command && editing_chords.has(key)) return;
    if (command && (key === 'z' || key === 'y') && owns_undo(element)) return;
    if (key === 'Escape' && owns_undo(element)) return;   // text.js puts back what was there
  } else if (!chord && key.length === 1 && element instanceof HTMLSelectElement) {
    return;   // a menu finds its options by their letters
  } else if (!chord && moving_keys.has(key)) {
    const native = element?.closest('[data-press], select, .window:not(.painted)');
    if (key === 'Tab' || (native && element !== document.body)) return;
  }
  if (chord) commit_typing();
  const modifiers = (command ? 1 : 0) | (event.shiftKey ? 2 : 0) | (event.altKey ? 4 : 0);
  if (call('hf_key', key, modifiers) !== 0) event.preventDefault();
}
