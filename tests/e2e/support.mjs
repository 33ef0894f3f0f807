// What the browser tests share: the built file over http or from the disk, a Chromium, and a record of all it does.

import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { delimiter, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

import { chromium } from 'playwright-core';

/** The folder that `cargo xtask dist` writes. */
export const DIST = resolve(process.env.JWT_INSPECTOR_DIST ?? fileURLToPath(new URL('../../dist', import.meta.url)));

const FILE = join(DIST, 'index.html');

/** The sandbox is off because containers and root cannot have one; the rest keeps Chromium itself off the network. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-quic',
  '--no-first-run',
  '--disable-component-update',
  '--disable-sync',
];

export async function launch(moreFlags = []) {
  assert.ok(existsSync(FILE), `${FILE} is missing. Run \`cargo xtask dist\` first.`);
  return chromium.launch({ executablePath: browserPath(), args: [...FLAGS, ...moreFlags] });
}

/** A browser that keeps a page that was left, to show it again on Back: playwright switches that off. */
export async function launchWithPageCache() {
  return chromium.launch({
    executablePath: browserPath(),
    args: FLAGS,
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
  });
}

/** A browser with a profile in `folder`, as people have one. Its one context is what it answers. */
export async function launchWithProfile(folder) {
  return chromium.launchPersistentContext(folder, { executablePath: browserPath(), args: FLAGS });
}

function browserPath() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
  const found = (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => names.map((name) => join(folder, name)))
    .find((candidate) => existsSync(candidate));
  assert.ok(found, 'no Chromium on PATH. Run `cargo xtask setup`, or set CHROMIUM to its path.');
  return found;
}

/** The address of the built file on the disk. */
export const fileAddress = pathToFileURL(FILE).href;

/**
 * Serves the built file on a port of its own, with the headers of `_headers`, as a host would.
 * `requests` lists every request that arrives. `pages` adds pages of the test's own: path to HTML, or to a function that
 * writes the body by and by; these carry no headers.
 */
export async function serve({ pages = {}, withHeaders = true } = {}) {
  const headers = withHeaders ? await headersOfHost() : {};
  const requests = [];
  const server = createServer(async (request, response) => {
    requests.push(`${request.method} ${request.url}`);
    const path = request.url.split('?')[0];
    if (path in pages) {
      response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' });
      if (typeof pages[path] === 'function') await pages[path](response);
      else response.end(pages[path]);
    } else if (path === '/') {
      response.writeHead(200, { ...headers, 'Content-Type': 'text/html; charset=utf-8' }).end(await readFile(FILE));
    } else {
      response.writeHead(404, headers).end();
    }
  });
  server.on('upgrade', (request, socket) => {
    requests.push(`UPGRADE ${request.url}`);
    socket.destroy();
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  server.unref(); // a test that fails before it closes this must not keep the run from ending
  return {
    address: `http://127.0.0.1:${server.address().port}/`,
    requests,
    close: () => {
      server.closeAllConnections();
      return new Promise((done) => server.close(done));
    },
  };
}

async function headersOfHost() {
  const lines = (await readFile(join(DIST, '_headers'), 'utf8')).split('\n').filter((line) => line.startsWith(' '));
  return Object.fromEntries(lines.map((line) => line.trim().split(/:\s*(.*)/s, 2)));
}

/**
 * Opens the page in a browser context of its own and waits until the app has drawn itself.
 *
 * Options: `hash` ('#t=…'), `viewport` ({ width, height }), `colorScheme` ('light' | 'dark'), `reducedMotion`, `forcedColors`,
 * `timezoneId`, `locale`, `now` (the clock stands still at this instant until `page.clock` moves it, and timers with it),
 * `date` (it is always this instant, but timers run),
 * `javaScriptEnabled`, `before` (a function that runs in the page before its own script), `waitUntil` as playwright's `goto` has it,
 * and `mounted: false` to skip the wait.
 *
 * Returns `page`, `context`, `requests`, `consoleMessages`, `violations()` and `close()`.
 */
export async function open(browser, address, options = {}) {
  const { hash = '', now, date, before, mounted = true, waitUntil = 'load', ...contextOptions } = options;
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...contextOptions });
  const page = await context.newPage();

  const requests = [];
  const consoleMessages = [];
  page.on('request', (request) => {
    if (!request.url().startsWith('data:')) requests.push(`${request.method()} ${request.url()}`);
  });
  page.on('console', (message) => consoleMessages.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => consoleMessages.push(`uncaught: ${error.message}`));

  if (now !== undefined) {
    await page.clock.install({ time: now - 60_000 }); // it runs until it is paused, and cannot go back
    await page.clock.pauseAt(now);
  }
  if (date !== undefined) await page.clock.setFixedTime(date);
  if (contextOptions.javaScriptEnabled !== false) {
    await page.addInitScript(() => {
      const violations = [];
      addEventListener('securitypolicyviolation', (event) => {
        violations.push(`${event.effectiveDirective} refused ${event.blockedURI}`);
      });
      Object.defineProperty(window, '__violations', { value: violations });
    });
  }
  if (before) await page.addInitScript(before);

  await page.goto(address + hash, { waitUntil });
  if (mounted && contextOptions.javaScriptEnabled !== false) {
    await page.waitForSelector('#app:not([aria-busy]) > *', { state: 'attached' });
  }
  return {
    page,
    context,
    requests,
    consoleMessages,
    violations: () => page.evaluate(() => [...window.__violations]),
    close: () => context.close(),
  };
}

/** One request, a silent console, nothing refused: what every test of normal use ends with. */
export async function assertQuiet({ requests, consoleMessages, violations }) {
  assert.deepEqual(consoleMessages, [], 'the console must stay empty');
  assert.deepEqual(await violations(), [], 'the policy must have nothing to refuse');
  assert.equal(requests.length, 1, `expected the page itself and nothing else, but it asked for ${requests.join(', ')}`);
}
