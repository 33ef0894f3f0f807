// The built file starts from http and from the disk, alone, in silence, and cannot send anything to anyone.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, test } from 'node:test';

import { DIST, assertQuiet, fileAddress, launch, open, serve } from './support.mjs';

const TOKEN = 'eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0.';

let browser;
let host;

before(async () => {
  browser = await launch();
  host = await serve({ pages: { '/frame': '<!doctype html><title>frame</title><iframe src="/"></iframe>' } });
});

after(async () => {
  await browser?.close();
  await host?.close();
});

for (const [where, address] of [['over http', () => host.address], ['from the disk', () => fileAddress]]) {
  describe(where, () => {
    test('starts with one request, no console message and no violation', async () => {
      const opened = await open(browser, address());
      await opened.page.waitForTimeout(300);
      await assertQuiet(opened);
      await opened.close();
    });

    test('takes the fragment out of the address bar before the app starts', async () => {
      const opened = await open(browser, address(), {
        hash: `#t=${TOKEN}`,
        before: () => {
          // Notes what the address was when the document was complete, which is before the app can run.
          document.addEventListener('DOMContentLoaded', () => Object.defineProperty(window, '__early', { value: location.href }));
        },
      });
      assert.equal(await opened.page.evaluate(() => window.__early), address());
      assert.equal(opened.page.url(), address());
      assert.equal(await opened.page.title(), 'JWT Inspector');
      await assertQuiet(opened);
      await opened.close();
    });

    test('keeps nothing', async () => {
      const { page, context, close } = await open(browser, address());
      assert.deepEqual(await context.cookies(), []);
      const kept = await page.evaluate(async () => [
        localStorage.length,
        sessionStorage.length,
        location.protocol === 'file:' ? 0 : (await indexedDB.databases()).length,
      ]);
      assert.deepEqual(kept, [0, 0, 0]);
      await close();
    });
  });
}

test('every way out is refused, and the other side sees nothing', async () => {
  const attacker = await serve({ withHeaders: false });
  // The meta policy alone, as on a host that sends no headers.
  const plain = await serve({ withHeaders: false });
  const { page, violations, close } = await open(browser, plain.address);
  const reached = await page.evaluate(probe, attacker.address);
  await page.waitForTimeout(500);
  assert.deepEqual(reached, [], 'these went through without an error');
  assert.deepEqual(attacker.requests, []);
  assert.notEqual((await violations()).length, 0);
  assert.equal(page.url(), plain.address, 'the form must not have been sent');
  await close();
  await attacker.close();
  await plain.close();
});

/** Runs in the page: tries every way to reach `target`, and returns the ones that did not fail. */
async function probe(target) {
  const reached = [];
  const refusedByEvent = (element, attach) =>
    new Promise((done) => {
      element.onload = () => done(false);
      element.onerror = () => done(true);
      setTimeout(() => done(true), 300);
      attach();
    });
  const attempt = async (name, action) => {
    try {
      if (!(await action())) reached.push(name);
    } catch {
      // Refused by an exception, which is what Trusted Types and the policy throw.
    }
  };
  const element = (name) => document.createElement(name);
  const inPage = (made) => document.body.append(made);

  await attempt('fetch', () => fetch(`${target}fetch`).then(() => false));
  await attempt('fetch of a data: address', () => fetch('data:,x').then(() => false));
  await attempt('XMLHttpRequest', () => {
    const request = new XMLHttpRequest();
    request.open('GET', `${target}xhr`);
    return refusedByEvent(request, () => request.send());
  });
  await attempt('WebSocket', () => {
    const socket = new WebSocket(`${target.replace('http', 'ws')}socket`);
    return new Promise((done) => {
      socket.onopen = () => done(false);
      socket.onerror = () => done(true);
    });
  });
  await attempt('EventSource', () => {
    const source = new EventSource(`${target}events`);
    return new Promise((done) => {
      source.onopen = () => done(false);
      source.onerror = () => done(true);
    });
  });
  // Answers true although it sends nothing; the other side is the judge.
  await attempt('sendBeacon', () => navigator.sendBeacon(`${target}beacon`, 'x') || true);
  await attempt('image', () => {
    const image = element('img');
    return refusedByEvent(image, () => (image.src = `${target}image`));
  });
  for (const relation of ['prefetch', 'preload', 'stylesheet', 'manifest', 'dns-prefetch', 'preconnect']) {
    await attempt(`link ${relation}`, () => {
      const link = element('link');
      link.rel = relation;
      link.as = 'image';
      link.href = `${target}${relation}`;
      return refusedByEvent(link, () => document.head.append(link)).then((refused) => refused || relation.includes('connect'));
    });
  }
  await attempt('iframe', () => {
    const frame = element('iframe');
    frame.src = `${target}iframe`;
    inPage(frame);
    return true; // a refused frame loads an error page; the other side is the judge
  });
  await attempt('form', () => {
    const form = element('form');
    form.action = `${target}form`;
    form.method = 'post';
    inPage(form);
    form.submit();
    return true; // the other side is the judge
  });
  await attempt('audio', () => {
    const audio = element('audio');
    return refusedByEvent(audio, () => (audio.src = `${target}audio`));
  });
  await attempt('script by address', () => {
    const script = element('script');
    script.src = `${target}script`;
    return refusedByEvent(script, () => inPage(script));
  });
  await attempt('script by text', () => {
    const script = element('script');
    script.textContent = 'window.__ran = true';
    inPage(script);
    return !window.__ran;
  });
  await attempt('attribute that is script', () => {
    const button = element('button');
    button.setAttribute('onclick', 'window.__clicked = true');
    inPage(button);
    button.click();
    return !window.__clicked;
  });
  await attempt('javascript: link', () => {
    const link = element('a');
    link.setAttribute('href', 'javascript:void(window.__followed = true)');
    inPage(link);
    link.click();
    return new Promise((done) => setTimeout(() => done(!window.__followed), 50));
  });
  await attempt('markup from text', () => {
    element('div').innerHTML = '<b>x</b>';
    return false;
  });
  await attempt('worker', () => {
    const worker = new Worker(URL.createObjectURL(new Blob([''], { type: 'text/javascript' })));
    return refusedByEvent(worker, () => {});
  });
  await attempt('service worker', () => navigator.serviceWorker.register(`${location.href}worker.js`).then(() => false));
  return reached;
}

test('text never runs as script', async () => {
  // Through an element of the page, because the automation channel itself is not bound by the page's policy.
  const { page, close } = await open(browser, host.address);
  const ran = await page.evaluate(
    () =>
      new Promise((done) => {
        const tried = [];
        for (const run of [() => eval('1'), () => new Function('return 1')(), () => setTimeout('window.__timed = true', 0)]) {
          setTimeout(() => {
            try {
              run();
              tried.push(String(run));
            } catch {
              // Refused.
            }
          });
        }
        setTimeout(() => done(tried.concat(window.__timed ? ['a timer ran text'] : [])), 100);
      }),
  );
  assert.deepEqual(ran, []);
  await close();
});

test('the hashes in SHA256SUMS are those of the files', async () => {
  const { createHash } = await import('node:crypto');
  const lines = (await readFile(`${DIST}/SHA256SUMS`, 'utf8')).trim().split('\n');
  assert.ok(lines.some((line) => line.endsWith('  index.html')));
  for (const line of lines) {
    const [hash, name] = line.split('  ');
    assert.equal(createHash('sha256').update(await readFile(`${DIST}/${name}`)).digest('hex'), hash, name);
  }
});
