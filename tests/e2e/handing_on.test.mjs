// Handing a token on: redacted links and reports, values hidden on the screen, the page saved, everything cleared.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';

import { DISK, EVERYWHERE, HTTP, stage } from './pages.mjs';
import { DIST } from './support.mjs';
import { NOW, SECONDS, base64url, segments, token } from './tokens.mjs';

const on = stage();
const { journey, clipboard } = on;

/** Opens a link that was copied, in a browser that knows nothing of it. */
async function opened(place, address, link) {
  assert.ok(link.startsWith(`${address}#`), link);
  const there = await on.open(place, { hash: link.slice(address.length), now: NOW });
  await there.app.claims.waitFor();
  return there;
}

const CLAIMS = { iss: 'https://login.example.com', sub: 'grace-17', email: 'grace@example.com', scope: 'read write', iat: SECONDS - 60, exp: SECONDS + 3600 };
const TOKEN = token({ alg: 'RS256', kid: 'k1' }, CLAIMS, 256);
const MASK = 'redacted by the sender';

for (const width of [1280, 360]) {
  journey(`a redacted link, ${width} px wide`, { places: EVERYWHERE, now: NOW, viewport: { width, height: 800 } }, async ({ page, app, context, address, place }) => {
    await app.read(TOKEN);
    await app.button('Share…').click();
    const mask = (name) => app.share.getByRole('button', { name, exact: true });
    assert.equal(await mask('email').getAttribute('aria-pressed'), 'true', 'suggested');
    assert.equal(await mask('scope').getAttribute('aria-pressed'), 'false');
    await mask('sub').click();
    await mask('scope').click();
    const shown = app.share.getByRole('group', { name: 'What the reader gets' });
    const left = { ...CLAIMS, email: MASK, scope: MASK };
    assert.deepEqual(JSON.parse(await shown.innerText()), left);
    const { scrollWidth, clientWidth } = await app.share.evaluate((dialog) => dialog);
    assert.equal(scrollWidth, clientWidth);

    await app.button('Copy link').click();
    await app.share.getByRole('status').filter({ hasText: 'Link copied.' }).waitFor();
    const link = await clipboard(context);
    assert.equal(link, `${address}#token=${segments(TOKEN).header}.${base64url(JSON.stringify(left))}.&signature=left-out&claims=redacted`);
    for (const secret of [segments(TOKEN).signature, base64url('grace@example.com'), 'grace%40', 'read write']) assert.ok(!link.includes(secret));
    const said = await app.share.getByRole('status').innerText();
    assert.equal(said, `Link copied. ${link.length} characters, no signature, 2 claims masked. Whoever opens it sees “Decoded, not verified”.`);

    const there = await opened(place, address, link);
    assert.match(await there.app.input.innerText(), /Redacted by the sender, as the link says: 2 values in it\./);
    assert.match(await there.app.row(there.app.claims, 'email').innerText(), /redacted by the sender/);
    assert.match(await there.app.verdict('Signature').innerText(), /Left out by the sender/);
    const found = await there.app.findingIds();
    assert.ok(!found.some((id) => /email|scope|signature-missing/.test(id)), `${found}`);
    await there.close();
  });
}

journey('masks: suggested, all, none, and what is masked too', { now: NOW }, async ({ app }) => {
  const claims = { ...CLAIMS, by: { account: 'grace-17' }, address: { country: 'DE' }, regions: ['DE'], pay: [{ iban: 'DE89370400440532013000' }] };
  await app.read(token({ alg: 'RS256' }, claims, 256));
  await app.shareAs();
  const pressed = () => app.share.locator('.masks [aria-pressed=true]').allInnerTexts();
  const choice = (name) => app.share.getByRole('button', { name, exact: true });
  assert.deepEqual(await pressed(), ['sub', 'email', 'address', 'pay']);
  assert.equal(await choice('Suggested (4)').getAttribute('aria-pressed'), 'true');
  assert.match(await app.share.innerText(), /Also masked \(same value\): by\/account\./);
  assert.ok((await app.share.locator('.preview').innerText()).includes('"regions": ["DE"]'), 'short values inside are not looked for');
  await choice('All (10)').press('Enter');
  assert.equal((await pressed()).length, 10);
  assert.equal(await choice('Suggested (4)').getAttribute('aria-pressed'), 'false');
  await choice('None').press('Enter');
  assert.deepEqual(await pressed(), []);
  assert.match(await app.share.innerText(), /no signature, no claim masked\./);
  await app.share.getByRole('button', { name: 'scope', exact: true }).press('Space');
  assert.deepEqual(await pressed(), ['scope']);
});

