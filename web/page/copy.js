// The clipboard: HTML and plain text at once.
import { call } from './program.js';

const outcomes = { copied: 0, failed: 1 };

export async function copy(html, text) {
  call('hf_copied', copy_by_event(html, text) || (await copy_by_request(html, text)) ? outcomes.copied : outcomes.failed);
}

// Works without a permission wherever the user has just done something.
function copy_by_event(html, text) {
  let taken = false;
  const fill = (event) => {
    event.preventDefault();
    event.stopImmediatePropagation();
    event.clipboardData.setData('text/plain', text);
    if (html) event.clipboardData.setData('text/html', html);
    taken = true;
  };
  document.addEventListener('copy', fill, { capture: true });
  try {
    return document.execCommand('copy') && taken;
  } catch {
    return false;
  } finally {
    document.removeEventListener('copy', fill, { capture: true });
  }
}

async function copy_by_request(html, text) {
  try {
    const parts = { 'text/plain': new Blob([text], { type: 'text/plain' }) };
    if (html) parts['text/html'] = new Blob([html], { type: 'text/html' });
    await navigator.clipboard.write([new ClipboardItem(parts)]);
    return true;
  } catch (error) {
    console.warn('Nothing was copied:', error);
    return false;
  }
}
