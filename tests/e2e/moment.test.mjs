// The page at another time: yesterday's failing token as it was when it failed, and back to now.

import assert from 'node:assert/strict';

import { EVERYWHERE, stage } from './pages.mjs';
import { EXPIRED_ID_TOKEN, NOW } from './tokens.mjs';

const { journey } = stage();

const strip = (page) => page.getByText(/^Seen as of/);

for (const width of [1280, 360]) {
  journey(`in its last second and back, ${width} px wide`, { places: EVERYWHERE, now: NOW, viewport: { width, height: 800 } }, async ({ page, app }) => {
    await app.read(EXPIRED_ID_TOKEN);
    assert.match(await app.verdict('Time').innerText(), /Expired 3 days ago/);
    assert.equal(await strip(page).count(), 0);

    await page.getByText('See it at another time').click();
    await app.button('Just before expiry').click();
    assert.match(await strip(page).innerText(), /^Seen as of 20 Nov 2026, 12:59:59 UTC \(3 days ago\), not as of now\.$/);
    assert.match(await app.verdict('Time').innerText(), /^00:01 left/);
    assert.match(await app.sentence.innerText(), /expires in 1 second/);
    assert.ok(!(await app.findingIds()).includes('expired'));
    assert.match(await page.locator('svg.timeline').getAttribute('aria-label'), /seen as of 20 Nov 2026, 12:59:59 UTC/);

    // The clock goes on, the page stands still.
    await page.clock.runFor(3000);
    assert.match(await app.verdict('Time').innerText(), /^00:01 left/);

    await app.button('Back to now').click();
    assert.equal(await strip(page).count(), 0);
    assert.match(await app.verdict('Time').innerText(), /Expired 3 days ago/);
    assert.ok((await app.findingIds()).includes('expired'));
  });
}

journey('a time from a log', { now: NOW }, async ({ page, app }) => {
  await app.read(EXPIRED_ID_TOKEN);
  await page.getByText('See it at another time').click();
  const field = page.getByRole('textbox', { name: 'At', exact: true });
  for (const [written, left] of [
    ['2026-11-20T13:30:00+01:00', '30:00 left'],
    ['1795178700', '15:00 left'],
    ['1795179540000', '01:00 left'],
  ]) {
    await field.fill(written);
    await field.press('Enter');
    await app.verdict('Time').filter({ hasText: left }).waitFor();
  }
  await field.fill('last Tuesday');
  await app.button('Show').click();
  assert.match(await page.getByRole('alert').innerText(), /Cannot read last Tuesday; try 2026-11-23 14:00/);
  assert.match(await app.verdict('Time').innerText(), /^01:00 left/, 'what cannot be read changes nothing');

  // The next token is seen at the same time; a cleared page is back to now.
  await app.paste(EXPIRED_ID_TOKEN);
  await strip(page).waitFor();
  await app.button('Clear').click();
  await app.read(EXPIRED_ID_TOKEN);
  assert.equal(await strip(page).count(), 0);
});
