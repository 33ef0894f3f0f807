// From four tokens on there is a table in the place of the text: filtered, sorted, used by keyboard, and fluid with thousands.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';

import { EVERYWHERE, stage } from './pages.mjs';
import { NOW, SECONDS, accessToken, idToken } from './tokens.mjs';

const { journey, clipboard } = stage();

const options = { date: NOW };
const PHONE = { width: 360, height: 740 };

function entry(method, path, sent, status, received = '') {
  return {
    startedDateTime: '2026-11-23T14:59:00.000Z',
    request: { method, url: `https://api.example.com${path}`, headers: sent ? [{ name: 'Authorization', value: `Bearer ${sent}` }] : [] },
    response: { status, content: { text: received } },
  };
}

const har = (entries) => JSON.stringify({ log: { version: '1.2', creator: { name: 'tests' }, entries } });

const EXPIRED = accessToken(SECONDS - 360, { sub: 'ann', jti: 'expired' });
const REFUSED = accessToken(SECONDS + 2880, { sub: 'bob', jti: 'refused' });
const GOOD = accessToken(SECONDS + 600, { sub: 'carol', jti: 'good' });
const NEW = accessToken(SECONDS + 3600, { sub: 'dave', jti: '=1+1' });
const ID = idToken(SECONDS + 7200);

/** Six tokens; two of them were refused. */
const SESSION = har([
  entry('GET', '/orders?customer=7', GOOD, 200),
  entry('GET', '/orders/1', EXPIRED, 401),
  entry('GET', '/orders/2', EXPIRED, 401),
  entry('POST', '/payments', REFUSED, 403),
  entry('POST', '/token', undefined, 200, JSON.stringify({ access_token: NEW, id_token: ID })),
  entry('GET', '/me', accessToken(SECONDS + 60, { sub: 'eve' }), 200),
]);

function thousands(count) {
  const sent = (at) => accessToken(SECONDS + 86_400 + at, { sub: `user-${at}`, jti: `request-${at}` });
  return har(Array.from({ length: count }, (_, at) => entry('GET', `/orders/${at}`, sent(at), at % 100 === 7 ? 401 : 200)));
}

class Table {
  constructor(page) {
    this.page = page;
    this.grid = page.getByRole('grid', { name: 'Tokens found' });
    this.rows = this.grid.locator('[role=row][aria-selected]');
    this.chosen = this.grid.locator('[aria-selected=true]');
    this.filter = page.getByRole('textbox', { name: 'Filter tokens' });
    this.matching = page.locator('.matching');
  }

  async texts() {
    return (await this.rows.allInnerTexts()).map((text) => text.replace(/\s+/g, ' ').trim());
  }

  async subjects() {
    return this.rows.locator('.subject').allInnerTexts();
  }

  facet(name) {
    return this.page.getByRole('group', { name: 'Which tokens' }).getByRole('button', { name });
  }

  sort(name) {
    return this.grid.getByRole('columnheader', { name }).getByRole('button').click();
  }
}

journey('those sent to requests answered 401 or 403 come first, and one is shown', { ...options, places: EVERYWHERE }, async ({ page, app }) => {
  await app.read(SESSION);
  const table = new Table(page);
  assert.deepEqual(await table.texts(), [
    '401 GET /orders/1 access ann login.example.com ✕ expired 6 min ago ×2 2 times',
    '403 POST /payments access bob login.example.com expires in 48 min ×1 1 time',
    '200 GET /orders?customer=… access carol login.example.com expires in 10 min ×1 1 time',
    '200 GET /me access eve login.example.com expires in 1 min ×1 1 time',
    '200 POST /token access dave login.example.com expires in 1 h ×1 1 time',
    '200 POST /token ID Grace accounts.example.com expires in 2 h ×1 1 time',
  ]);
  assert.deepEqual(
    (await table.grid.locator('[data-head]').allInnerTexts()).map((text) => text.trim()),
    ['Sent, answered 401 or 403 · 2 tokens', 'Sent, answered otherwise · 2 tokens', 'Received · 2 tokens'],
  );
  assert.match(await app.row(app.claims, 'jti').innerText(), /expired/);
  assert.ok(await page.getByRole('heading', { name: '6 tokens' }).isVisible());
  assert.match(await app.input.innerText(), /in 7 places/);
  assert.equal(await app.tabs.count(), 0);
});

journey('a press shows the answer of a token', options, async ({ page, app }) => {
  await app.read(SESSION);
  const table = new Table(page);
  await table.rows.filter({ hasText: 'bob' }).click();
  await app.row(app.claims, 'jti').filter({ hasText: 'refused' }).waitFor();
  assert.match(await table.chosen.innerText(), /bob/);
  assert.equal(await table.chosen.count(), 1);
});

