// From following a link with a token to the answer being painted: unthrottled, and on two slower lines.

import { EXPIRED_ID_TOKEN } from '../e2e/tokens.mjs';
import { host, median, table } from './host.mjs';

const LINES = [
  { name: 'no throttle' },
  { name: '10 Mbit/s, 40 ms', bits: 10_000_000, latency: 40 },
  { name: '1.6 Mbit/s, 150 ms, CPU 4x slower', bits: 1_600_000, latency: 150, slowdown: 4 },
];

/** `pages`: name and folder of each. Prints medians of so many runs; the pages take turns, so that all meet the same machine. */
export async function measureStart(browser, pages, runs) {
  const hosts = await Promise.all(pages.map(async ({ name, folder }) => ({ name, ...(await host(folder)) })));
  const rows = hosts.map(({ name, bytes }) => [name, `${(bytes / 1000).toFixed(0)} kB`]);
  for (const line of LINES) {
    const times = hosts.map(() => []);
    for (let run = 0; run < runs; run += 1) {
      for (const [position, { address }] of hosts.entries()) times[position].push(await timeToAnswer(browser, address, line));
    }
    const medians = times.map(median);
    medians.forEach((time, position) => rows[position].push(`${time.toFixed(0)} ms`, `${(time / medians[0]).toFixed(2)}x`));
  }
  await Promise.all(hosts.map(({ close }) => close()));
  console.log(`\nA link with a token until its answer is painted, median of ${runs}; behind it, how many times the first row\n`);
  console.log(table(['page', 'sent', ...LINES.flatMap(({ name }) => [name, ''])], rows));
}

async function timeToAnswer(browser, address, { bits, latency, slowdown }) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  await page.addInitScript(() => {
    const look = () => {
      // An empty page of the same build has no verdicts and says at once that it is there.
      const verdicts = document.querySelector('.verdicts, #empty-yew-page');
      if (!verdicts || !/expired/i.test(verdicts.textContent)) return requestAnimationFrame(look);
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => (window.__answered = performance.now());
      port2.postMessage(0);
    };
    requestAnimationFrame(look);
  });
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  if (bits) await session.send('Network.emulateNetworkConditions', { offline: false, latency, downloadThroughput: bits / 8, uploadThroughput: bits / 8 });
  if (slowdown) await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  await page.goto(`${address}#token=${EXPIRED_ID_TOKEN}`, { waitUntil: 'commit' });
  const answered = await page.waitForFunction(() => window.__answered, undefined, { timeout: 60_000 });
  const time = await answered.jsonValue();
  await context.close();
  return time;
}