for (const [width, height] of [[1280, 900], [360, 740], [320, 640]]) {
  journey(`the share dialog and its buttons, ${width} by ${height}`, { now: NOW, viewport: { width, height } }, async ({ app }) => {
    const many = Object.fromEntries(Array.from({ length: 40 }, (_, at) => [`a_claim_${at}`, `value number ${at}`]));
    await app.read(token({ alg: 'RS256' }, { ...CLAIMS, ...many }, 256));
    await app.shareAs();
    const size = await app.share.evaluate(({ scrollWidth, clientWidth, scrollHeight, clientHeight }) => ({ scrollWidth, clientWidth, scrollHeight, clientHeight }));
    assert.equal(size.scrollWidth, size.clientWidth);
    if (width === 1280) assert.equal(size.scrollHeight, size.clientHeight, 'only the preview scrolls');
    for (const name of ['Copy link', 'Copy report for a ticket', 'Save as JSON', 'Copy as JSON']) {
      const { y, height: tall } = await app.button(name).boundingBox();
      assert.ok(y >= 0 && y + tall <= height, `${name} is in sight: ${y}`);
    }
  });
}

journey('a redacted time raises no finding', { now: NOW }, async ({ page, app, context, address }) => {
  await app.read(TOKEN);
  await app.button('Share…').click();
  await app.share.getByRole('button', { name: 'exp', exact: true }).click();
  await app.button('Copy link').click();
  await app.share.getByRole('status').filter({ hasText: 'Link copied.' }).waitFor();
  const there = await opened(HTTP, address, await clipboard(context));
  const found = await there.app.findingIds();
  assert.ok(!found.some((id) => id.startsWith('exp')), `${found}`);
  await there.close();
});