journey('arrows, Page, Home and End choose, with one stop for Tab', { ...options, places: EVERYWHERE }, async ({ page, app }) => {
  await app.read(SESSION);
  const table = new Table(page);
  await table.chosen.focus();
  for (const [key, subject] of [
    ['ArrowDown', 'bob'],
    ['ArrowDown', 'carol'],
    ['ArrowUp', 'bob'],
    ['End', 'Grace'],
    ['ArrowDown', 'Grace'],
    ['Home', 'ann'],
    ['PageDown', 'Grace'],
    ['PageUp', 'ann'],
  ]) {
    await page.keyboard.press(key);
    await table.chosen.filter({ hasText: subject }).waitFor();
    assert.match(await page.evaluate(() => document.activeElement.innerText), new RegExp(subject), `the focus goes with ${key}`);
    assert.equal(await table.rows.and(page.locator('[tabindex="0"]')).count(), 1);
  }
  await page.keyboard.press('f');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'token-filter');
});

journey('a filter and parts of the list, with how many match', options, async ({ page, app }) => {
  await app.read(SESSION);
  const table = new Table(page);
  await table.filter.fill('post');
  assert.deepEqual(await table.subjects(), ['bob', 'dave', 'Grace']);
  assert.equal(await table.matching.innerText(), '3 of 6 match.');
  await table.filter.fill('grace@example.com');
  assert.deepEqual(await table.subjects(), ['Grace'], 'values of claims are looked through');
  await table.filter.fill('nobody');
  assert.equal(await table.matching.innerText(), 'No token matches.');
  await table.filter.fill('');
  for (const [name, subjects] of [
    ['401 or 403: 2', ['ann', 'bob']],
    ['Expired 1', ['ann']],
    ['ID 1', ['Grace']],
    ['All 6', ['ann', 'bob', 'carol', 'eve', 'dave', 'Grace']],
  ]) {
    await table.facet(name).click();
    assert.equal(await table.facet(name).getAttribute('aria-pressed'), 'true');
    assert.deepEqual(await table.subjects(), subjects, name);
  }
});

journey('each column sorts both ways', options, async ({ page, app }) => {
  await app.read(SESSION);
  const table = new Table(page);
  for (const [name, first, then] of [
    ['Subject', ['ann', 'bob', 'carol', 'dave', 'eve', 'Grace'], 'Grace'],
    ['Expires', ['ann', 'eve', 'carol', 'bob', 'dave', 'Grace'], 'Grace'],
    ['Count', ['ann', 'carol', 'bob', 'dave', 'Grace', 'eve'], 'carol'],
    ['Address', ['eve', 'ann', 'carol', 'bob', 'dave', 'Grace'], 'dave'],
    ['Issuer', ['Grace', 'carol', 'ann', 'bob', 'dave', 'eve'], 'carol'],
  ]) {
    await table.sort(name);
    assert.deepEqual(await table.subjects(), first, name);
    const before = await table.grid.getByRole('columnheader', { name }).getAttribute('aria-sort');
    await table.sort(name);
    assert.equal((await table.subjects())[0], then, `${name}, the other way round`);
    assert.notEqual(await table.grid.getByRole('columnheader', { name }).getAttribute('aria-sort'), before);
  }
  await table.sort('Status');
  assert.equal((await table.subjects())[0], 'ann');
});

journey('the text comes back, and the table again', options, async ({ page, app }) => {
  await app.read(SESSION);
  const table = new Table(page);
  await app.button('Show text').click();
  assert.equal(await app.box.inputValue(), SESSION);
  assert.equal(await table.grid.count(), 0);
  await app.button('Show table').click();
  await table.grid.waitFor();
  assert.equal(await page.evaluate(() => document.activeElement.getAttribute('aria-selected')), 'true');
  await page.keyboard.press('/');
  await app.box.waitFor();
  assert.equal(await page.evaluate(() => document.activeElement.id), 'box');
});

journey('what is pasted into the box becomes the table, what is typed does not', options, async ({ page, app }) => {
  await app.box.focus();
  await app.pasteFromClipboard([EXPIRED, REFUSED, GOOD, NEW].join('\n'));
  const table = new Table(page);
  await table.grid.waitFor();
  assert.equal(await page.evaluate(() => document.activeElement.getAttribute('aria-selected')), 'true', 'the focus is not lost');
  await app.button('Show text').click();
  await app.box.press('End');
  await page.keyboard.type(' x');
  assert.ok((await app.box.inputValue()).includes(' x'));
  assert.equal(await table.grid.count(), 0);
});

journey('two that were chosen one after the other are compared', options, async ({ page, app }) => {
  await app.read(SESSION);
  const table = new Table(page);
  await table.rows.filter({ hasText: 'bob' }).click();
  await table.chosen.filter({ hasText: 'bob' }).focus();
  await page.keyboard.press('c');
  await page.getByLabel('Two tokens side by side').waitFor();
});

