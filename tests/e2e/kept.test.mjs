// Nothing that was pasted is kept: not in the title, the address, any storage, or the profile on the disk.

import assert from 'node:assert/strict';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';

import { EVERYWHERE, Inspector, NOTHING, kept, stage } from './pages.mjs';
import { fileAddress, launchWithPageCache, launchWithProfile, open } from './support.mjs';
import { EXPIRED_ID_TOKEN, NOW, TOKEN_RESPONSE, segments, token } from './tokens.mjs';

const place = stage();
const { journey } = place;

journey('title, address and storage after a whole visit', { places: EVERYWHERE, date: NOW }, async ({ page, context, app, address }) => {
  await app.box.pressSequentially('Bearer eyJ');
  await app.read(TOKEN_RESPONSE);
  await app.tabs.nth(1).click();
  await app.claims.getByRole('button', { name: 'Exact text' }).click();
  await app.claims.getByRole('button', { name: 'Table' }).click();
  await app.chooseTheme('dark');
  await app.button('Share…').click();
  await app.share.getByRole('button', { name: 'Close' }).click();
  assert.equal(page.url(), address);
  assert.equal(await page.title(), 'JWT Inspector');
  assert.equal(await page.evaluate(() => history.length), 2, 'about:blank and this page');
  assert.equal(await page.evaluate(() => history.state), null);
  assert.deepEqual(await kept(page, context), NOTHING);
});

journey('nothing comes back with the page', { places: EVERYWHERE, date: NOW }, async ({ page, app, address, requests }) => {
  await app.box.fill(EXPIRED_ID_TOKEN);
  await app.claims.waitFor();
  await page.reload();
  await app.emptyPage.waitFor();
  assert.equal(await app.box.inputValue(), '');
  await page.goto('about:blank');
  await page.goBack();
  await app.emptyPage.waitFor();
  assert.equal(await app.box.inputValue(), '');
  assert.equal(page.url(), address);
  requests.splice(1); // the page itself was asked for again, here
});

test('a page that the browser kept whole comes back without what was pasted', async () => {
  const browser = await launchWithPageCache();
  try {
    const opened = await open(browser, place.host.address, { date: NOW });
    const { page } = opened;
    const app = new Inspector(page);
    await app.box.fill(EXPIRED_ID_TOKEN);
    await app.claims.waitFor();
    await page.evaluate(() => {
      window.wasKept = true;
      addEventListener('pageshow', (event) => (window.cameBack = event.persisted));
    });
    await page.goto(`${place.host.address}scratch`);
    // A page from the page cache is not loaded again.
    await page.goBack({ waitUntil: 'commit' });
    await app.emptyPage.waitFor();
    assert.equal(await page.evaluate(() => window.wasKept && window.cameBack), true, 'the page cache is on');
    assert.equal(await app.box.inputValue(), '');
    assert.equal(await app.claims.count(), 0);
    const { payload } = segments(EXPIRED_ID_TOKEN);
    assert.ok(!(await page.content()).includes(payload.slice(0, 24)));
    await opened.close();
  } finally {
    await browser.close();
  }
});

journey('what was cleared comes back for thirty seconds, and then it is gone', { places: EVERYWHERE, date: NOW }, async ({ page, app, address }) => {
  await app.read(TOKEN_RESPONSE);
  await app.tabs.nth(1).click();
  const wasChosen = await app.tabs.nth(1).innerText();
  await app.button('Clear').click();
  await app.emptyPage.waitFor();
  assert.deepEqual(await app.announced(), ['Cleared. Undo']);
  const { payload } = segments(EXPIRED_ID_TOKEN);
  assert.ok(!(await page.content()).includes(payload.slice(0, 24)), 'nothing of it stands in the document');
  await app.button('Undo').click();
  await app.claims.waitFor();
  assert.equal(await app.box.inputValue(), TOKEN_RESPONSE);
  assert.equal(await page.getByRole('tab', { selected: true }).innerText(), wasChosen);
  assert.equal(await app.button('Undo').count(), 0);

  await app.button('Clear').click();
  await page.keyboard.press('Control+Z');
  await app.claims.waitFor();
  assert.equal(await app.box.inputValue(), TOKEN_RESPONSE, 'by the keyboard too');

  await app.button('Clear').click();
  await page.clock.setFixedTime(NOW + 31_000);
  await app.button('Undo').waitFor({ state: 'detached' });
  await page.keyboard.press('Control+Z');
  assert.equal(await app.box.inputValue(), '');
  assert.equal(page.url(), address);
});

journey('a paste, a link, a file and an example lead back to the text that was there', { date: NOW }, async ({ page, app }) => {
  const other = token({ alg: 'HS256' }, { sub: 'other' });
  const back = app.button('Back to your text');
  await app.read(EXPIRED_ID_TOKEN);
  await app.read(other);
  await back.click();
  await app.row(app.claims, 'email').waitFor();
  assert.equal(await app.box.inputValue(), EXPIRED_ID_TOKEN);
  await back.click();
  await app.row(app.claims, 'sub').filter({ hasText: 'other' }).waitFor();

  await page.getByLabel('File', { exact: true }).setInputFiles({ name: 'token.txt', mimeType: 'text/plain', buffer: Buffer.from(EXPIRED_ID_TOKEN) });
  await app.row(app.claims, 'email').waitFor();
  await back.click();
  await app.row(app.claims, 'sub').filter({ hasText: 'other' }).waitFor();

  await page.locator('summary', { hasText: 'Examples' }).click();
  await page.locator('.menu li button').first().click();
  await app.row(app.claims, 'email').waitFor();
  await app.button('Back to your own text').click();
  await app.row(app.claims, 'sub').filter({ hasText: 'other' }).waitFor();
  assert.equal(await app.box.inputValue(), other);
});

