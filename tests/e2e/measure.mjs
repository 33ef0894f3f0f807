// Prints how long pastes take in the built file, the median of five. Run by hand: node tests/e2e/measure.mjs

import { launch, open, serve } from './support.mjs';
import { ACCESS_TOKEN, EXPIRED_ID_TOKEN, har, longToken } from './tokens.mjs';

const RUNS = 5;
const PASTES = {
  'a token of 1 kB': EXPIRED_ID_TOKEN,
  'a token of 1 MB': longToken(1_000_000),
  'a HAR of 10 MB': har(10_000_000, 40),
};

const browser = await launch();
const host = await serve();
console.log(`${'paste'.padEnd(26)} ${'work'.padStart(9)} ${'painted'.padStart(9)} ${'answer'.padStart(9)} ${'longest task'.padStart(13)}   (ms, median of ${RUNS})`);
for (const [name, text] of Object.entries(PASTES)) {
  for (const earlier of [undefined, ACCESS_TOKEN]) {
    const runs = [];
    for (let run = 0; run < RUNS; run += 1) runs.push(await measured(text, earlier));
    const median = (key) => runs.map((run) => run[key]).sort((one, other) => one - other)[Math.floor(RUNS / 2)].toFixed(1);
    const cells = [median('work').padStart(9), median('painted').padStart(9), median('answered').padStart(9), median('longest').padStart(13)];
    console.log(`${(name + (earlier ? ', second' : ', first')).padEnd(26)} ${cells.join(' ')}`);
  }
}
console.log(`
work: the paste event itself with all that follows from it before the browser goes on; painted: until the frame behind it is out;
answer: until the verdicts have been painted; longest task: as the browser reports tasks, 0 when all took less than 50.`);
await browser.close();
await host.close();

/** In a page of its own, into which `earlier` was pasted before: a second paste finds warm code. */
async function measured(text, earlier) {
  const { page, close } = await open(browser, host.address, {
    before: () => {
      window.__tasks = [];
      new PerformanceObserver((list) => window.__tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({ entryTypes: ['longtask'] });
    },
  });
  if (earlier) {
    await page.evaluate((pasted) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', pasted);
      document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    }, earlier);
    await page.waitForSelector('.verdicts');
  }
  await page.evaluate((pasted) => {
    window.__clipboard = new DataTransfer();
    window.__clipboard.setData('text/plain', pasted);
  }, text);
  await page.waitForTimeout(500);
  const times = await page.evaluate(
    () =>
      new Promise((done) => {
        window.__tasks.length = 0;
        /** Runs when the next frame is out: a message posted while it is made arrives behind it. */
        const whenPainted = (then) =>
          requestAnimationFrame(() => {
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = then;
            port2.postMessage(0);
          });
        const times = {};
        const shown = () => document.querySelector('.excerpt-name')?.textContent ?? document.querySelector('textarea')?.value;
        const shownBefore = shown();
        requestAnimationFrame(() =>
          setTimeout(() => {
            const start = performance.now();
            document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: window.__clipboard, bubbles: true, cancelable: true }));
            // What the app put off to the end of the task is in this microtask's past.
            queueMicrotask(() => (times.work = performance.now() - start));
            whenPainted(() => (times.painted = performance.now() - start));
            const look = () =>
              whenPainted(() => {
                if (!document.querySelector('.verdicts') || shown() === shownBefore) return look();
                times.answered = performance.now() - start;
                setTimeout(() => done({ ...times, longest: Math.max(0, ...window.__tasks) }), 300);
              });
            look();
          }),
        );
      }),
  );
  await close();
  return times;
}