journey('CSV without tokens, and no cell is a formula', options, async ({ page, app, context }) => {
  await app.read(SESSION);
  await app.button('Copy as CSV').click();
  const csv = await clipboard(context);
  const lines = csv.trim().split('\r\n');
  assert.equal(lines.length, 7);
  assert.match(lines[0], /^kind,subject,issuer,audience,issued,expires,state,label,method,address,status,time of request,times seen$/);
  assert.match(lines[1], /^OAuth 2\.0 access token,ann,.*,expired,Authorization header.*,GET,https:\/\/api\.example\.com\/orders\/1,401,2026-11-23T14:59:00\.000Z,2$/);
  assert.ok(!csv.includes('eyJ') && !csv.includes('customer=7'));
  const download = page.waitForEvent('download');
  await app.button('Save as CSV').click();
  const saved = await download;
  assert.equal(saved.suggestedFilename(), 'jwt-inspector-tokens.csv');
  assert.equal(await readFile(await saved.path(), 'utf8'), csv);
});

journey('on a phone it is a list; a tap opens the answer, and there is a way back', { ...options, viewport: PHONE, hasTouch: true }, async ({ page, app }) => {
  await app.pasteWhole(SESSION);
  const table = new Table(page);
  await table.rows.first().waitFor();
  assert.ok(!(await app.claims.isVisible()));
  const { height } = await table.rows.first().boundingBox();
  assert.ok(height >= 44, `a row is ${height} px high`);
  await table.rows.filter({ hasText: 'bob' }).tap();
  await app.claims.waitFor();
  assert.ok(!(await table.grid.isVisible()));
  assert.equal(await page.evaluate(() => document.activeElement.id), 'answer');
  await page.getByRole('button', { name: '6 tokens' }).click();
  await table.rows.first().waitFor();
  assert.match(await page.evaluate(() => document.activeElement.innerText), /bob/);
  assert.ok(!(await app.claims.isVisible()));
});

for (const width of [320, 360, 768, 1280, 1920]) {
  journey(`nothing sticks out at ${width}, and targets are large enough`, { ...options, viewport: { width, height: 800 } }, async ({ page, app }) => {
    await app.pasteWhole(SESSION);
    await new Table(page).rows.first().waitFor();
    assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= width);
    const small = await page.locator('#tokens').locator('button, input, [role=row][aria-selected]').evaluateAll((all) =>
      all.map((one) => [one.innerText || one.id, one.getBoundingClientRect()]).filter(([, box]) => box.height > 0 && box.height < 24).map(([name]) => name),
    );
    assert.deepEqual(small, []);
  });
}

journey('five thousand tokens stay fluid', {}, async ({ page, app, t }) => {
  await page.evaluate(() => {
    window.__tasks = [];
    new PerformanceObserver((list) => window.__tasks.push(...list.getEntries().map(({ duration }) => Math.round(duration)))).observe({ entryTypes: ['longtask'] });
  });
  await app.paste(thousands(5_000));
  const table = new Table(page);
  await table.rows.first().waitFor({ timeout: 60_000 });
  t.diagnostic(`reading: tasks of 50 ms and more: ${(await page.evaluate(() => window.__tasks)).join(', ') || 'none'}`);
  const measure = async (name, act) => {
    await page.waitForTimeout(300);
    await page.evaluate(() => (window.__tasks.length = 0));
    await act();
    await page.waitForTimeout(300);
    const tasks = await page.evaluate(() => window.__tasks);
    t.diagnostic(`${name}: tasks of 50 ms and more: ${tasks.join(', ') || 'none'}`);
    assert.ok(Math.max(0, ...tasks) < 200, `${name} took ${tasks}`);
  };
  assert.equal(await table.grid.getAttribute('aria-rowcount'), '5003');
  await measure('choosing', () => table.rows.nth(3).click());
  await measure('the next', () => page.keyboard.press('ArrowDown'));
  await measure('the last', () => page.keyboard.press('End'));
  await table.chosen.filter({ hasText: '/orders/4999' }).waitFor();
  assert.equal(await table.chosen.getAttribute('aria-rowindex'), '5003');
  assert.ok((await table.rows.count()) < 100, 'only what is near is drawn');
  await measure('the first', () => page.keyboard.press('Home'));
  await table.chosen.filter({ hasText: '/orders/7' }).waitFor();
  await measure('filtering', () => table.filter.fill('user-49'));
  assert.equal(await table.matching.innerText(), '111 of 5,000 match.');
  await measure('filtering no more', () => table.filter.fill(''));
  for (const column of ['Subject', 'Address', 'Expires', 'Count']) await measure(`sorting by ${column}`, () => table.sort(column));
  await measure('three ticks', () => page.waitForTimeout(3_000));
  await measure('scrolling', async () => {
    for (let step = 1; step <= 20; step += 1) {
      await table.grid.locator('.lines').evaluate((lines, top) => lines.scrollTo(0, top), step * 9_000);
      await page.waitForTimeout(30);
    }
  });
  const blank = await table.grid.locator('.lines').evaluate((lines) => {
    const box = lines.getBoundingClientRect();
    return [10, box.height / 2, box.height - 10].filter((at) => !document.elementFromPoint(box.x + 60, box.y + at)?.closest('[role=row]')).length;
  });
  assert.equal(blank, 0, 'rows are drawn where they are in sight');
});
