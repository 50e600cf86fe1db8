// The mirror: keeps one native element per published node, patches by id, never rebuilds.
//
// Rectangles arrive relative to the scrolled content of the nearest region or table ("window"); an
// element is placed relative to its parent's, so that a group is where its children are.
import { after_frame as elements_after_frame, fill, make, shape_of } from './elements.js';
import { go_to_sheet } from './address.js';

const mirror = document.getElementById('mirror');
const root = { id: '', outer: mirror, host: mirror, parent: null, children: [], node: { k: 'root' } };
const entries = new Map([['', root]]);
let patching = false;
let to_settle = [];     // switched by the browser; to be set to what the program thinks
let said = [];

export function is_patching() {
  return patching;
}

// The id of the node that an element belongs to, or ''.
export function place_of(element) {
  return element?.closest?.('[data-id]')?.dataset.id ?? '';
}

// ---- one message -----------------------------------------------------------------

export function publish(json) {
  const message = JSON.parse(json);
  const focused = document.activeElement;
  // Before anything changes, while the browser still knows where everything is.
  if (message.sheet !== undefined) for (const box of mirror.querySelectorAll('main.window')) box.scrollTo(0, 0);
  patching = true;
  const touched = new Set();
  for (const id of message.remove ?? []) remove(id);
  for (const node of message.nodes ?? []) touched.add(update(node));
  for (const [id, children] of Object.entries(message.order ?? {})) arrange(id, children, touched);
  for (const entry of touched) if (entries.get(entry.id) === entry) place(entry);
  const opened = touched.size > 0 || message.remove ? after_layout() : null;
  // What was only moved keeps the focus.
  if (focused !== document.activeElement && focused?.isConnected && mirror.contains(focused)) focused.focus({ preventScroll: true });
  patching = false;

  if (message.title !== undefined) document.title = message.title;
  if (message.sheet !== undefined) go_to_sheet(message.sheet);
  if (message.focus) focus_place(message.focus);
  else if (opened !== null) focus_dialog(opened);
  else if (message.sheet !== undefined && focused !== document.body && document.activeElement === document.body) focus_heading();
  if (message.say) say('polite', message.say);
}

function remove(id) {
  const entry = entries.get(id);
  if (entry === undefined) return;
  if (entry.outer.open) entry.outer.close();   // a dialog gives the focus back
  entry.outer.remove();
  entries.delete(id);
}

function update(node) {
  let entry = entries.get(node.id);
  const shape = shape_of(node);
  if (entry === undefined) {
    entry = { id: node.id, parent: null, children: [] };
    entries.set(node.id, entry);
  }
  const before = entry.node;
  if (entry.shape !== shape) {
    const old = entry.outer;
    const made = make(node);
    delete entry.lists;
    delete entry.control;
    delete entry.host;
    Object.assign(entry, made, { shape, placed_at: '' });
    entry.outer.dataset.id = node.id;
    if (old) {
      // Another kind gets its list of children anew.
      entry.children = before.k === node.k ? entry.children.filter((child) => entries.get(child.id) === child) : [];
      for (const child of entry.children) put_into(entry, child);
      old.replaceWith(entry.outer);
    }
  }
  entry.node = node;
  fill(entry, node);
  if (before !== undefined && node.e && node.e !== before.e && entry.outer.contains(document.activeElement)) say('assertive', node.e);
  return entry;
}

// Which element of its parent a child goes into.
function host_for(parent, child) {
  if (parent.node.k === 'table') return child.node.s === 'head' ? parent.lists.head : parent.lists.body;
  if (parent.node.k === 'ranking') return child.node.c ? parent.lists.ranked : parent.lists.others;
  return parent.host ?? parent.outer;
}

function put_into(parent, child) {
  const host = host_for(parent, child);
  if (child.outer.parentNode !== host) host.append(child.outer);
}

