// The second block, which checks signatures: it costs the start nothing, and what is wrong with it is said.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, test } from 'node:test';

import { EVERYWHERE, Inspector, stage } from './pages.mjs';
import { DIST, assertQuiet, open, serve } from './support.mjs';
import { EXPIRED_ID_TOKEN, NOW } from './tokens.mjs';

const hosts = stage();
const { journey } = hosts;
const file = () => readFile(`${DIST}/index.html`, 'utf8');
const CHUNK = /<script type="application\/octet-stream" data-block="crypto">[^<]*<\/script>\n/g;

/** RFC 7515 appendix A.1. */
const HS256 = 'eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ.dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';
const HS256_KEY = '{"kty":"oct","k":"AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow"}';

/** What the block answers, and how long that took in milliseconds. */
const ask = (page, token, keys) =>
  page.evaluate(
    async (request) => {
      const began = performance.now();
      const { begin, advance } = await window.openBlock('crypto');
      begin(JSON.stringify(request));
      let answer;
      while (answer === undefined) answer = advance();
      return { ...JSON.parse(answer), took: performance.now() - began };
    },
    { token, paste: token, keys, now: NOW / 1000 },
  );

/** Counts how many modules are compiled. */
const countCompiled = () => {
  window.compiled = 0;
  const compile = WebAssembly.compileStreaming;
  WebAssembly.compileStreaming = (source) => {
    window.compiled += 1;
    return compile.call(WebAssembly, source);
  };
};
const compiled = (page) => page.evaluate(() => window.compiled);

journey('is compiled at the first key, and once', { places: EVERYWHERE, before: countCompiled, date: NOW }, async ({ page, app }) => {
  await app.read(EXPIRED_ID_TOKEN);
  await app.claims.waitFor();
  assert.equal(await compiled(page), 1, 'the app alone');
  const fitting = await ask(page, HS256, HS256_KEY);
  assert.equal(fitting.signatures[0].signature, 'fits', JSON.stringify(fitting));
  assert.equal(await compiled(page), 2);
  const other = await ask(page, HS256, 'another secret');
  assert.equal(other.signatures[0].whose, 'public', 'the key of the RFC is published');
  assert.equal(await compiled(page), 2);
  console.error(`first answer after ${Math.round(fitting.took)} ms, second after ${Math.round(other.took)} ms`);
});

journey('answers in steps that are short', { date: NOW }, async ({ page }) => {
  const longest = await page.evaluate(
    async (request) => {
      const { begin, advance } = await window.openBlock('crypto');
      begin(JSON.stringify(request));
      let longest = 0;
      for (let answer; answer === undefined; ) {
        const began = performance.now();
        answer = advance();
        longest = Math.max(longest, performance.now() - began);
      }
      return longest;
    },
    { token: HS256, paste: HS256, keys: 'another secret', now: NOW / 1000 },
  );
  assert.ok(longest < 50, `a step took ${longest} ms`);
});

test('the app is there before the block, and a key that is given meanwhile waits for it', async () => {
  const html = await file();
  const cut = [...html.matchAll(CHUNK)][1].index + 2000;
  let arrive;
  const arrived = new Promise((done) => (arrive = done));
  const slow = async (response) => {
    response.write(html.slice(0, cut));
    await arrived;
    response.end(html.slice(cut));
  };
  const host = await serve({ withHeaders: false, pages: { '/slow': slow } });
  const opened = await open(hosts.browser, `${host.address}slow#token=${EXPIRED_ID_TOKEN}`, { mounted: false, waitUntil: 'commit', date: NOW });
  const { page } = opened;
  await new Inspector(page).claims.waitFor();
  assert.equal(await page.evaluate(() => document.readyState), 'loading');
  const asked = ask(page, HS256, HS256_KEY);
  const first = await Promise.race([asked, page.waitForTimeout(300)]);
  assert.equal(first, undefined, 'there is no answer yet');
  arrive();
  assert.equal((await asked).signatures[0].signature, 'fits');
  await assertQuiet(opened);
  await opened.close();
  await host.close();
});

describe('what is wrong with it is said, and the rest works', () => {
  const DAMAGED = {
    cut: [(html, chunk) => html.slice(0, chunk.index + 2000), /^is not whole here: the file ends too early$/],
    missing: [(html, chunk) => html.replace(chunk[0], ''), /^is damaged in this copy of the file$/],
    damaged: [(html, chunk) => `${html.slice(0, chunk.index + 5000)}AAAAAAAA${html.slice(chunk.index + 5008)}`, /^is damaged in this copy of the file$/],
    'without its script': [(html) => html.replace(/<script>glueOf\.[^]*?<\/script>\n/, ''), /^is damaged in this copy of the file$/],
  };
  for (const [name, [damage, fault]] of Object.entries(DAMAGED)) {
    test(name, async () => {
      const html = await file();
      const host = await serve({ withHeaders: false, pages: { '/damaged': damage(html, [...html.matchAll(CHUNK)][1]) } });
      const opened = await open(hosts.browser, `${host.address}damaged`, { date: NOW });
      const { page } = opened;
      const said = () => page.evaluate(() => window.openBlock('crypto').then(() => 'opened', (error) => error.message));
      assert.match(await said(), fault);
      assert.match(await said(), fault, 'the next time too');
      await new Inspector(page).read(EXPIRED_ID_TOKEN);
      await assertQuiet(opened);
      await opened.close();
      await host.close();
    });
  }

  test('where the browser refuses it', async () => {
    const opened = await open(hosts.browser, hosts.host.address, { date: NOW });
    const message = await opened.page.evaluate(() => {
      WebAssembly.compileStreaming = () => Promise.reject(new WebAssembly.CompileError('for a test'));
      return window.openBlock('crypto').catch((error) => error.message);
    });
    assert.equal(message, 'could not start in this browser (CompileError)');
    await assertQuiet(opened);
    await opened.close();
  });
});
