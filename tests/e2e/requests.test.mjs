// A token from the requests of a HAR file: how it stood when it was sent, and the page as of then.

import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { EVERYWHERE, stage } from './pages.mjs';
import { ACCESS_TOKEN, NOW, SECONDS, accessToken } from './tokens.mjs';

const { journey } = stage();

/** It expired six minutes and forty seconds ago. */
const EXPIRED = accessToken(SECONDS - 400);

/** `at` is in seconds after `NOW`; `written` turns it into text. */
function entry({ path, token, at, status, written = (date) => date.toISOString(), body = '{}' }) {
  return {
    startedDateTime: written(new Date(NOW + at * 1000)),
    request: {
      method: 'GET',
      url: `https://api.example.com${path}`,
      headers: token ? [{ name: 'Authorization', value: `Bearer ${token}` }] : [{ name: 'Accept', value: '*/*' }],
    },
    response: { status, content: { mimeType: 'application/json', text: body } },
  };
}

const har = (...entries) => JSON.stringify({ log: { version: '1.2', creator: { name: 'tests' }, entries } }, null, 1);

const SENT = har(
  entry({ path: '/orders/7', token: EXPIRED, at: -900, status: 200 }),
  entry({ path: '/orders/0?page=2', token: EXPIRED, at: -365, status: 401 }),
  entry({ path: '/orders/1', token: EXPIRED, at: -300, status: 401 }),
);

const line = (page) => page.getByText(/^Found in/);
const strip = (page) => page.getByText(/^Seen as of/);
const another = (page) => page.getByRole('combobox', { name: 'See it as of another request' });
const first = (app) => app.findings.locator('[data-finding]').first();
const EXPLAINED =
  /It had expired 35 seconds before it was sent\. That explains the 401 of GET \/orders\/0\?page=…\. The same holds for 1 more\./;

for (const width of [1280, 360]) {
  journey(`why it was refused, ${width} px wide`, { places: EVERYWHERE, now: NOW, viewport: { width, height: 900 } }, async ({ page, app }) => {
    await app.read(SENT);
    assert.equal(await first(app).getAttribute('data-finding'), 'sent-expired');
    assert.match(await first(app).innerText(), EXPLAINED);
    assert.equal(await line(page).innerText(), 'Found in GET /orders/0?page=…, answered 401, and 2 more.');
    const timeline = page.getByRole('img', { name: /^Times in UTC/ });
    assert.match(await timeline.getAttribute('aria-label'), /expired 23 Nov 2026, 14:53:20 UTC; sent 23 Nov 2026, 14:53:55 UTC; now/);
    assert.match(await app.verdict('Time').innerText(), /Expired 6 minutes ago/);

    await app.button('See it as of this request').click();
    assert.match(await strip(page).innerText(), /^Seen as of 23 Nov 2026, 14:53:55 UTC \(6 minutes ago\), not as of now\.$/);
    assert.match(await app.verdict('Time').innerText(), /Expired 35 seconds ago/);
    assert.match(await first(app).innerText(), EXPLAINED, 'what was so then is so at any time');

    await another(page).selectOption({ index: 1 });
    assert.match(await strip(page).innerText(), /^Seen as of 23 Nov 2026, 14:45:00 UTC/);
    assert.match(await app.verdict('Time').innerText(), /^08:20 left/);
    assert.ok(!(await app.findingIds()).includes('expired'));
    assert.match(await first(app).innerText(), EXPLAINED);

    await app.button('Back to now').click();
    assert.equal(await strip(page).count(), 0);
    assert.match(await app.verdict('Time').innerText(), /Expired 6 minutes ago/);
    assert.equal(await another(page).inputValue(), '');

    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    assert.equal(overflow, 0, 'nothing is wider than the page');
    for (const element of [app.button('See it as of this request'), another(page)]) {
      assert.ok((await element.boundingBox()).height >= 24, 'a target of 24 px');
    }
  });
}

