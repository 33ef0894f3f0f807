// Files and text that are dropped or chosen are read like a paste.

import assert from 'node:assert/strict';
import { appendFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before } from 'node:test';

import { EVERYWHERE, stage } from './pages.mjs';
import { ACCESS_TOKEN, EXPIRED_ID_TOKEN, NOW, TOKEN_RESPONSE, har } from './tokens.mjs';

const { journey } = stage();
const options = { places: EVERYWHERE, date: NOW };

let folder;
let file;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jwt-inspector-'));
  file = join(folder, 'response.json');
  await writeFile(file, TOKEN_RESPONSE);
});

after(() => rm(folder, { recursive: true, force: true }));

/** A drop as the system delivers it, at the middle of an element. */
async function drop(page, target, data) {
  const { x, y, width, height } = await target.boundingBox();
  const browser = await page.context().newCDPSession(page);
  for (const type of ['dragEnter', 'dragOver', 'drop']) {
    await browser.send('Input.dispatchDragEvent', { type, x: x + width / 2, y: y + height / 2, data: { items: [], dragOperationsMask: 1, ...data } });
  }
}

const asText = (text) => ({ items: [{ mimeType: 'text/plain', data: text }] });

async function assertThreeTokens(app) {
  await app.claims.waitFor();
  assert.deepEqual(
    (await app.tabs.allInnerTexts()).map((text) => text.split(/\s/)[0]),
    ['access_token', 'id_token', 'refresh_token'],
  );
}

journey('a file dropped on the page', options, async ({ page, app, address }) => {
  await drop(page, app.answer, { files: [file] });
  await assertThreeTokens(app);
  assert.equal(page.url(), address, 'the browser must not have opened the file');
});

journey('a file dropped on the box', options, async ({ page, app, address }) => {
  await drop(page, app.box, { files: [file] });
  await assertThreeTokens(app);
  assert.equal(page.url(), address);
});

journey('text dropped on the page', options, async ({ page, app, address }) => {
  await drop(page, app.answer, asText(`Bearer ${EXPIRED_ID_TOKEN}`));
  await app.claims.waitFor();
  assert.match(await app.verdict('Time').innerText(), /^.*Expired 3 days ago/);
  assert.equal(await app.box.inputValue(), `Bearer ${EXPIRED_ID_TOKEN}`);
  assert.equal(page.url(), address);
});

journey('text dropped on the box', { date: NOW }, async ({ page, app }) => {
  await drop(page, app.box, asText(ACCESS_TOKEN));
  await app.claims.waitFor();
  assert.equal(await app.box.inputValue(), ACCESS_TOKEN);
});

journey('an address dropped on the page does not lead away', { date: NOW }, async ({ page, app, address }) => {
  await drop(page, app.answer, {
    items: [
      { mimeType: 'text/uri-list', data: 'https://attacker.example/' },
      { mimeType: 'text/plain', data: 'https://attacker.example/' },
    ],
  });
  await page.waitForTimeout(200);
  assert.equal(page.url(), address);
});

journey('a file chosen by its button', options, async ({ page, app }) => {
  const chooser = page.waitForEvent('filechooser');
  await app.button('Open file…').click();
  await (await chooser).setFiles(file);
  await assertThreeTokens(app);
});

journey('the same file chosen again', { date: NOW }, async ({ page, app }) => {
  for (const text of [TOKEN_RESPONSE, EXPIRED_ID_TOKEN]) {
    const again = join(folder, 'again.txt');
    await writeFile(again, text);
    const chooser = page.waitForEvent('filechooser');
    await app.button('Open file…').click();
    await (await chooser).setFiles(again);
    await page.waitForFunction((wanted) => document.querySelector('textarea').value === wanted, text);
  }
  assert.equal(await app.tabs.count(), 0);
  assert.equal(await app.claims.count(), 1);
});

journey('a file that is not UTF-8 throughout is read all the same, and the page says so', { date: NOW }, async ({ page, app }) => {
  const buffer = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(` ${EXPIRED_ID_TOKEN}`)]);
  await page.getByLabel('File', { exact: true }).setInputFiles({ name: 'odd.bin', mimeType: 'text/plain', buffer });
  await app.claims.waitFor();
  assert.ok(await page.getByText('The file is not UTF-8 throughout').isVisible());
});

/** A HAR that is too large to be held, written to the disk; 40 different tokens are sent again and again. */
async function largeHar(megabytes) {
  const path = join(folder, `large-${megabytes}.har`);
  const part = har(10_000_000, 40);
  await writeFile(path, '');
  for (let written = 0; written < megabytes; written += 10) await appendFile(path, part);
  return path;
}

journey('a file that is too large to be held is read in slices', { date: NOW }, async ({ page, app }) => {
  await page.getByLabel('File', { exact: true }).setInputFiles(await largeHar(40));
  const chosen = page.getByRole('grid', { name: 'Tokens found' }).locator('[aria-selected=true]');
  await chosen.waitFor({ timeout: 60_000 });
  const sent = 4 * (har(10_000_000, 40).split('Bearer ').length - 1);
  assert.match(await app.input.innerText(), new RegExp(`40 tokens\\s+in ${sent.toLocaleString('en')} places of large-40\\.har`));
  assert.ok(await page.getByText('only its tokens and the text around them are kept').isVisible());
  await chosen.focus();
  await page.keyboard.press('End');
  await app.row(app.claims, 'jti').filter({ hasText: 'request-39' }).waitFor();
});

journey('reading a large file can be stopped', { date: NOW }, async ({ page, app }) => {
  await page.getByLabel('File', { exact: true }).setInputFiles(await largeHar(200));
  await page.getByText(/^Reading large-200\.har… \d+ %/).waitFor();
  await app.button('Stop').click();
  await app.claims.waitFor({ timeout: 10_000 });
  assert.ok(await page.getByText(/^▲ Reading was stopped: only the first .* MB of 200\.\d MB were read\.$/).isVisible());
});

journey('a large file without a token ends in the note', { date: NOW }, async ({ page, app }) => {
  const path = join(folder, 'plain.log');
  await writeFile(path, 'lorem ipsum dolor. '.repeat(1_000_000));
  await page.getByLabel('File', { exact: true }).setInputFiles(path);
  await app.nothingFound.waitFor({ timeout: 60_000 });
});
