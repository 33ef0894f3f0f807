// The page as a journey sees it: by role, name and text; and the stage on which journeys are played.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { assertQuiet, fileAddress, launch, open, serve } from './support.mjs';

export const HTTP = 'over http';
export const DISK = 'from the disk';
export const EVERYWHERE = [HTTP, DISK];

/** A browser and a host for the journeys of one file. */
export function stage(hostOptions) {
  const stage = { browser: undefined, host: undefined };
  before(async () => {
    stage.browser = await launch();
    stage.host = await serve({ ...hostOptions, pages: { '/scratch': '<!doctype html><title>scratch</title>', ...hostOptions?.pages } });
  });
  after(async () => {
    await stage.browser?.close();
    await stage.host?.close();
  });

  stage.open = async (place, options) => {
    const address = place === DISK ? fileAddress : stage.host.address;
    const opened = await open(stage.browser, address + (options?.query ?? ''), withoutQuery(options));
    return { ...opened, address, app: new Inspector(opened.page) };
  };

  /** What was copied, read by another page, because this one is not allowed to read the clipboard. */
  stage.clipboard = async (context) => {
    await context.grantPermissions(['clipboard-read']);
    const reader = await context.newPage();
    await reader.goto(`${stage.host.address}scratch`);
    await reader.bringToFront();
    const text = await reader.evaluate(() => navigator.clipboard.readText());
    await reader.close();
    return text;
  };

  /** Opens the page, plays the journey, and asserts that all was quiet. Options as `open` has them, and `places`, `query`. */
  stage.journey = (name, { places = [HTTP], ...options }, play) => {
    for (const place of places) {
      test(`${name}, ${place}`, async (t) => {
        const opened = await stage.open(place, options);
        try {
          await play({ ...opened, t, place });
          await assertQuiet(opened);
        } finally {
          await opened.close();
        }
      });
    }
  };
  return stage;
}

function withoutQuery(options = {}) {
  const { query, ...rest } = options;
  return rest;
}

export class Inspector {
  constructor(page) {
    this.page = page;
    this.box = page.getByRole('textbox', { name: /token/i });
    this.banner = page.getByText('Decoded, not verified', { exact: true });
    this.input = page.getByRole('region', { name: 'What was pasted' });
    this.answer = page.getByRole('region', { name: 'What it says' });
    this.header = page.getByRole('region', { name: /^Header( 1)?$/ });
    this.claims = page.getByRole('region', { name: 'Claims', exact: true });
    this.signature = page.getByRole('region', { name: 'Signature', exact: true });
    this.findings = page.getByRole('region', { name: 'Findings', exact: true });
    this.sentence = this.answer.locator('p.sentence');
    this.progress = this.answer.locator('p.progress');
    this.emptyPage = this.answer.getByText(/^Paste anything that holds a token/);
    this.nothingFound = this.answer.getByText(/^No (token|JSON Web Token)/);
    this.tabs = page.getByRole('tab');
    this.keys = page.getByRole('dialog', { name: 'Keyboard' });
    this.share = page.getByRole('dialog', { name: 'Share this token' });
    this.theme = page.getByRole('combobox', { name: 'Theme' });
    this.marked = page.locator('.box [data-marked]');
  }

  button(name) {
    return this.page.getByRole('button', { name, exact: true });
  }

  /** Opens the dialog, and chooses "Claims, some masked", "All claims" or "The whole token" there. */
  async shareAs(form) {
    await this.button('Share…').click();
    if (form) await this.share.getByRole('radio', { name: form }).check();
  }

  /** "Structure", "Signature" or "Time". */
  verdict(topic) {
    return this.page.locator('.verdicts > div').filter({ has: this.page.locator('dt', { hasText: topic }) }).locator('dd');
  }

  /** "system", "light" or "dark". */
  async chooseTheme(theme) {
    await this.theme.selectOption(theme, { timeout: 5000 });
  }

  /** Opens the menu of what can be copied, and answers its button of this name. */
  async copied(name) {
    const menu = this.page.locator('details.copies');
    if (!(await menu.evaluate((one) => one.open))) await menu.locator('summary').click();
    return menu.getByRole('button', { name, exact: true });
  }

  row(panel, name) {
    return panel.getByRole('listitem').filter({ has: this.page.locator('.name').getByText(name, { exact: true }) });
  }

  /** The identifiers of what the page found, in its order. */
  findingIds() {
    return this.page.locator('[data-finding]').evaluateAll((all) => all.map((one) => one.dataset.finding));
  }

  /** Unfolds all that there is to say of the findings. */
  async unfoldFindings() {
    await this.findings.locator('details').evaluateAll((all) => all.forEach((one) => (one.open = true)));
  }

  /** The marked characters of the text, without what stands between them. */
  async markedText() {
    return (await this.marked.allTextContents()).join('');
  }

  /** The statuses that are read out. */
  async announced() {
    return (await this.page.getByRole('status').allTextContents()).filter(Boolean);
  }

  /** As people paste: through the clipboard and the keyboard, wherever the focus is. */
  async pasteFromClipboard(text) {
    await this.page.context().grantPermissions(['clipboard-write', 'clipboard-read']);
    await this.page.evaluate((pasted) => navigator.clipboard.writeText(pasted), text);
    await this.page.keyboard.press('Control+V');
  }

  /** A paste somewhere on the page, as an event; what was shown before is gone when this ends. */
  async paste(text) {
    await this.page.evaluate(async (pasted) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', pasted);
      document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
      // The page draws in microtasks. Timers and frames may be those of a clock that stands still.
      await new Promise((resolve) => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = resolve;
        port2.postMessage(undefined);
      });
    }, text);
  }

  /** As `paste`, and waits until all of the text was read. */
  async pasteWhole(text) {
    await this.paste(text);
    await this.progress.waitFor({ state: 'detached' });
  }

  /** As `pasteWhole`, and waits for an answer with claims. */
  async read(text) {
    await this.pasteWhole(text);
    await this.claims.waitFor();
  }
}

/** All of it can be seen without scrolling, and nothing lies over its middle. */
export async function assertInView(locator, what) {
  const page = locator.page();
  assert.equal(await locator.count(), 1, `${what}: expected one of it`);
  assert.ok(await locator.isVisible(), `${what} must be visible`);
  const box = await locator.boundingBox();
  const { width, height } = page.viewportSize();
  const inside = box.x >= 0 && box.y >= 0 && box.x + box.width <= width && box.y + box.height <= height;
  assert.ok(inside, `${what} stands at ${JSON.stringify(box)}, outside of ${width}x${height}`);
  const onTop = await locator.evaluate((element) => {
    const { x, y, width, height } = element.getClientRects()[0];
    const hit = document.elementFromPoint(x + width / 2, y + height / 2);
    return hit !== null && (element.contains(hit) || hit.contains(element));
  });
  assert.ok(onTop, `${what} is covered`);
}

/** What the page keeps in its browser, by name; nothing at all is as it should be. */
export async function kept(page, context) {
  const inPage = await page.evaluate(async () => ({
    local: { ...localStorage },
    session: { ...sessionStorage },
    databases: location.protocol === 'file:' ? [] : (await indexedDB.databases()).map((database) => database.name),
    caches: location.protocol === 'file:' ? [] : await caches.keys(),
    cookies: location.protocol === 'file:' ? '' : document.cookie,
  }));
  return { ...inPage, jar: await context.cookies() };
}

export const NOTHING = { local: {}, session: {}, databases: [], caches: [], cookies: '', jar: [] };
