// The page without a GPU, on a phone, in the dark and on sharp screens: it starts, shows something, and fits its window.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { mkdir } from 'node:fs/promises';
import { places, Visitor, software_webgl } from './support/page.mjs';

let where;
before(async () => {
  where = await places();
  await mkdir('build/tests/pictures', { recursive: true });
});
after(() => where.end());

const machines = {
  'no WebGL at all': { arguments: [] },
  'WebGL in software, which the page passes by': { arguments: software_webgl },
  'WebGL': { arguments: software_webgl, renderer: 'webgl' },
  'a phone': { width: 390, height: 844, density: 3 },
  'a projector': { width: 1920, height: 1080 },
  'the dark, at density 1.5': { scheme: 'dark', density: 1.5 },
};

// How many different colours a grid of points in the canvas has: an empty picture has one.
const colours = (page) => page.evaluate(async () => {
  const canvas = document.getElementById('canvas');
  const copy = new OffscreenCanvas(canvas.width, canvas.height);
  window.handfast.module._hf_frame?.(performance.now());   // WebGL keeps its picture only until it is shown
  const context = copy.getContext('2d');
  context.drawImage(canvas, 0, 0);
  const { data } = context.getImageData(0, 0, copy.width, copy.height);
  const found = new Set();
  for (let i = 0; i < data.length; i += 4 * 37) found.add((data[i] << 16) | (data[i + 1] << 8) | data[i + 2]);
  return found.size;
});

for (const [name, options] of Object.entries(machines)) {
  test(`on a machine with ${name} every sheet is drawn and nothing sticks out`, async () => {
    const visitor = await Visitor.come(options);
    try {
      const page = await visitor.open(where.file);
      await visitor.by_keyboard(page.getByRole('button', { name: /Nordwagen and Seoul Cell/ }));
      for (const sheet of ['deal', 'strategy', 'partner', 'structure', 'running', 'exit']) {
        await page.evaluate((to) => { location.hash = `#${to}`; }, sheet);
        await visitor.settled();
        assert.ok(await colours(page) > 20, `${sheet} is drawn`);
        const [content, window_width] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
        assert.ok(content <= window_width, `${sheet} is ${content} wide in a window of ${window_width}`);
        await page.screenshot({ path: `build/tests/pictures/${name.replaceAll(/[^a-z0-9.]+/gi, '_')}_${sheet}.png` });
      }
      assert.deepEqual(visitor.complaints, []);
    } finally {
      await visitor.end();
    }
  });
}