journey('reports in Markdown, whole and redacted', { now: NOW }, async ({ page, app, context }) => {
  await app.read(TOKEN);
  await app.shareAs('All claims');
  await app.button('Copy report for a ticket').click();
  await page.getByRole('status').filter({ hasText: 'Copied the report' }).waitFor();
  const whole = await clipboard(context);
  assert.match(whole, /^## .*decoded, not verified/);
  assert.match(whole, /\| `email` \| `"grace@example.com"` \|/);
  assert.ok(!whole.includes(segments(TOKEN).signature));
  await app.share.getByRole('radio', { name: 'Claims, some masked' }).check();
  await page.bringToFront();
  await app.button('Copy report for a ticket').click();
  await page.getByRole('status').filter({ hasText: 'Copied the redacted report' }).waitFor();
  const redacted = await clipboard(context);
  assert.match(redacted, /\| `email` \| `"redacted by the sender"` \|/);
  assert.ok(!redacted.includes('grace'), redacted);
  assert.match(redacted, /`RS256`, 256 bytes, not verified/);
});

journey('a link that is too long gives way to the text', { now: NOW }, async ({ page, app, context }) => {
  const claims = { ...CLAIMS, groups: Array.from({ length: 600 }, (_, at) => `group number ${at}`) };
  const long = token({ alg: 'RS256' }, claims, 256);
  await app.read(long);
  await app.shareAs('All claims');
  assert.match(await app.share.innerText(), /A link would have \d+ characters, more than most programs carry/);
  assert.equal(await app.button('Copy link').count(), 0);
  await app.share.getByRole('button', { name: 'Copy text', exact: true }).click();
  await app.share.getByRole('status').filter({ hasText: 'Text copied.' }).waitFor();
  const { header, payload } = segments(long);
  assert.equal(await clipboard(context), `${header}.${payload}.`);
});

journey('one key hides values and shows them again', { places: EVERYWHERE, now: NOW }, async ({ page, app }) => {
  await app.read(TOKEN);
  /** Texts of the page that say one of these and can be read on the screen. */
  const readable = () =>
    page.evaluate((secrets) => {
      const nodes = document.createTreeWalker(document.querySelector('#app'), NodeFilter.SHOW_TEXT);
      const found = [];
      while (nodes.nextNode()) {
        const { data, parentElement } = nodes.currentNode;
        const style = getComputedStyle(parentElement);
        const isSeen = parentElement.getClientRects().length > 0 && style.webkitTextSecurity !== 'disc';
        if (isSeen && secrets.some((secret) => data.includes(secret))) found.push(data);
      }
      for (const box of document.querySelectorAll('#app textarea')) {
        if (getComputedStyle(box).webkitTextSecurity !== 'disc') found.push('a box');
      }
      return found;
    }, ['grace', 'login.example.com', 'read write', ...Object.values(segments(TOKEN)).map((segment) => segment.slice(0, 12))]);
  assert.ok((await readable()).length > 3);
  await page.locator('body').click({ position: { x: 2, y: 2 } });
  await page.keyboard.press('h');
  assert.deepEqual(await readable(), []);
  await app.claims.getByRole('button', { name: 'Exact text' }).click();
  assert.deepEqual(await readable(), []);
  await app.button('Share…').click();
  assert.deepEqual(await readable(), []);
  await page.keyboard.press('Escape');
  assert.equal(await app.box.inputValue(), TOKEN, 'Escape closed the dialog alone');
  // Two tokens side by side, and a second box.
  await app.button('Compare…').click();
  await page.locator('.second textarea').fill(token({ alg: 'RS256', kid: 'k1' }, { ...CLAIMS, email: 'grace.hopper@example.com' }, 256));
  await page.locator('.diff').first().waitFor();
  assert.deepEqual(await readable(), []);
  await page.getByRole('button', { name: /^‹ Back to/ }).click();
  await app.button('Show values').click();
  assert.ok((await readable()).length > 3);
});

journey('Clear empties the page', { places: EVERYWHERE, now: NOW }, async ({ page, app }) => {
  await app.read(TOKEN);
  await app.button('Clear').click();
  assert.equal(await app.box.inputValue(), '');
  await app.claims.waitFor({ state: 'detached' });
  assert.ok(await app.box.evaluate((box) => box === document.activeElement), 'ready for the next one');
  const left = await page.evaluate(() => document.documentElement.outerHTML);
  for (const secret of ['grace-17', 'https://login.example.com', segments(TOKEN).payload, segments(TOKEN).signature]) assert.ok(!left.includes(secret), secret);
});

journey('what was cleared is gone after half a minute', { now: NOW }, async ({ page, app }) => {
  await app.read(TOKEN);
  await app.button('Clear').click();
  await app.claims.waitFor({ state: 'detached' });
  await page.clock.runFor(32_000);
  for (const keys of ['Control+Z', 'Control+Z', 'Control+Shift+Z', 'Control+Shift+Z', 'Control+Y']) {
    await page.keyboard.press(keys);
    assert.equal(await app.box.inputValue(), '', keys);
  }
});

journey('the page saves itself, byte for byte', { places: [HTTP], now: NOW }, async ({ page, app, requests }) => {
  await app.read(TOKEN);
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: /Save this page/ }).click();
  const saved = await download;
  assert.equal(saved.suggestedFilename(), 'jwt-inspector.html');
  assert.ok((await readFile(await saved.path())).equals(await readFile(`${DIST}/index.html`)));
  assert.equal(await app.box.inputValue(), TOKEN, 'the page stays as it is');
});

journey('a saved page knows that it is one', { places: [DISK], now: NOW }, async ({ page }) => {
  assert.equal(await page.getByRole('link', { name: /Save this page/ }).count(), 0);
  await page.getByText('This page is a file already').waitFor();
});

journey('the foot says which version this is', { now: NOW }, async ({ page }) => {
  assert.match(await page.locator('.foot').innerText(), /JWT Inspector \d+\.\d+\.\d+ \([0-9a-f]{7,}\+?\)/);
});