journey('by keyboard, the finding leads to exp', { now: NOW }, async ({ page, app }) => {
  await app.read(SENT);
  await app.button('See it as of this request').focus();
  await page.keyboard.press('Enter');
  await strip(page).waitFor();
  await page.keyboard.press('Tab');
  assert.ok(await another(page).evaluate((element) => element === document.activeElement), 'the choice comes next');
  await page.keyboard.press('ArrowUp');
  await strip(page).filter({ hasText: '14:45:00' }).waitFor();
  await first(app).getByRole('button', { name: 'exp', exact: true }).click();
  assert.notEqual(await app.markedText(), '');
});

journey('any tool writes the time in its own way', { date: NOW }, async ({ page, app }) => {
  const inBerlin = (date) => new Date(date.getTime() + 3600_000).toISOString().replace('Z', '+01:00');
  for (const written of [inBerlin, (date) => date.toISOString().replace('.000', ''), (date) => inBerlin(date).replace('.000', '.5')]) {
    await app.paste(har(entry({ path: '/orders/0?page=2', token: EXPIRED, at: -365, status: 401, written })));
    await first(app).filter({ hasText: /That explains the 401 of GET/ }).waitFor();
    assert.equal(await another(page).count(), 0, 'one request is no choice');
  }
  // Without a zone the instant is not known.
  await app.paste(har(entry({ path: '/a', token: EXPIRED, at: -365, status: 401, written: (date) => date.toISOString().replace('Z', '') })));
  await line(page).filter({ hasText: 'Found in GET /a, answered 401.' }).waitFor();
  assert.ok(!(await app.findingIds()).includes('sent-expired'));
  assert.equal(await app.button('See it as of this request').count(), 0);
});

journey('requests without a token are named', { date: NOW }, async ({ page, app }) => {
  await app.read(har(entry({ path: '/a', token: ACCESS_TOKEN, at: 0, status: 200 }), entry({ path: '/b', at: 0, status: 401 })));
  assert.match(await app.input.innerText(), /GET \/b was answered 401, and was sent without an Authorization header, a cookie or a token/);
  assert.ok(!(await app.findingIds()).some((id) => id.startsWith('sent-')));
  // Nothing of that where no HAR was pasted.
  await app.paste(`GET /b HTTP/1.1\nAuthorization: Bearer ${ACCESS_TOKEN}\n\nHTTP/1.1 401 Unauthorized\n`);
  await page.getByText(/was answered 401/).waitFor({ state: 'detached' });
  assert.equal(await line(page).count(), 0);
});

journey('a HAR from which credentials were left out', { date: NOW }, async ({ app }) => {
  await app.paste(har(entry({ path: '/a', at: 0, status: 200 }), entry({ path: '/b', at: 0, status: 401 })));
  await app.answer.getByText(/GET \/b was answered 401\. No request of this HAR has an Authorization header or a cookie\./).waitFor();
});

journey('a long text, and a file that is too large to be held, say the same', { date: NOW }, async ({ page, app }) => {
  const padded = (bytes) =>
    har(
      entry({ path: '/start', at: -1000, status: 200, body: 'abc.def '.repeat(bytes / 8) }),
      entry({ path: '/orders/7', token: EXPIRED, at: -900, status: 200 }),
      entry({ path: '/orders/0?page=2', token: EXPIRED, at: -365, status: 401 }),
      entry({ path: '/orders/1', token: EXPIRED, at: -300, status: 401 }),
    );
  const folder = await mkdtemp(join(tmpdir(), 'requests-'));
  try {
    for (const bytes of [200_000, 20_000_000]) {
      const path = join(folder, `requests-${bytes}.har`);
      await writeFile(path, padded(bytes));
      await page.getByLabel('File', { exact: true }).setInputFiles(path);
      await app.input.getByText(`requests-${bytes}.har`).first().waitFor();
      await first(app).filter({ hasText: EXPLAINED }).waitFor();
      assert.equal(await line(page).innerText(), 'Found in GET /orders/0?page=…, answered 401, and 2 more.');
      await another(page).selectOption({ index: 1 });
      await app.verdict('Time').filter({ hasText: 'left' }).waitFor();
      await app.button('Back to now').click();
    }
  } finally {
    await rm(folder, { recursive: true });
  }
});
