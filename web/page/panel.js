// The plain page for when the program cannot run or has stopped: says so, and hands out the last snapshot.
import { download } from './files.js';
import { clock_text } from './store.js';

function element(tag, text = '') {
  const made = document.createElement(tag);
  if (text) made.textContent = text;
  return made;
}

// `reason` is for whoever is asked for help; `snapshot` is { bytes, kept_at } or null.
export function show_panel({ heading, words, reason, snapshot, can_reload }) {
  const panel = document.getElementById('panel');
  const title = element('h1', heading);
  title.id = 'panel-heading';
  title.tabIndex = -1;
  panel.replaceChildren(title, ...words.map((text) => element('p', text)));
  if (snapshot) panel.append(...snapshot_parts(snapshot));
  if (can_reload) {
    const button = element('button', 'Start again');
    button.type = 'button';
    button.addEventListener('click', () => location.reload());
    panel.append(button);
  }
  if (reason) panel.append(element('pre', reason));
  document.getElementById('skeleton')?.remove();
  document.getElementById('mirror').replaceChildren();
  for (const picture of document.querySelectorAll('canvas')) picture.hidden = true;
  panel.hidden = false;
  title.focus();
}

function snapshot_parts({ bytes, kept_at }) {
  const when = clock_text(kept_at);
  const button = element('button', 'Save the design as a file');
  button.type = 'button';
  button.className = 'primary';
  button.addEventListener('click', () => {
    download(`${when.replace(' ', '_').replace(':', '')}_recovered.handfast.json`, 'application/json', bytes);
  });
  const parts = [element('p', `Your design as this browser kept it on ${when}:`), button];
  try {
    const design = JSON.parse(new TextDecoder().decode(bytes));
    parts.push(...design_parts(design));
  } catch {
    parts.push(element('p', 'It cannot be shown here, but the file can be opened by Handfast elsewhere.'));
  }
  return parts;
}

// ---- the design as text: reads any save, knowing only its outermost names ----

function design_parts(design) {
  const parts = [];
  const title = design?.profile?.title;
  if (typeof title === 'string' && title) parts.push(element('h2', title));
  const parties = Array.isArray(design?.parties) ? design.parties.map((party) => party?.name).filter(Boolean) : [];
  if (parties.length > 0) parts.push(element('p', `Parties: ${parties.join(', ')}`));
  const answers = design?.answers;
  if (answers && typeof answers === 'object') {
    parts.push(element('h2', 'Answers'), tree(answers));
    const rest = Object.fromEntries(Object.entries(design).filter(([name]) => name !== 'answers'));
    parts.push(element('h2', 'Everything else'), tree(rest));
  } else {
    parts.push(tree(design));
  }
  return parts;
}

function tree(value) {
  const list = element('ul');
  for (const [name, part] of Object.entries(value)) {
    const item = element('li');
    const heading = Array.isArray(value) ? part?.name ?? part?.id ?? '' : readable(name);
    if (heading) {
      const label = element('span', `${heading}: `);
      label.className = 'name';
      item.append(label);
    }
    if (part !== null && typeof part === 'object') item.append(Object.keys(part).length > 0 ? tree(part) : 'none');
    else item.append(part === null || part === '' ? '–' : String(part));
    list.append(item);
  }
  return list;
}

function readable(name) {
  return name.replace(/[._]/g, ' ').replace(/^./, (letter) => letter.toUpperCase());
}
