// The start: something is seen at once, what is done before the app is there is not lost, and what keeps it from
// starting is said.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, test } from 'node:test';

import { EVERYWHERE, Inspector, stage } from './pages.mjs';
import { DIST, assertQuiet, open, serve } from './support.mjs';
import { EXPIRED_ID_TOKEN, NOW } from './tokens.mjs';

const hosts = stage();
const { journey } = hosts;
const file = () => readFile(`${DIST}/index.html`, 'utf8');
const CHUNK = /<script type="application\/octet-stream" data-block="app">[^<]*<\/script>\n/g;

/** Opens a page of which only the beginning has arrived. `arrive` lets the rest come. */
async function openInParts(beginning, rest, { hash = '', ...options } = {}) {
  let arrive;
  const arrived = new Promise((done) => (arrive = done));
  const slow = async (response) => {
    response.write(beginning);
    await arrived;
    response.end(rest);
  };
  const host = await serve({ withHeaders: false, pages: { '/slow': slow } });
  const opened = await open(hosts.browser, `${host.address}slow${hash}`, { mounted: false, waitUntil: 'commit', ...options });
  const close = async () => {
    await opened.close();
    await host.close();
  };
  const hasStarted = () => opened.page.waitForSelector('#app:not([aria-busy]) > *');
  return { ...opened, app: new Inspector(opened.page), arrive, hasStarted, close };
}

/** The same with the rest from the third chunk of the app on. */
async function openHalfway(options) {
  const html = await file();
  const cut = [...html.matchAll(CHUNK)][3].index;
  return openInParts(html.slice(0, cut), html.slice(cut), options);
}

describe('before the app is there', () => {
  test('the empty page is seen, and nothing moves when the app takes its place', async () => {
    const { page, arrive, hasStarted, close, ...opened } = await openHalfway();
    await page.getByText('Paste anything that holds a token.').waitFor();
    assert.equal(await page.locator('#app[aria-busy]').count(), 1);
    const places = () =>
      page.evaluate(() =>
        [...document.querySelectorAll('#app :is(h1, h2, button, summary, select, textarea, dt, dd, .sentence)')]
          .filter((element) => !element.closest('.foot') && element.checkVisibility())
          .map((element) => {
            const { x, y, width, height } = element.getBoundingClientRect();
            return `${element.tagName} ${element.textContent.trim().slice(0, 30)} ${[x, y, width, height].map(Math.round)}`;
          }),
      );
    const before = await places();
    arrive();
    await hasStarted();
    assert.deepEqual(await places(), before);
    assert.ok(before.length > 15, `${before.length} things were compared`);
    await assertQuiet({ page, ...opened });
    await close();
  });

  test('what is typed is read by the app, and the caret stays', async () => {
    const { page, app, arrive, hasStarted, close } = await openHalfway({ date: NOW });
    await app.box.focus();
    await page.keyboard.insertText(EXPIRED_ID_TOKEN);
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('ArrowRight');
    arrive();
    await hasStarted();
    await app.claims.waitFor();
    assert.equal(await app.box.inputValue(), EXPIRED_ID_TOKEN);
    assert.deepEqual(await app.box.evaluate((box) => [document.activeElement === box, box.selectionStart]), [true, 1]);
    await close();
  });

  test('what is pasted beside the box is read by the app', async () => {
    const { app, arrive, hasStarted, close } = await openHalfway({ date: NOW });
    await app.box.waitFor();
    await app.paste(EXPIRED_ID_TOKEN);
    arrive();
    await hasStarted();
    await app.row(app.claims, 'email').waitFor();
    await close();
  });

  test('a link does not show the empty page first', async () => {
    const { page, app, arrive, hasStarted, close } = await openHalfway({ date: NOW, hash: `#token=${EXPIRED_ID_TOKEN}` });
    await app.box.waitFor();
    assert.ok(!(await page.getByText('Paste anything that holds a token.').isVisible()));
    assert.ok(!page.url().includes('#'), 'the token has left the address already');
    arrive();
    await hasStarted();
    assert.match(await app.verdict('Time').innerText(), /Expired/);
    await close();
  });

  test('the app does not wait for what stands behind its block', async () => {
    const html = await file();
    const end = '<template data-end-of="app"></template>\n';
    const beginning = `${html.slice(0, html.indexOf(end))}${end}<script type="application/octet-stream" data-block="later">AAAA`;
    const opened = await openInParts(beginning, '</script></body></html>', { hash: `#token=${EXPIRED_ID_TOKEN}`, date: NOW });
    await opened.app.claims.waitFor();
    assert.equal(await opened.page.evaluate(() => document.readyState), 'loading');
    opened.arrive();
    await opened.close();
  });
});