function arrange(id, children, touched) {
  const parent = entries.get(id);
  if (parent === undefined) return;
  parent.children = children.map((child) => entries.get(child)).filter(Boolean);
  const next = new Map();   // per host: where the next child belongs
  for (const child of parent.children) {
    const host = host_for(parent, child);
    const at = next.has(host) ? next.get(host) : first_child(parent, host);
    if (child.outer === at) {
      next.set(host, at.nextSibling);
    } else {
      host.insertBefore(child.outer, at);
      next.set(host, at);
    }
    if (child.parent !== parent) touched.add(child);
    child.parent = parent;
    if (child.node.k === 'radio') child.control.name = `radio ${id}`;   // one group: arrow keys move within it
  }
  if (parent.node.k === 'ranking') for (const list of Object.values(parent.lists)) list.hidden = list.childElementCount === 0;
}

// Children come after what the element has of its own (a header's text).
function first_child(parent, host) {
  const own = parent.text;
  return own?.parentNode === host ? own.nextSibling : host.firstChild;
}

// ---- places ------------------------------------------------------------------------

function is_window(entry) {
  return entry.node.w !== undefined;
}

function on_page_surface(entry) {
  for (let at = entry; at !== null; at = at.parent) if (at.node.k === 'region') return Boolean(at.node.page);
  return false;
}

// Where the rectangles of an element's children count from.
function origin_of(entry) {
  for (let at = entry; at !== null; at = at.parent) {
    if (at === root || is_window(at)) return [0, 0];
    if (at.node.r) return at.node.r;
  }
  return [0, 0];
}

function place(entry) {
  const { outer, node, parent } = entry;
  const classes = outer.classList;
  const style = outer.style;
  const page = on_page_surface(entry);
  const rect = node.w ?? node.r;
  const before = entry.placed_at;

  if (node.k === 'region') {
    classes.add('window');
    classes.toggle('page', page);
    classes.toggle('painted', !page);
  } else {
    classes.toggle('window', is_window(entry) && !page);
    classes.toggle('n', true);
  }
  if (page && node.k !== 'region') {
    entry.placed_at = 'page';
    if (before !== 'page') style.cssText = '';
    if (node.k === 'field') entry.control.style.cssText = '';
    classes.remove('flat', 'unplaced');
  } else {
    classes.toggle('flat', !rect && entry.host !== undefined);
    classes.toggle('unplaced', !rect && entry.host === undefined);
    const [x, y] = parent ? origin_of(parent) : [0, 0];
    entry.placed_at = rect ? rect.join() : `flat ${x} ${y}`;
    set_length(style, 'left', rect && rect[0] - x);
    set_length(style, 'top', rect && rect[1] - y);
    set_length(style, 'width', rect && rect[2]);
    set_length(style, 'height', rect && rect[3]);
    if (node.k === 'field') {   // one line as high as its box: its base line is then the same in all browsers
      set_length(entry.control.style, 'height', rect && rect[3]);
      set_length(entry.control.style, 'lineHeight', rect && rect[3]);
    }
    if (node.size) {
      style.setProperty('--content-width', `${node.size[0]}px`);
      style.setProperty('--content-height', `${node.size[1]}px`);
    }
  }
  // Children are placed relative to this one; those that did not change themselves follow here.
  if (before !== entry.placed_at) for (const child of entry.children) place(child);
}

function set_length(style, name, value) {
  const text = value === undefined ? '' : `${Math.round(value * 100) / 100}px`;
  if (style[name] !== text) style[name] = text;
}

// What depends on several elements: dialogs, holes for them, scroll containers nobody could reach.
// Returns the dialog that was opened, or null.
function after_layout() {
  let dialog = null;
  for (const region of root.children) {
    if (region.outer.tagName === 'DIALOG') dialog = region;
  }
  document.body.classList.toggle('modal', dialog !== null);
  const opened = dialog !== null && !dialog.outer.open ? dialog : null;
  opened?.outer.showModal();   // keeps the focus inside
  for (const region of root.children) {
    if (region.node.page) cut_out(region, dialog);
    const reachable = region.outer.querySelector('button, input, select, textarea') !== null;
    const scrolls = region.node.page || (region.node.size && region.node.w && region.node.size[1] > region.node.w[3]);
    if (scrolls && !reachable) region.outer.tabIndex = 0;
    else if (region.outer.hasAttribute('tabindex') && region.outer !== document.activeElement) region.outer.removeAttribute('tabindex');
  }
  return opened;
}

