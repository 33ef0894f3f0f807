// On paper stands what the token says, and neither the token itself nor its signature unless that was asked for.

import assert from 'node:assert/strict';

import { stage } from './pages.mjs';
import { EXPIRED_ID_TOKEN, NOW, segments } from './tokens.mjs';

const { journey } = stage();
const { signature } = segments(EXPIRED_ID_TOKEN);
const BEGINNING = signature.slice(0, 20);

/** What is on the paper. */
const paper = (page) => page.evaluate(() => document.body.innerText);

for (const [width, height] of [[1280, 900], [794, 1100], [1920, 1080]]) {
  journey(`a print is clean, from ${width} pixels`, { viewport: { width, height }, date: NOW }, async ({ page, app }) => {
    await app.read(EXPIRED_ID_TOKEN);
    await page.emulateMedia({ media: 'print' });
    const text = await paper(page);
    for (const said of ['Decoded, not verified', 'Structure', 'Findings', 'Claims', 'Header', 'iss', 'Signature']) {
      assert.ok(text.includes(said), `${said} is missing`);
    }
    assert.ok(!text.includes(BEGINNING) && !text.includes('eyJ'), text);
    for (const control of [app.box, app.button('Share…'), app.button('Clear'), page.getByRole('searchbox'), page.getByRole('navigation', { name: 'Outline' }), app.theme]) {
      assert.equal(await control.filter({ visible: true }).count(), 0);
    }
    assert.deepEqual(await page.locator('button').filter({ visible: true }).allInnerTexts(), []);
    const sideways = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(sideways <= 0, `${sideways} pixels stick out`);
  });
}

journey('the token is on the paper where that was asked for, once', { date: NOW, before: () => { window.print = () => { window.__printed = document.querySelector('main').hasAttribute('data-prints-token'); }; } }, async ({ page, app }) => {
  await app.read(EXPIRED_ID_TOKEN);
  await (await app.copied('Print with the token (secret)')).click();
  assert.equal(await page.evaluate(() => window.__printed), true);
  await page.emulateMedia({ media: 'print' });
  const text = await page.evaluate(() => document.querySelector('.backdrop').innerText);
  assert.ok(text.includes(BEGINNING), text);
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await page.waitForFunction(() => !document.querySelector('main').hasAttribute('data-prints-token'));
  assert.ok(!(await paper(page)).includes(BEGINNING));
});
