// Opens Handfast in a real Chromium and offers what the suites do with it. Everything is found by role and name.
import { chromium } from 'playwright-core';
import { serve } from '../../../web/serve.mjs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const root = resolve(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '../../..');

const flags = ['--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync'];
// With these Chromium has WebGL2 in software; without them, none. Handfast must not care.
export const software_webgl = ['--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'];

// Where the page comes from: the one file by its path, or the separate files from a server on this machine.
export async function places() {
  const server = await serve(join(root, 'build/web/site'));
  return {
    file: pathToFileURL(join(root, 'build/web/handfast.html')).href,
    site: server.url,
    end: () => server.close(),
  };
}

// A browser with a profile of its own, which outlives its closing until `end`.
export class Visitor {
  static async come({ width = 1280, height = 800, arguments: more = software_webgl, scheme = 'light', density = 1, save_dialog = false, renderer } = {}) {
    const visitor = new Visitor();
    visitor.save_dialog = save_dialog;
    visitor.renderer = renderer;   // 'webgl' or 'cpu' instead of the page's own choice
    visitor.profile = await mkdtemp(join(tmpdir(), 'handfast-'));
    visitor.options = {
      executablePath: process.env.HANDFAST_CHROMIUM || '/usr/bin/chromium',
      args: [...flags, ...more], viewport: { width, height }, colorScheme: scheme, deviceScaleFactor: density,
      acceptDownloads: true,
    };
    await visitor.open_browser();
    return visitor;
  }

  async open_browser() {
    this.browser = await chromium.launchPersistentContext(this.profile, this.options);
    // No test can answer the browser's save dialog: without it the page downloads, or one is played
    // that takes the proposed name and keeps what is written in `saved_by_dialog`.
    await this.browser.addInitScript((played) => {
      window.saved_by_dialog = [];
      window.showSaveFilePicker = played && (async ({ suggestedName: name }) => {
        const writes = { asked: name, contents: [] };
        window.saved_by_dialog.push(writes);
        return { name, createWritable: async () => ({ write: async (blob) => writes.contents.push(await blob.text()), close: async () => {} }) };
      });
    }, this.save_dialog);
    if (this.renderer) await this.browser.addInitScript((renderer) => { globalThis.handfast_test = { renderer }; }, this.renderer);
    this.requests = [];
    this.complaints = [];
  }

  // Opens the page and waits until it can be used.
  async open(address) {
    this.address = address;
    this.page = this.browser.pages()[0] ?? await this.browser.newPage();
    this.page.setDefaultTimeout(8000);
    this.page.on('request', (request) => this.requests.push(request.url()));
    this.page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) this.complaints.push(message.text());
    });
    this.page.on('pageerror', (error) => this.complaints.push(String(error)));
    await this.page.goto(address);
    await this.ready();
    return this.page;
  }

  async ready() {
    await this.page.getByRole('main').getByRole('heading', { level: 1 }).waitFor({ state: 'attached' });
    await this.settled();
  }

  // Nothing more is drawn and everything is kept.
  async settled() {
    await this.page.evaluate(async () => {
      let before = -1;
      for (let round = 0; round < 100 && before !== window.handfast.frames; ++round) {
        before = window.handfast.frames;
        for (let n = 0; n < 2; ++n) await new Promise((drawn) => requestAnimationFrame(drawn));   // what an event just asked for
        await new Promise((done) => setTimeout(done, 60));
      }
    });
  }

  async close_browser() { await this.browser.close(); }

  async end() {
    await this.browser.close();
    await rm(this.profile, { recursive: true, force: true });
  }

  // ---- finding, always by role and name ----
  button(name, within = this.page) { return within.getByRole('button', { name, exact: true }); }
  field(name, within = this.page) { return within.getByRole('textbox', { name }); }
  card(name) { return this.page.getByRole('group', { name, exact: true }); }

  // ---- acting ----
  async by_mouse(locator) {
    await locator.scrollIntoViewIfNeeded();
    await this.settled();
    await locator.click({ force: true });
    await this.settled();
  }
  async by_keyboard(locator, key = 'Enter') {
    await locator.focus();
    await this.page.keyboard.press(key);
    await this.settled();
  }
  async write(locator, text) {
    await locator.fill(text);
    await locator.blur();
    await this.settled();
  }
  async sheet(name) { await this.by_keyboard(this.page.getByRole('navigation').getByRole('button', { name })); }

  // ---- what is saved ----
  // Saves through the page and returns the file that came down.
  async saved_file() {
    const download = this.page.waitForEvent('download');
    await this.by_keyboard(this.button(/^Save/));
    const file = await download;
    await this.settled();
    return { name: file.suggestedFilename(), bytes: await readFile(await file.path(), 'utf8') };
  }
}
