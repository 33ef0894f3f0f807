// What Lighthouse says of the page, as a telephone and as a desktop computer have it.

import { createServer } from 'node:net';

import lighthouse, { desktopConfig } from 'lighthouse';

import { DIST, host, launch, median, table } from './host.mjs';

/**
 * Lighthouse reckons what a slow line would do, and takes a document to be seen only when all of it has arrived. This one
 * is seen long before, which shows where the line is slow in fact.
 */
const DEVICES = [
  { name: 'mobile', flags: {} },
  { name: 'mobile, throttled in fact', flags: { throttlingMethod: 'devtools' } },
  { name: 'desktop', flags: {}, config: desktopConfig },
];
const CATEGORIES = ['performance', 'accessibility', 'best-practices'];
const COLUMNS = {
  performance: ({ categories }) => categories.performance.score * 100,
  accessibility: ({ categories }) => categories.accessibility.score * 100,
  'best practices': ({ categories }) => categories['best-practices'].score * 100,
  'blocked, ms': ({ audits }) => audits['total-blocking-time'].numericValue,
  'first paint, ms': ({ audits }) => audits['first-contentful-paint'].numericValue,
  'largest paint, ms': ({ audits }) => audits['largest-contentful-paint'].numericValue,
  'layout shift': ({ audits }) => audits['cumulative-layout-shift'].numericValue,
};

export async function measureLighthouse(runs) {
  const port = await freePort();
  const browser = await launch([`--remote-debugging-port=${port}`]);
  const served = await host(DIST);
  const rows = [];
  for (const { name, flags, config } of DEVICES) {
    const reports = [];
    for (let run = 0; run < runs; run += 1) {
      const { lhr } = await lighthouse(served.address, { ...flags, port, logLevel: 'error', onlyCategories: CATEGORIES }, config);
      if (lhr.runtimeError) throw new Error(`Lighthouse could not judge the page: ${lhr.runtimeError.message}`);
      reports.push(lhr);
    }
    rows.push([
      name,
      ...Object.entries(COLUMNS).map(([column, pick]) => {
        const value = median(reports.map(pick));
        return column === 'layout shift' ? value.toFixed(3) : value;
      }),
    ]);
  }
  await browser.close();
  await served.close();
  console.log(`\nLighthouse, median of ${runs}; scores are of 100\n`);
  console.log(table(['device', ...Object.keys(COLUMNS)], rows));
}

/** For Chromium, which does not say which port it took. */
async function freePort() {
  const server = createServer();
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address();
  await new Promise((done) => server.close(done));
  return port;
}
