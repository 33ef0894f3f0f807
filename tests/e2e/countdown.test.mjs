// The page sees by itself that a token expires or begins, at the second, and says so to those who listen.

import assert from 'node:assert/strict';

import { EVERYWHERE, stage } from './pages.mjs';
import { NOW, SECONDS, accessToken, idToken, token } from './tokens.mjs';

const { journey } = stage();

/** Notes every text that a status region takes. */
async function listen(page) {
  await page.evaluate(() => {
    window.__heard = [];
    const hear = () => {
      for (const region of document.querySelectorAll('[role=status]')) {
        const text = region.textContent;
        if (text && window.__heard.at(-1) !== text) window.__heard.push(text);
      }
    };
    for (const region of document.querySelectorAll('[role=status]')) {
      new MutationObserver(hear).observe(region, { childList: true, characterData: true, subtree: true });
    }
  });
}

journey('a countdown passes exp', { places: EVERYWHERE, now: NOW }, async ({ page, app }) => {
  await listen(page);
  await app.read(accessToken(SECONDS + 3));
  const time = app.verdict('Time');
  assert.match(await time.innerText(), /^00:03 left/);
  assert.ok(!(await app.findingIds()).includes('expired'));

  await page.clock.runFor(1000);
  await time.filter({ hasText: '00:02 left' }).waitFor();
  await page.clock.runFor(1000);
  await time.filter({ hasText: '00:01 left' }).waitFor();
  await page.clock.runFor(1000);
  await time.filter({ hasText: /Expired/ }).waitFor();
  assert.ok((await app.findingIds()).includes('expired'));
  assert.match(await app.sentence.innerText(), /expired just now/);

  await page.clock.runFor(5000);
  await time.filter({ hasText: 'Expired 5 seconds ago' }).waitFor();

  const heard = await page.evaluate(() => window.__heard);
  assert.equal(heard.length, 2, `said once on arrival and once on expiry: ${heard.join(' | ')}`);
  assert.match(heard[0], /not expired/);
  assert.match(heard[1], /: expired/);
  assert.match(heard[1], /not verified/);
});

journey('every token of the switcher flips', { now: NOW }, async ({ page, app }) => {
  await app.read(JSON.stringify({ access_token: accessToken(SECONDS + 60), id_token: idToken(SECONDS + 2) }));
  await page.clock.runFor(3000);
  await app.tabs.filter({ hasText: /^id_token\s*expired$/ }).waitFor();
  assert.match(await app.tabs.filter({ hasText: 'access_token' }).innerText(), /not expired/);
});

journey('a token begins to be valid', { now: NOW }, async ({ page, app }) => {
  await app.read(token({ alg: 'HS256' }, { nbf: SECONDS + 2, exp: SECONDS + 60 }));
  assert.match(await app.verdict('Time').innerText(), /Not valid for 00:02/);
  assert.ok((await app.findingIds()).includes('not-yet-valid'));
  await page.clock.runFor(2000);
  await app.verdict('Time').filter({ hasText: '00:58 left' }).waitFor();
  assert.ok(!(await app.findingIds()).includes('not-yet-valid'));
});

journey('a page that comes back from sleep knows the time', { now: NOW }, async ({ page, app }) => {
  await app.read(accessToken(SECONDS + 3));
  // The clock jumps, as it does while a laptop sleeps; no timer ran meanwhile.
  await page.clock.setSystemTime(NOW + 3_600_000);
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await app.verdict('Time').filter({ hasText: 'Expired 59 minutes ago' }).waitFor();
});

const AUCKLAND = { now: NOW, timezoneId: 'Pacific/Auckland' };

journey('times are shown in UTC, in the named local zone and from now', AUCKLAND, async ({ page, app }) => {
  await app.read(accessToken(SECONDS + 724));
  // The name of the zone is asked for when nothing else is to be done.
  await page.clock.runFor(100);
  const exp = await app.row(app.claims, 'exp').innerText();
  assert.match(exp, /2026-11-23 15:12:04 UTC/);
  assert.match(exp, /2026-11-24 04:12:04 Pacific\/Auckland \(\+13:00\)/);
  assert.match(exp, /in 12 minutes/);
});

journey('typing goes on while the clock ticks, and keeps text and caret', { now: NOW }, async ({ page, app }) => {
  const text = `${accessToken(SECONDS + 60)} `;
  await app.box.fill(text);
  await app.box.evaluate((box) => box.setSelectionRange(5, 9));
  await page.clock.runFor(3000);
  assert.equal(await app.box.inputValue(), text);
  assert.deepEqual(await app.box.evaluate((box) => [box.selectionStart, box.selectionEnd]), [5, 9]);
});