journey('bytes are taken out of base64 in older browsers too', { places: EVERYWHERE, before: () => delete Uint8Array.fromBase64 }, async ({ app }) => {
  await app.read(EXPIRED_ID_TOKEN);
});

journey('idle time is not needed', { before: () => delete window.requestIdleCallback, timezoneId: 'Europe/Berlin', date: NOW }, async ({ app }) => {
  await app.read(EXPIRED_ID_TOKEN);
  await app.row(app.claims, 'exp').getByText('Europe/Berlin').waitFor();
});

describe('says why it does not start', () => {
  let bare;
  const pages = { '/frame': '<!doctype html><title>frame</title><iframe src="/"></iframe>' };
  before(async () => {
    const html = await file();
    const chunks = [...html.matchAll(CHUNK)];
    assert.ok(chunks.length > 10, `${chunks.length} chunks`);
    const [first, second] = chunks;
    pages['/cut'] = html.slice(0, second.index + 2000);
    pages['/missing'] = html.replace(second[0], '');
    pages['/damaged'] = html.slice(0, second.index + 5000) + 'AAAAAAAA' + html.slice(second.index + 5008);
    pages['/no-base64'] = html.replace(first[0], first[0].replace(/[^>]{3}<\/script>/, '!!!</script>'));
    // Headers alone would keep the frame empty.
    bare = await serve({ withHeaders: false, pages });
  });
  after(() => bare.close());

  const sentence = async (page, text) => {
    await page.waitForFunction((wanted) => document.body.innerText.includes(wanted), text, { timeout: 5000 });
    assert.equal(await page.locator('#app').count(), 0, 'the sentence stands in the place of the app');
    assert.match(await page.locator('body').innerText(), /^JWT Inspector [^\n]*\n*$/, 'and nothing else');
  };

  test('inside another page', async () => {
    const { page, close } = await open(hosts.browser, `${bare.address}frame`, { mounted: false });
    await sentence(page.frames()[1], 'does not run inside another page');
    await close();
  });

  test('and with headers not even that much is shown there', async () => {
    const host = await serve({ pages });
    const { page, close } = await open(hosts.browser, `${host.address}frame`, { mounted: false });
    await page.waitForTimeout(200);
    const shown = await page.frames()[1].evaluate(() => document.body?.innerText ?? '').catch(() => '');
    assert.ok(!shown.includes('JWT'), shown);
    await close();
    await host.close();
  });

  const OLD = {
    'without WebAssembly': [() => delete window.WebAssembly, 'needs WebAssembly'],
    'without DecompressionStream': [() => delete window.DecompressionStream, 'needs a newer browser'],
    'without compiling from a stream': [() => delete WebAssembly.compileStreaming, 'needs a newer browser'],
    'when WebAssembly fails': [
      () => (WebAssembly.compileStreaming = () => Promise.reject(new WebAssembly.CompileError('for a test'))),
      'could not start in this browser (CompileError)',
    ],
  };
  for (const [name, [before, text]] of Object.entries(OLD)) {
    test(name, async () => {
      const opened = await open(hosts.browser, hosts.host.address, { mounted: false, before });
      await sentence(opened.page, text);
      await assertQuiet(opened);
      await opened.close();
    });
  }

  const DAMAGED = {
    cut: 'not whole',
    missing: 'damaged',
    damaged: 'damaged',
    'no-base64': 'damaged',
  };
  for (const [name, text] of Object.entries(DAMAGED)) {
    test(`when the file is ${name}`, async () => {
      const opened = await open(hosts.browser, `${bare.address}${name}`, { mounted: false });
      await sentence(opened.page, text);
      await assertQuiet(opened);
      await opened.close();
    });
  }

  test('without JavaScript', async () => {
    const { page, close } = await open(hosts.browser, hosts.host.address, { javaScriptEnabled: false });
    assert.match(await page.locator('noscript').innerText(), /needs JavaScript and WebAssembly/);
    assert.ok(!(await page.locator('#app').isVisible()), 'nothing is offered that cannot work');
    await close();
  });
});
