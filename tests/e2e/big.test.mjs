// Large pastes are read without stopping the page; how long its longest task took is printed with each test.

import assert from 'node:assert/strict';

import { EVERYWHERE, stage } from './pages.mjs';
import { EXPIRED_ID_TOKEN, har, longToken } from './tokens.mjs';

const { journey } = stage();

/** Notes tasks that kept the page from answering; browsers report those of 50 ms and more. */
function watchTasks() {
  window.__tasks = [];
  new PerformanceObserver((list) => window.__tasks.push(...list.getEntries().map(({ duration }) => Math.round(duration)))).observe({ entryTypes: ['longtask'] });
}

// The clock is left alone: the page measures its own stretches of work with it.
const options = { before: watchTasks };

/** Pastes in a task of its own, and prints what it cost. */
async function pasteAlone({ page, t, app }, text) {
  await page.evaluate((pasted) => {
    window.__clipboard = new DataTransfer();
    window.__clipboard.setData('text/plain', pasted);
  }, text);
  await page.waitForTimeout(300);
  await page.evaluate(() => {
    window.__tasks.length = 0;
    const start = performance.now();
    setTimeout(() => document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: window.__clipboard, bubbles: true, cancelable: true })));
    const look = () => {
      if (document.querySelector('.verdicts')) window.__answered = performance.now() - start;
      else requestAnimationFrame(look);
    };
    look();
  });
  await app.verdict('Structure').waitFor({ timeout: 60_000 });
  await page.waitForTimeout(300);
  const [tasks, answered] = await page.evaluate(() => [window.__tasks, window.__answered]);
  const longest = Math.max(0, ...tasks);
  t.diagnostic(`${text.length} characters: answered after ${Math.round(answered)} ms; tasks of 50 ms and more: ${tasks.join(', ') || 'none'}`);
  assert.ok(longest < 1000, `a task took ${longest} ms`);
}

journey('a token of a megabyte', { ...options, places: EVERYWHERE }, async ({ page, app, t }) => {
  const token = longToken(1_000_000);
  await pasteAlone({ page, app, t }, token);
  assert.match(await app.input.innerText(), /1\.0 MB, 1 token\b/);
  assert.equal(await app.box.count(), 0, 'it is too long to edit');
  const row = app.row(app.claims, 'iss');
  await row.hover();
  await row.and(page.locator('[data-marked]')).waitFor();
});

journey('a HAR of ten megabytes', { ...options, places: EVERYWHERE }, async ({ page, app, t }) => {
  const text = har(10_000_000, 40);
  const sent = text.split('Bearer ').length - 1;
  await pasteAlone({ page, app, t }, text);
  assert.match(await app.input.innerText(), new RegExp(`40 tokens\\s+in ${sent.toLocaleString('en')} places`));
  const table = page.getByRole('grid', { name: 'Tokens found' });
  await table.locator('[aria-selected=true]').focus();
  await page.keyboard.press('End');
  await app.row(app.claims, 'jti').filter({ hasText: 'request-39' }).waitFor();
});

journey('the page answers while it reads', options, async ({ page, app }) => {
  await app.paste(har(10_000_000, 3));
  await app.chooseTheme('dark');
  assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), 'dark');
  await app.claims.waitFor({ timeout: 60_000 });
});

journey('a later paste wins over one that is still being read', options, async ({ page, app }) => {
  await app.paste(`${' '.repeat(9_000_000)}${longToken(500_000)}`);
  await app.paste(EXPIRED_ID_TOKEN);
  await app.row(app.claims, 'email').waitFor();
  await page.waitForTimeout(2000);
  assert.equal(await app.box.count(), 1, 'the later text is short and stands in the box');
  assert.equal(await app.box.inputValue(), EXPIRED_ID_TOKEN);
  assert.equal(await app.row(app.claims, 'email').count(), 1);
});

journey('a long text dropped as a file is named', options, async ({ page, app }) => {
  await page.getByLabel('File', { exact: true }).setInputFiles({ name: 'session.har', mimeType: 'application/json', buffer: Buffer.from(har(2_000_000, 2)) });
  await app.claims.waitFor({ timeout: 60_000 });
  assert.match(await app.input.innerText(), /session\.har, 2\.\d MB, \d+ tokens/);
  assert.equal(await app.tabs.count(), 2);
});

journey('megabytes without a token end in the note', options, async ({ page, app }) => {
  await app.paste('lorem ipsum dolor. '.repeat(200_000));
  await app.nothingFound.waitFor({ timeout: 60_000 });
  await app.button('Clear').click();
  await app.box.waitFor();
  assert.equal(await app.box.inputValue(), '');
});

journey('typing into a text near the limit of the box stays possible', options, async ({ page, app }) => {
  await app.paste(`${EXPIRED_ID_TOKEN}\n${'word '.repeat(5_000)}`);
  await app.claims.waitFor();
  await app.box.focus();
  await page.keyboard.press('Control+End');
  await page.keyboard.type('hello');
  assert.ok((await app.box.inputValue()).endsWith('hello'));
});