journey('what is kept is forgotten when the page is left', { date: NOW }, async ({ page, app }) => {
  await app.read(EXPIRED_ID_TOKEN);
  await app.button('Clear').click();
  await app.button('Undo').waitFor();
  await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true })));
  await app.button('Undo').waitFor({ state: 'detached' });
  assert.equal(await app.box.inputValue(), '');
});

/** HARDENING section 6. */
const PROTECTION = {
  autocomplete: 'off',
  autocorrect: 'off',
  autocapitalize: 'off',
  spellcheck: 'false',
  writingsuggestions: 'false',
  translate: 'no',
  'data-gramm': 'false',
  'data-gramm_editor': 'false',
  'data-enable-grammarly': 'false',
  'data-1p-ignore': '',
  'data-lpignore': 'true',
  'data-bwignore': '',
  inputmode: 'text',
};

journey('the box is protected, also after it was away', { places: EVERYWHERE, date: NOW }, async ({ page, app }) => {
  const assertProtected = async (when) => {
    const attributes = await app.box.evaluate((box) => Object.fromEntries([...box.attributes].map(({ name, value }) => [name, value])));
    for (const [name, value] of Object.entries(PROTECTION)) assert.equal(attributes[name], value, `${name} ${when}`);
    assert.match(attributes.class, /\bnotranslate\b/);
    assert.ok(attributes['aria-label']);
    assert.equal(await page.locator('form').count(), 0, 'no form that could be sent or remembered');
  };
  await assertProtected('at first');
  await app.read(token({ alg: 'HS256' }, { long: 'x'.repeat(40_000) }));
  assert.equal(await app.box.count(), 0, 'a long text is not in a box');
  await app.button('Clear').click();
  await app.box.waitFor();
  await assertProtected('after a long text stood in its place');
  await app.read(EXPIRED_ID_TOKEN);
  await assertProtected('with a token');
});

journey('browsers and extensions are asked to keep nothing of any field', { date: NOW }, async ({ page, app }) => {
  await app.read(EXPIRED_ID_TOKEN);
  assert.equal(await page.locator('[contenteditable]').count(), 0);
  const fields = page.locator('textarea, input:not([type=file])');
  assert.equal(await fields.count(), 4, 'the box, the field for another time, the filter and the key box');
  for (const field of await fields.all()) {
    for (const [name, value] of Object.entries({ autocomplete: 'off', spellcheck: 'false', writingsuggestions: 'false', autocorrect: 'off', 'data-gramm': 'false' })) {
      assert.equal(await field.getAttribute(name), value, name);
    }
  }
  assert.equal(await page.evaluate(() => document.documentElement.translate), false);
});

/** The files below `folder` that hold `text`, as UTF-8 or UTF-16. */
async function filesWith(folder, text) {
  const needles = [Buffer.from(text), Buffer.from(text, 'utf16le')];
  const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  const found = [];
  for (const file of files) {
    const path = join(file.parentPath ?? file.path, file.name);
    const content = await readFile(path).catch(() => Buffer.alloc(0));
    if (needles.some((needle) => content.includes(needle))) found.push(path.slice(folder.length));
  }
  return found;
}

for (const where of EVERYWHERE) {
  test(`the profile on the disk holds nothing that was typed or pasted, ${where}`, async () => {
    const folder = await mkdtemp(join(tmpdir(), 'jwt-inspector-profile-'));
    try {
      const address = where === EVERYWHERE[0] ? place.host.address : fileAddress;
      const typed = token({ alg: 'HS256' }, { sub: 'typed by hand', secret: 'kept nowhere at all' });
      const context = await launchWithProfile(folder);
      const page = await context.newPage();
      await page.goto(`${address}#marker-of-this-test`);
      const app = new Inspector(page);
      await app.box.pressSequentially(typed);
      await app.claims.waitFor();
      await page.waitForTimeout(2500); // browsers note what is in a field after a while
      await app.read(EXPIRED_ID_TOKEN);
      await app.chooseTheme('dark');
      await page.waitForTimeout(2500);
      await context.close();

      assert.notDeepEqual(await filesWith(folder, 'marker-of-this-test'), [], 'the search must find what the browser does keep');
      for (const pasted of [typed, EXPIRED_ID_TOKEN]) {
        const { payload } = segments(pasted);
        for (const piece of [payload.slice(0, 24), payload.slice(-24)]) assert.deepEqual(await filesWith(folder, piece), []);
      }
      for (const text of ['kept nowhere at all', 'grace@example.com']) assert.deepEqual(await filesWith(folder, text), []);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
}
