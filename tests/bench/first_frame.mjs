// How long a page takes from opening to its first usable frame, and how large it is.
//
//     node tests/bench/first_frame.mjs [page.html …]      default: build/web/handfast.html
//
// Opens each page ten times in a fresh Chromium window, pages taking turns so that a busy moment hits
// all of them, and prints the median and the range. With several pages it also prints the ratio to
// the first: that is the figure to quote, since milliseconds belong to one machine.
import { chromium } from 'playwright-core';
import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const rounds = 10;
const pages = process.argv.slice(2);
if (pages.length === 0) pages.push('build/web/handfast.html');

const browser = await chromium.launch({
  executablePath: process.env.HANDFAST_CHROMIUM || '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});
const times = new Map(pages.map((page) => [page, []]));
for (let round = 0; round <= rounds; ++round) {
  for (const page of pages) {
    const window = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await window.goto(pathToFileURL(resolve(page)).href);
    const time = await (await window.waitForFunction(() => globalThis.handfast?.first_frame_at)).jsonValue();
    if (round > 0) times.get(page).push(time);   // the first round warms the machine
    await window.close();
  }
}
await browser.close();

const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];
const first = median(times.get(pages[0]));
for (const page of pages) {
  const values = times.get(page);
  const { size } = await stat(page);
  console.log(`${page}: ${Math.round(size / 1000)} kB, first usable frame ${median(values).toFixed(0)} ms `
    + `(${Math.min(...values).toFixed(0)} to ${Math.max(...values).toFixed(0)}), ratio ${(median(values) / first).toFixed(2)}`);
}
