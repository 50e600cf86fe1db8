// One native element per kind of node: how it is made, and how it is filled when its node was published.
//
// `make(node)` returns { outer, host, control }: the element that is placed, the one its children go
// into, and the one that takes the focus. `fill(entry, node)` writes the node into them; it is called
// for new and for changed nodes and touches only what differs.
// To add a kind: a row in `makers` and one in `fillers`.
import { set_published } from './text.js';

let last_number = 0;
const fresh_id = () => `n${(last_number += 1)}`;

function element(tag, classes, ...inside) {
  const made = document.createElement(tag);
  if (classes) made.className = classes;
  made.append(...inside);
  return made;
}

function set_text(target, text) {
  if (target.textContent !== text) target.textContent = text;
}

// null or false takes the attribute away.
function set_attribute(target, name, value) {
  if (value === null || value === undefined || value === false) {
    if (target.hasAttribute(name)) target.removeAttribute(name);
  } else {
    const text = value === true ? '' : String(value);
    if (target.getAttribute(name) !== text) target.setAttribute(name, text);
  }
}

// ---- making -------------------------------------------------------------------

const region_tags = { bar: 'header', rail: 'nav', main: 'main', side: 'aside', status: 'footer', dialog: 'dialog' };

const makers = {
  region(node) {
    const outer = element(region_tags[node.role] ?? 'section');
    return { outer, host: outer, control: outer };
  },
  heading(node) {
    const text = element('span');
    const outer = element(`h${node.l ?? 2}`, '', text);
    return { outer, text };
  },
  prose: () => ({ outer: element('p') }),
  group() {
    const outer = element('div');
    return { outer, host: outer };
  },
  field: () => make_field(element('input')),
  area: () => make_field(element('textarea')),
  select() {
    const control = element('select');
    control.id = fresh_id();
    const label = element('label');
    label.htmlFor = control.id;
    return { outer: element('div', '', label, control), control, label };
  },
  radios: () => make_choice('radiogroup'),
  checks: () => make_choice(null),
  ranking() {
    const made = make_choice(null);
    const ranked = element('ol');
    const others = element('ul');
    ranked.setAttribute('role', 'list');   // some browsers forget it where the marks are hidden
    others.setAttribute('role', 'list');
    made.host.append(ranked, others);
    return { ...made, lists: { ranked, others } };
  },
  radio: () => make_option('radio'),
  check: () => make_option('checkbox'),
  rank(node) {
    const outer = element('li');
    outer.setAttribute('role', 'listitem');
    if (node.c) {
      const text = element('span', 'text-of');
      const host = element('span', 'moves');
      outer.append(text, host);
      return { outer, host, text };
    }
    const control = element('button', 'text-of');
    control.type = 'button';
    outer.append(control);
    return { outer, control, text: control };
  },
  table() {
    const caption = element('caption');
    const head = element('thead');
    const body = element('tbody');
    const outer = element('table', '', caption, head, body);
    // Said outright, since laying cells out by place takes the native meaning away in some browsers.
    outer.setAttribute('role', 'table');
    head.setAttribute('role', 'rowgroup');
    body.setAttribute('role', 'rowgroup');
    return { outer, host: body, caption, lists: { head, body } };
  },
  row() {
    const outer = element('tr');
    outer.setAttribute('role', 'row');
    return { outer, host: outer };
  },
  columnheader: () => make_header('columnheader', 'col'),
  rowheader: () => make_header('rowheader', 'row'),
  cell() {
    const outer = element('td');
    outer.setAttribute('role', 'cell');
    return { outer, host: outer };
  },
  button() {
    const outer = element('button', '', element('span'));
    outer.type = 'button';
    return { outer, control: outer, text: outer.firstChild };
  },
  meter() {
    const control = element('progress');
    return { outer: element('div', '', control), bar: control };
  },
  rule: () => ({ outer: element('hr') }),
};

function make_field(control) {
  control.id = fresh_id();
  control.classList.add('text');
  control.autocomplete = 'off';
  const label = element('label');
  label.htmlFor = control.id;
  return { outer: element('div', '', label, control), control, label };
}

function make_choice(role) {
  const legend = element('legend');
  const host = element('div', 'options');
  const outer = element('fieldset', '', legend, host);
  if (role) outer.setAttribute('role', role);
  return { outer, host, legend };
}

function make_option(type) {
  const control = element('input');
  control.type = type;
  const text = element('span');
  return { outer: element('div', '', element('label', '', control, text)), control, text };
}

