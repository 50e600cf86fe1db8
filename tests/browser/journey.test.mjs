// What a person does with Handfast, from the first screen to the outline, opened as a file and from a server.
// Everything is found by role and name; nothing by its place on the screen.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { places, Visitor } from './support/page.mjs';

let where;
before(async () => { where = await places(); });
after(() => where.end());

for (const from of ['file', 'site']) {
  describe(`opened from a ${from}`, () => {
    let visitor;
    before(async () => { visitor = await Visitor.come(); });
    after(() => visitor.end());

    test('it starts, with ways in and a word about privacy', async () => {
      await visitor.open(where[from]);
      assert.equal(await visitor.page.title(), 'Handfast');
      const first_frame = await visitor.page.evaluate(() => Math.round(window.handfast.first_frame_at));
      assert.ok(first_frame > 0);
      console.log(`${from}: first usable frame ${first_frame} ms after opening`);
      for (const name of [/Draft a term outline/, /Open a design/, /Nordwagen and Seoul Cell/]) {
        assert.equal(await visitor.page.getByRole('main').getByRole('button', { name }).count(), 1, String(name));
      }
      assert.equal(await visitor.page.getByText(/Nothing leaves this page/).count(), 1);
    });

    test('a new design takes names by keyboard', async () => {
      await visitor.by_keyboard(visitor.page.getByRole('button', { name: /Draft a term outline/ }));
      await visitor.write(visitor.field('Name of the partnership'), 'Plant Übung 电池');
      await visitor.write(visitor.field('Name of party 1'), 'Nordwagen');
      await visitor.write(visitor.field('Name of party 2'), 'Seoul Cell');
      await visitor.write(visitor.field('Planned start'), '1.7.2027');
      assert.equal(await visitor.field('Planned start').inputValue(), '1 Jul 2027');
    });

    test('one question of every kind is answered through the mirror', async () => {
      const page = visitor.page;
      await visitor.sheet(/Strategy/);
      // ranking
      const goals = visitor.card('Order of goals');
      await visitor.by_mouse(goals.getByRole('button', { name: 'Software and platforms' }));
      await visitor.by_keyboard(goals.getByRole('button', { name: 'Strategic flexibility' }));
      await visitor.by_keyboard(goals.getByRole('button', { name: /Strategic flexibility.*up|up.*Strategic flexibility/i }));
      // records, with short text, number, date and a choice in a cell
      const measures = visitor.card('Measures of success');
      await visitor.by_mouse(visitor.button('Add measure', measures));
      await visitor.write(visitor.field('Measure, measure 1', measures), 'Cost per cell');
      await visitor.write(visitor.field('Today, measure 1', measures), '1.234,5');
      await visitor.write(visitor.field('By, measure 1', measures), '2031-12-31');
      await measures.getByRole('combobox', { name: 'Early or late, measure 1' }).selectOption({ label: 'Early sign' });
      // matrix with a scale in a cell
      const tradeoffs = visitor.card('Trade-off choices');
      await tradeoffs.getByRole('combobox', { name: 'Lean, Speed or tailoring' }).selectOption({ index: 1 });
      // one of
      await visitor.by_mouse(visitor.card('Horizon and end').getByRole('radio', { name: 'A rolling agreement' }));
      // money, per party
      await visitor.write(visitor.field('Nordwagen, EUR million', visitor.card('Most to lose')), '900');
      // percentage, number, date, per party choice, several, long text
      await visitor.sheet(/Structure/);
      await visitor.by_mouse(visitor.card('Information walls').getByRole('checkbox', { name: 'Detailed costs' }));
      await visitor.sheet(/Running it/);
      await visitor.write(visitor.field('Decisions on time, %'), '80');
      await visitor.write(visitor.field('Change response time, business days'), '20');
      await visitor.by_keyboard(visitor.card('Strategy and ownership shifts').getByRole('radio', { name: 'No change' }).first(), 'Space');
      await visitor.write(visitor.field('Exit file check'), '30 Sep 2027');
      await visitor.sheet(/Exit/);
      await visitor.write(visitor.field('Lessons learned'), 'First line\nSecond line');

      const { name, bytes } = await visitor.saved_file();
      assert.match(name, /^\d{4}-\d\d-\d\d_\d{4}_Plant-Übung-电池_v01\.handfast\.json$/);
      visitor.saved = bytes;
      const { profile, parties, answers } = JSON.parse(bytes).design;
      assert.equal(profile.start_date, '2027-07-01');
      assert.equal(parties[1].name, 'Seoul Cell');
      assert.deepEqual(answers['strategy.outcomes'].agreed, ['flexibility', 'software']);
      assert.deepEqual(answers['strategy.metrics'].agreed.rows[0].cells,
        { metric: 'Cost per cell', baseline: 1234.5, date: '2031-12-31', leading: 'leading' });
      assert.deepEqual(answers['strategy.tradeoffs'].agreed.matrix, { speed_custom: { lean: -2 } });
      assert.equal(answers['strategy.horizon'].agreed, 'rolling');
      assert.deepEqual(answers['strategy.exposure'].agreed, { per_party: { p1: 900 } });
      assert.equal(answers['structure.information_walls'].agreed.length, 1);
      assert.equal(answers['running.decision_latency'].agreed, 80);
      assert.equal(answers['running.change_rule'].agreed, 20);
      assert.equal(Object.keys(answers['running.shifts'].agreed.per_party).length, 1);
      assert.equal(answers['running.exit_file'].agreed, '2027-09-30');
      assert.equal(answers['exit.lessons'].agreed, 'First line\nSecond line');
    });

    test('undo takes back one step at a time, redo brings it again', async () => {
      const lessons = visitor.field('Lessons learned');
      await visitor.by_keyboard(visitor.button(/^Undo/));
      assert.equal(await lessons.inputValue(), '');
      await visitor.by_keyboard(visitor.button(/^Redo/));
      assert.equal(await lessons.inputValue(), 'First line\nSecond line');
    });

    test('after a reload everything is there', async () => {
      await visitor.page.reload();
      await visitor.ready();
      assert.equal(await visitor.field('Lessons learned').inputValue(), 'First line\nSecond line');
    });

    test('after the browser was closed the page offers what it held', async () => {
      await visitor.close_browser();
      await visitor.open_browser();
      await visitor.open(where[from]);
      await visitor.by_keyboard(visitor.page.getByRole('button', { name: /^Continue Plant Übung/ }));
      assert.equal(await visitor.field('Lessons learned').inputValue(), 'First line\nSecond line');
    });

    test('a saved file opens in a browser that knows nothing', async () => {
      const path = join(tmpdir(), `handfast-${process.pid}-${from}.handfast.json`);
      await writeFile(path, visitor.saved);
      const other = await Visitor.come();
      try {
        await other.open(where[from]);
        const chooser = other.page.waitForEvent('filechooser');
        await other.by_keyboard(other.page.getByRole('main').getByRole('button', { name: /Open a design/ }));
        await (await chooser).setFiles(path);
        await other.settled();
        const { bytes } = await other.saved_file();
        assert.deepEqual(JSON.parse(bytes).design, JSON.parse(visitor.saved).design);
        assert.equal(JSON.parse(bytes).edition, 2);
      } finally {
        await other.end();
      }
    });

    test('the outline is shown, found by the browser, and taken away', async () => {
      const page = visitor.page;
      await visitor.sheet(/Term outline/);
      const main = page.getByRole('main');
      assert.ok(await main.getByText('[to be agreed:', { exact: false }).count() > 5);
      assert.ok(await main.getByText('Cost per cell').count() > 0);
      assert.equal(await page.evaluate(() => window.find('Cost per cell')), true);
      const files = {};
      for (const name of ['Download as a page', 'Download as Markdown']) {
        const download = page.waitForEvent('download');
        await visitor.by_keyboard(visitor.button(name));
        const file = await download;
        files[name] = await readFile(await file.path(), 'utf8');
      }
      for (const text of Object.values(files)) {
        assert.match(text, /Non-binding outline/);
        assert.match(text, /Cost per cell/);
        assert.match(text, /v0\d/);
      }
    });

    test('it asked the network for nothing and complained of nothing', async () => {
      const foreign = visitor.requests.filter((url) => !url.startsWith('data:') && !url.startsWith('blob:'));
      // The page itself, and from a server its own four files; never anything while it is used.
      const allowed = from === 'file' ? [where.file] : ['', 'handfast.css', 'handfast.js', 'handfast.wasm', 'favicon.ico'].map((name) => where.site + name);
      assert.deepEqual(foreign.filter((url) => !allowed.includes(url.split('#')[0])), []);
      console.log(`${from}: ${foreign.length} requests, all of them for the page itself`);
      assert.deepEqual(visitor.complaints, []);
    });

    test('at rest it draws no frames', async () => {
      await visitor.settled();
      const before = await visitor.page.evaluate(() => window.handfast.frames);
      await visitor.page.waitForTimeout(5000);
      const drawn = await visitor.page.evaluate(() => window.handfast.frames) - before;
      console.log(`${from}: ${drawn} frames in 5 s at rest`);
      assert.equal(drawn, 0);
    });
  });
}
