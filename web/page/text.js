// Typing: native fields over the drawn ones. Sends what is typed, commits it, puts it back on Escape.
//
// A field shows its own text only while it has the focus (class "editing"). What the program publishes
// is never written into a field that is composing or has typing that is not committed yet.
import { call } from './program.js';

const mirror = document.getElementById('mirror');
// Per field element: what the program last published, and the typing going on in it.
const states = new WeakMap();
let fading = [];   // fields that lost the focus; the canvas shows their text after the next frame

export function is_text(element) {
  return element?.classList?.contains('text') === true;
}

function state_of(field) {
  let state = states.get(field);
  if (state === undefined) {
    state = { place: '', published: '', committed: '', uncommitted: false, composing: false };
    states.set(field, state);
  }
  return state;
}

// Called by the mirror whenever a field's node was published.
export function set_published(field, place, value) {
  const state = state_of(field);
  state.place = place;
  state.published = value;
  settle(field, state);
}

function settle(field, state) {
  if (state.composing || state.uncommitted) return;
  state.committed = state.published;
  if (field.value !== state.published) field.value = state.published;
}

// Whether Ctrl+Z and Escape are the field's own: there is typing to take back.
export function owns_undo(field) {
  const state = state_of(field);
  return state.composing || (state.uncommitted && field.value !== state.committed);
}

export function commit_typing() {
  if (is_text(document.activeElement)) commit(document.activeElement);
}

function commit(field) {
  const state = state_of(field);
  if (state.composing || !state.uncommitted) return;
  state.uncommitted = false;
  state.committed = field.value;
  call('hf_commit', state.place);
}

function send_typed(field) {
  const state = state_of(field);
  if (state.composing) return;
  state.uncommitted = true;
  call('hf_edit', state.place, field.value);
}

// After each frame: fields that are no longer edited are shown by the canvas, and get what was
// published while they could not take it.
export function after_frame() {
  for (const field of fading) {
    settle(field, state_of(field));
    if (field !== document.activeElement) field.classList.remove('editing');
  }
  fading = [];
  const field = document.activeElement;
  if (is_text(field)) settle(field, state_of(field));
}

export function watch_text() {
  mirror.addEventListener('focusin', (event) => {
    if (!is_text(event.target)) return;
    event.target.classList.add('editing');
    const state = state_of(event.target);
    if (!state.uncommitted) state.committed = event.target.value;
  });
  mirror.addEventListener('focusout', (event) => {
    if (!is_text(event.target)) return;
    state_of(event.target).composing = false;
    commit(event.target);
    fading.push(event.target);
  });
  mirror.addEventListener('input', (event) => {
    if (is_text(event.target)) send_typed(event.target);
  });
  mirror.addEventListener('change', (event) => {
    if (is_text(event.target)) commit(event.target);
  });
  mirror.addEventListener('compositionstart', (event) => {
    if (is_text(event.target)) state_of(event.target).composing = true;
  });
  mirror.addEventListener('compositionend', (event) => {
    if (!is_text(event.target)) return;
    state_of(event.target).composing = false;
    send_typed(event.target);
  });
  mirror.addEventListener('keydown', (event) => {
    const field = event.target;
    if (!is_text(field) || event.isComposing || event.keyCode === 229) return;
    if (event.key === 'Enter' && field instanceof HTMLInputElement && !event.ctrlKey && !event.metaKey && !event.altKey) commit(field);
    if (event.key === 'Escape' && owns_undo(field)) {
      field.value = state_of(field).committed;
      send_typed(field);
      commit(field);
      event.preventDefault();
    }
  });
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) commit_typing();
  });
}
