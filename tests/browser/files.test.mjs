// Files that are no designs: each gets a message that names place and remedy, and the open design stays.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { places, Visitor } from './support/page.mjs';

const whole = { format: 'handfast design', version: 1, id: 'd', design: { profile: { title: 'T' }, parties: [{ id: 'p1' }, { id: 'p2' }] } };
const text = JSON.stringify(whole);
const bytes = (...parts) => Buffer.concat(parts.map((part) => Buffer.from(part)));

// file → what the message must say
const broken = {
  'truncated': [text.slice(0, 60), /ends before the document is complete/, /open an earlier copy/],
  'wrong version': [text.replace('"version":1', '"version":"one"'), /version of the file is missing/, /undamaged copy/],
  'newer version': [text.replace('"version":1', '"version":7'), /newer Handfast/, /Open it with the newer/],
  'wrong types': [text.replace('"title":"T"', '"title":5'), /design\.profile\.title/, /Write a text/],
  'duplicate keys': [text.replace('"id":"d"', '"id":"d","id":"e"'), /stands twice/, /Remove one/],
  'deep nesting': ['['.repeat(5000), /levels deep/, /cannot have come/],
  'huge numbers': [text.replace('"version":1', '"version":1e999'), /too large to compute/, /below 1e308/],
  'invalid UTF-8': [bytes(text.slice(0, 100), [0xc3, 0x28], text.slice(100)), /Byte 100 is not valid UTF-8/, /UTF-8/],
  'empty': ['', /file is empty/, /another copy/],
  'not JSON': ['Dear partner, …', /not JSON/, /Handfast saved/],
};

let where, visitor;
before(async () => {
  where = await places();
  visitor = await Visitor.come();
  await visitor.open(where.file);
  await visitor.by_keyboard(visitor.page.getByRole('button', { name: /Draft a term outline/ }));
  await visitor.write(visitor.field('Name of the partnership'), 'Kept');
  await visitor.saved_file();
});
after(async () => {
  await visitor.end();
  where.end();
});

for (const [name, [content, says, remedy]] of Object.entries(broken)) {
  test(`a file that is broken (${name}) does no harm`, async () => {
    const chooser = visitor.page.waitForEvent('filechooser');
    await visitor.page.keyboard.press('Control+o');
    await (await chooser).setFiles({ name: `${name}.handfast.json`, mimeType: 'application/json', buffer: Buffer.from(content) });
    const dialog = visitor.page.getByRole('dialog');
    await dialog.waitFor({ state: 'attached' });
    const said = await dialog.textContent();
    assert.match(said, says);
    assert.match(said, remedy);
    await visitor.page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    assert.equal(await visitor.field('Name of the partnership').inputValue(), 'Kept');
  });
}

test('with a save dialog the second save goes to the same file, and another design to another', async () => {
  const other = await Visitor.come({ save_dialog: true });
  try {
    const page = await other.open(where.file);
    const write_and_save = async (title) => {
      await other.write(other.field('Name of the partnership'), title);
      await page.keyboard.press('Control+s');
      await other.settled();
      assert.match(await page.getByRole('contentinfo').textContent(), /Saved to .*_v0\d\.handfast\.json, \d\d:\d\d/);
    };
    await other.by_keyboard(page.getByRole('button', { name: /Draft a term outline/ }));
    await write_and_save('First');
    await write_and_save('First, longer');
    await other.by_keyboard(page.getByRole('navigation').getByRole('button', { name: 'Start' }));
    await other.by_keyboard(page.getByRole('button', { name: /Draft a term outline/ }));
    await write_and_save('Second');
    const saves = await page.evaluate(() => window.saved_by_dialog);
    assert.equal(saves.length, 2);
    assert.deepEqual(saves[0].contents.map((text) => JSON.parse(text).design.profile.title), ['First', 'First, longer']);
    assert.deepEqual(saves[1].contents.map((text) => JSON.parse(text).design.profile.title), ['Second']);
  } finally {
    await other.end();
  }
});
