// Files in and out: the save dialog where the browser has one, otherwise a download; a file input, a drop.
import { call } from './program.js';

const outcomes = { written: 0, downloaded: 1, cancelled: 2, failed: 3 };
let handle = null;      // the file written last in this session

// More than any design; what is cut off here the program refuses by its own, lower limit.
const most_bytes = 64 << 20;

export async function save(name, mime, bytes, ask) {
  const blob = new Blob([bytes], { type: mime });
  if (typeof window.showSaveFilePicker !== 'function') return tell(name, download_blob(name, blob));
  let target = ask ? null : handle;
  if (target === null) {
    try {
      target = await window.showSaveFilePicker({ suggestedName: name, types: [file_type(name, mime)] });
    } catch (error) {
      if (error.name === 'AbortError') return tell(name, outcomes.cancelled);
      return tell(name, download_blob(name, blob));   // forbidden by the machine's rules
    }
  }
  try {
    const stream = await target.createWritable();     // a swap file: the old content stays until close()
    await stream.write(blob);
    await stream.close();
    handle = target;
    return tell(target.name, outcomes.written);
  } catch (error) {
    handle = null;
    if (error.name === 'NotAllowedError' || error.name === 'SecurityError') return tell(name, download_blob(name, blob));
    console.warn('The file was not written:', error);
    return tell(name, outcomes.failed);
  }
}

function tell(name, outcome) {
  call('hf_saved', name, outcome);
}

function file_type(name, mime) {
  const ending = /(\.[a-z0-9]+)$/i.exec(name)?.[1] ?? '.json';
  const description = { '.json': 'Handfast design', '.md': 'Markdown', '.html': 'Web page' }[ending] ?? 'File';
  return { description, accept: { [mime.split(';')[0] || 'application/octet-stream']: [ending] } };
}

export function download(name, mime, bytes) {
  download_blob(name, new Blob([bytes], { type: mime }));
}

function download_blob(name, blob) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);   // some browsers read it late
  return outcomes.downloaded;
}

// ---- in ----

export function open() {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = '.json,application/json';
  input.id = 'file-input';
  input.hidden = true;
  document.getElementById('file-input')?.remove();
  document.body.append(input);   // some browsers forget an input that is nowhere
  input.addEventListener('change', () => {
    if (input.files.length > 0) read(input.files[0]);
    input.remove();
  });
  input.addEventListener('cancel', () => input.remove());
  input.click();
}

async function read(file) {
  try {
    const bytes = new Uint8Array(await file.slice(0, most_bytes).arrayBuffer());
    handle = null;   // what is saved next is another design
    call('hf_open', file.name, bytes);
  } catch (error) {
    console.warn('The file was not read:', error);
    call('hf_open_failed', file.name);
  }
}

const has_files = (event) => event.dataTransfer?.types.includes('Files');

export function watch_drops() {
  document.addEventListener('dragover', (event) => {
    if (!has_files(event)) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'copy';
  });
  document.addEventListener('drop', (event) => {
    if (!has_files(event)) return;
    event.preventDefault();   // else the browser leaves the page for the file
    if (event.dataTransfer.files.length > 0) read(event.dataTransfer.files[0]);
  });
}
