// The crash net: snapshots in IndexedDB, two slots per tab, each with a checksum. Never the only copy.
//
// The slot last written is never overwritten: a damaged or unfinished write leaves the one before. The
// connection stays open, since a write that first has to open one is lost when the page goes away.
// Opened from a file, Chromium and WebKit share this store among all local pages: records therefore
// carry the tab they belong to, and a tab restores its own after a reload, else the newest there is.

const database_name = 'handfast.v1';
const table = 'snapshots';
const most_records = 12;        // older ones, of tabs long closed, are cleared at start

let database = null;
let tab = '';
let next_slot = 'a';
let last_written = null;        // record as it was last put and confirmed, for the panel
let restored_key = null;
let build = '';

// ---- checksum ------------------------------------------------------------------

const crc_table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

// CRC-32. Computed at once: nothing can be awaited while the page goes away.
function checksum(bytes) {
  let value = 0xffffffff;
  for (let i = 0; i < bytes.length; i += 1) value = (value >>> 8) ^ crc_table[(value ^ bytes[i]) & 255];
  return (value ^ 0xffffffff) >>> 0;
}

function is_whole(record) {
  return record?.bytes instanceof Uint8Array && checksum(record.bytes) === record.checksum;
}

// ---- opening and reading ---------------------------------------------------------

function request_result(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

async function open() {
  const request = indexedDB.open(database_name, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(table, { keyPath: 'key' });
  const opened = await request_result(request);
  opened.onversionchange = () => opened.close();
  opened.onclose = () => { database = null; };
  return opened;
}

function tab_name() {
  try {
    const name = sessionStorage.getItem('handfast.tab') ?? crypto.randomUUID();
    sessionStorage.setItem('handfast.tab', name);
    return name;
  } catch {
    return `tab-${Date.now()}-${Math.random()}`;
  }
}

export const states = { nothing: 0, whole: 1, older: 2, no_storage: 3 };

// Opens the store and finds what to offer: { bytes, kept_at, state }. Never throws.
export async function open_store(build_name) {
  build = build_name;
  tab = tab_name();
  const nothing = { bytes: new Uint8Array(0), kept_at: 0, state: states.nothing };
  try {
    database = await open();
    const records = await request_result(database.transaction(table).objectStore(table).getAll());
    records.sort((a, b) => b.kept_at - a.kept_at);
    const own = records.filter((record) => record.tab === tab);
    const newest_tab = records[0]?.tab;
    const candidates = own.length > 0 ? own : records.filter((record) => record.tab === newest_tab);
    const found = candidates.find(is_whole) ?? records.find(is_whole);
    if (own[0]?.slot === 'a' && is_whole(own[0])) next_slot = 'b';
    clear_old(records, found);
    if (found === undefined) return records.length > 0 ? { ...nothing, state: states.older } : nothing;
    restored_key = found.key;
    last_written = found;
    return { bytes: found.bytes, kept_at: found.kept_at, state: found === candidates[0] ? states.whole : states.older };
  } catch (error) {
    console.warn('No snapshots can be kept:', error);
    database = null;
    return { ...nothing, state: states.no_storage };
  }
}

function clear_old(records, except) {
  const old = records.slice(most_records).filter((record) => record !== except);
  if (old.length === 0) return;
  const store = database.transaction(table, 'readwrite').objectStore(table);
  for (const record of old) store.delete(record.key);
}

// ---- writing -----------------------------------------------------------------------

// Puts the snapshot at once, so that it works in pagehide too; `tell(outcome)` follows: 0 kept, 1 failed.
export function keep(bytes, revision, tell) {
  const record = { key: `${tab} ${next_slot}`, tab, slot: next_slot, revision, build, kept_at: Date.now(), checksum: checksum(bytes), bytes };
  const failed = (error) => {
    console.warn('The snapshot was not kept:', error);
    tell(1);
  };
  if (database === null) {
    reopen();
    failed('storage is closed');
    return;
  }
  try {
    const transaction = database.transaction(table, 'readwrite', { durability: 'strict' });
    transaction.objectStore(table).put(record);
    transaction.oncomplete = () => {
      if (next_slot === record.slot) next_slot = record.slot === 'a' ? 'b' : 'a';
      last_written = record;
      tell(0);
    };
    transaction.onabort = () => failed(transaction.error);
    transaction.commit?.();
  } catch (error) {
    failed(error);
  }
}

// A browser may close the connection (its storage was cleared); the next snapshot finds it open again.
async function reopen() {
  try {
    database = await open();
  } catch {
    database = null;
  }
}

// Every snapshot of this tab and the one it restored.
export function forget() {
  last_written = null;
  if (database === null) return;
  try {
    const store = database.transaction(table, 'readwrite', { durability: 'strict' }).objectStore(table);
    for (const key of new Set([`${tab} a`, `${tab} b`, restored_key])) if (key !== null) store.delete(key);
  } catch (error) {
    console.warn('The snapshots were not deleted:', error);
  }
}

// What the panel offers when the program cannot: the newest whole snapshot, or null.
export function last_snapshot() {
  return last_written === null ? null : { bytes: last_written.bytes, kept_at: last_written.kept_at };
}

// "2026-11-22 14:32", local time.
export function clock_text(time = Date.now()) {
  const date = new Date(time);
  const two = (number) => String(number).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())} ${two(date.getHours())}:${two(date.getMinutes())}`;
}