function make_header(role, scope) {
  const outer = element('th', '', element('span'));
  outer.scope = scope;
  outer.setAttribute('role', role);
  return { outer, host: outer, text: outer.firstChild };
}

// Two nodes of one shape share an element; of different shapes not.
export function shape_of(node) {
  return `${node.k} ${node.role ?? ''} ${node.l ?? ''} ${node.k === 'rank' && node.c ? 'ranked' : ''}`;
}

export function make(node) {
  const maker = makers[node.k];
  if (maker === undefined) throw new Error(`the page does not know the kind ${node.k}`);
  return maker(node);
}

// ---- filling ------------------------------------------------------------------

const own_class = {
  region: '', field: 'field', area: 'field', select: 'field', radios: 'choice', checks: 'choice',
  ranking: 'choice', radio: 'option', check: 'option',
};

// All but what the mirror itself keeps on the element.
const kept_classes = ['n', 'window', 'page', 'painted', 'flat', 'unplaced'];
function set_classes(entry, node) {
  const kept = kept_classes.filter((name) => entry.outer.classList.contains(name));
  const wanted = [own_class[node.k] ?? node.k, node.s ?? '', ...kept].filter(Boolean).join(' ');
  if (entry.outer.className !== wanted) entry.outer.className = wanted;
}

export function fill(entry, node) {
  set_classes(entry, node);
  fillers[node.k](entry, node);
}

const fillers = {
  region({ outer }, node) {
    set_attribute(outer, 'aria-label', node.t ?? null);
  },
  heading({ outer, text }, node) {
    set_part(outer, 'number', node.n, (part) => outer.prepend(part, ' '));
    set_text(text, node.t ?? '');
  },
  prose({ outer }, node) {
    fill_spans(outer, node.spans ?? []);
  },
  group({ outer }, node) {
    set_attribute(outer, 'role', node.t ? 'group' : null);
    set_attribute(outer, 'aria-label', node.t ?? null);
    set_attribute(outer, 'aria-current', node.c ? 'true' : null);
  },
  field: fill_field,
  area: fill_field,
  select(entry, node) {
    const { control, label } = entry;
    set_label(label, node);
    const options = node.o ?? [];
    options.forEach(([value, text], index) => {
      const option = control.options[index] ?? control.appendChild(element('option'));
      if (option.value !== value || !option.hasAttribute('value')) option.value = value;
      set_text(option, text === '' ? '\u2013' : text);
    });
    while (control.options.length > options.length) control.remove(control.options.length - 1);
    if (control.value !== (node.v ?? '')) control.value = node.v ?? '';
    control.disabled = Boolean(node.off);
    describe(entry, node, entry.outer);
  },
  radios: fill_choice,
  checks: fill_choice,
  ranking: fill_choice,
  radio: fill_option,
  check: fill_option,
  rank(entry, node) {
    set_text(entry.text, node.t ?? '');
    if (entry.control) {
      entry.control.dataset.press = node.id;
      entry.control.disabled = Boolean(node.off);
    }
    describe(entry, node, entry.outer);
  },
  table({ caption }, node) {
    set_text(caption, node.t ?? '');
    caption.hidden = !node.t;
    caption.classList.toggle('hide', Boolean(node.hide));
  },
  row() {},
  columnheader: fill_header,
  rowheader: fill_header,
  cell() {},
  button(entry, node) {
    const { outer, text } = entry;
    outer.dataset.press = node.id;
    set_text(text, node.t ?? '');
    text.className = node.hide ? 'hide' : '';
    set_part(outer, 'badge', node.n, (part) => outer.append(' ', part));
    set_part(outer, 'detail', node.d, (part) => outer.append(' ', part));
    // In a list of places "where I am", elsewhere "switched on".
    const place = (node.s ?? '') === 'entry';
    set_attribute(outer, 'aria-current', node.c && place ? 'true' : null);
    set_attribute(outer, 'aria-pressed', node.c && !place ? 'true' : null);
    set_attribute(outer, 'aria-keyshortcuts', spoken_shortcut(node.key));
    set_disabled(outer, Boolean(node.off));
  },
  meter({ bar }, node) {
    const [done, total] = (node.v ?? '0/0').split('/').map(Number);
    bar.max = total > 0 ? total : 1;
    bar.value = Math.min(done, bar.max);
    set_attribute(bar, 'aria-label', node.t ?? null);
    set_attribute(bar, 'aria-valuetext', node.t ?? null);
  },
  rule() {},
};