// A drawn dialog lies on the canvas, beneath native documents: they get a hole where it is.
function cut_out(region, dialog) {
  const style = region.outer.style;
  if (dialog === null || dialog === region || dialog.node.page || !dialog.node.w || !region.node.w) {
    style.clipPath = '';
    return;
  }
  const [left, top, width, height] = region.node.w;
  const x0 = dialog.node.w[0] - left;
  const y0 = dialog.node.w[1] - top;
  const x1 = x0 + dialog.node.w[2];
  const y1 = y0 + dialog.node.w[3];
  const corners = [[0, 0], [width, 0], [width, height], [0, height], [0, 0], [x0, y0], [x1, y0], [x1, y1], [x0, y1], [x0, y0]];
  style.clipPath = `polygon(evenodd, ${corners.map(([x, y]) => `${x}px ${y}px`).join(', ')})`;
}

// ---- focus and speech --------------------------------------------------------------

function focus_place(id) {
  const entry = entries.get(id);
  let target = entry?.control ?? null;
  if (entry && target === null) {
    const inside = 'input:checked, input:not(:disabled), select:not(:disabled), textarea:not(:disabled), button:not(:disabled)';
    const whole = ['radios', 'checks', 'ranking', 'rank', 'table', 'row', 'cell'];
    if (whole.includes(entry.node.k)) target = entry.outer.querySelector('input:checked') ?? entry.outer.querySelector(inside);
  }
  target ??= entry?.outer ?? mirror.querySelector(`[data-id="${CSS.escape(id)}"]`);
  if (!target) return;
  if (target.tabIndex < 0) target.tabIndex = -1;   // headings and groups take it when asked, not by Tab
  target.focus({ preventScroll: true });
  const box = entry?.outer ?? target;
  const window = box.parentElement?.closest('.window');
  if (!window) return;
  const outside = window.getBoundingClientRect();
  const inner = box.getBoundingClientRect();
  const fits = inner.top >= outside.top && inner.bottom <= outside.bottom;
  box.scrollIntoView({ block: fits ? 'nearest' : inner.height > outside.height ? 'start' : 'center', inline: 'nearest' });
}

// Where reading goes on when what had the focus went with the sheet before.
function focus_heading() {
  const heading = mirror.querySelector('main h1');
  if (heading === null) return;
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
}

// The browser gave the focus to the first control. Where that is far down, a dialog is read from its top.
function focus_dialog({ outer }) {
  if (outer.scrollTop === 0) return;
  outer.scrollTo(0, 0);
  outer.tabIndex = -1;
  outer.focus({ preventScroll: true });
}

// Emptied first, so that the same words are said again.
export function say(manner, words) {
  const region = document.getElementById(manner);
  region.textContent = '';
  said.push([region, words]);
  if (said.length === 1) setTimeout(() => {
    for (const [target, text] of said) target.textContent = text;
    said = [];
  }, 60);
}

// ---- what the browser did by itself --------------------------------------------------

// A radio, check or select that the browser has already switched goes back to what was published
// last, unless the next frame publishes something else.
export function resync(control) {
  to_settle.push(control);
}

export function after_frame() {
  for (const control of to_settle) {
    const entry = entries.get(place_of(control));
    if (entry === undefined) continue;
    if (entry.node.k === 'radio' || entry.node.k === 'check') {
      for (const other of entry.parent?.children ?? [entry]) if (other.control) other.control.checked = Boolean(other.node.c);
    } else if (entry.node.k === 'select') {
      entry.control.value = entry.node.v ?? '';
    }
  }
  to_settle = [];
  elements_after_frame();
}