function fill_field(entry, node) {
  const { control, label } = entry;
  set_label(label, node);
  set_attribute(control, 'placeholder', node.ph ?? null);
  set_attribute(control, 'inputmode', node.m === 'decimal' ? 'decimal' : null);
  const words = node.m === undefined || node.m === 'text';
  if (control.spellcheck !== words) control.spellcheck = words;
  control.disabled = Boolean(node.off);
  describe(entry, node, entry.outer);
  set_attribute(control, 'aria-invalid', node.e ? 'true' : null);
  set_published(control, node.id, node.v ?? '');
}

// The unit is part of the name: "Notice, months".
function set_label(label, node) {
  set_text(label, node.u ? `${node.t ?? ''}, ${node.u}` : node.t ?? '');
  label.classList.toggle('hide', Boolean(node.hide));
}

function fill_choice(entry, node) {
  set_text(entry.legend, node.t ?? '');
  entry.legend.classList.toggle('hide', Boolean(node.hide));
  entry.outer.disabled = Boolean(node.off);
  describe(entry, node, entry.outer, entry.outer);
  if (node.k === 'radios') set_attribute(entry.outer, 'aria-invalid', node.e ? 'true' : null);
}

function fill_option(entry, node) {
  const { control, text } = entry;
  set_text(text, node.t ?? '');
  control.dataset.press = node.id;
  control.checked = Boolean(node.c);
  control.disabled = Boolean(node.off);
  describe(entry, node, entry.outer);
}

function fill_header(entry, node) {
  set_text(entry.text, node.t ?? '');
  set_part(entry.outer, 'help-text', node.d, (part) => entry.outer.append(' ', part));
}

// ---- parts ---------------------------------------------------------------------

// A span of its own class within `outer`, put there by `add`; gone while there is no text.
function set_part(outer, name, text, add) {
  let part = outer.querySelector(`:scope > .${name}`);
  if (!text) {
    part?.remove();
    return;
  }
  if (part === null) {
    part = element('span', name);
    add(part);
  }
  set_text(part, text);
}

// Help and error as paragraphs, tied to the control.
function describe(entry, node, outer, control = entry.control) {
  const ids = [];
  for (const [name, text] of [['error-text', node.e], ['help-text', node.d]]) {
    let part = outer.querySelector(`:scope > .${name}`);
    if (!text) {
      part?.remove();
      continue;
    }
    if (part === null) {
      part = element('p', name);
      part.id = fresh_id();
      outer.append(part);
    }
    set_text(part, text);
    ids.push(part.id);
  }
  if (control) set_attribute(control, 'aria-describedby', ids.length > 0 ? ids.join(' ') : null);
}

// Runs of words; those that lead somewhere are buttons. Elements are kept where they can be, so that
// the focus stays while the words around it change.
function fill_spans(outer, spans) {
  spans.forEach(([text, style, pressable], index) => {
    const tag = pressable ? 'BUTTON' : 'SPAN';
    let part = outer.children[index];
    if (part?.tagName !== tag) {
      const made = element(tag.toLowerCase());
      if (part === undefined) outer.append(made);
      else part.replaceWith(made);
      part = made;
    }
    const classes = pressable ? `span ${style}` : style;
    if (part.className !== classes) part.className = classes;
    if (pressable) {
      part.type = 'button';
      part.dataset.press = pressable;
      part.dataset.id = pressable;
    }
    set_text(part, text);
  });
  while (outer.children.length > spans.length) outer.lastElementChild.remove();
}

// A button that is disabled while it has the focus keeps it, so that Undo can be pressed until nothing
// is left and "up" until the top; it is truly disabled once the focus has gone elsewhere.
const softly_disabled = new Set();

function set_disabled(button, disabled) {
  const soft = disabled && button === document.activeElement;
  if (soft) softly_disabled.add(button);
  else softly_disabled.delete(button);
  button.disabled = disabled && !soft;
  set_attribute(button, 'aria-disabled', soft ? 'true' : null);
}

export function after_frame() {
  for (const button of softly_disabled) set_disabled(button, true);
}

// "Ctrl+Shift+S" → "Control+Shift+S"; on a Mac the text says Cmd already.
function spoken_shortcut(text) {
  if (!text) return null;
  const names = { Ctrl: 'Control', Cmd: 'Meta', '\u2318': 'Meta', '\u21e7': 'Shift', '\u2325': 'Alt', Option: 'Alt' };
  return text.split('+').map((key) => names[key.trim()] ?? key.trim()).join('+');
}
