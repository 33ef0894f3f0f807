// A page that notes when something was given to it, when the answer to that was painted, and its longest task meanwhile.

import { DIST, host } from './host.mjs';
import { open } from '../e2e/support.mjs';

/** What is not there after so long is given up. */
const PATIENCE = 60_000;

/** Hands the built page, freshly opened in a context of its own, to `work`, and closes it behind that. */
export async function withPage(browser, work) {
  const served = await host(DIST);
  const opened = await open(browser, served.address, { before: watch });
  try {
    // So that the start of the page is not measured along.
    await opened.page.waitForTimeout(500);
    return await work(opened.page, opened.context);
  } finally {
    // A page that is caught in a long task may never close; the browser takes it down when it ends.
    await within(5000, opened.close());
    await served.close();
  }
}

/** Runs in the page, before its own scripts. */
function watch() {
  const watched = { tasks: [], start: undefined, whenPainted, given };
  Object.defineProperty(window, '__watched', { value: watched });
  new PerformanceObserver((list) => watched.tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({ entryTypes: ['longtask'] });

  /** Runs `then` when the next frame is out: a message that is posted while it is made arrives behind it. */
  function whenPainted(then) {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = then;
      port2.postMessage(0);
    });
  }
  /** There are verdicts, or a sentence that says that there is no token. */
  function isAnswered() {
    const sentence = document.querySelector('.answer p.sentence');
    return document.querySelector('.verdicts') !== null || (sentence !== null && !sentence.closest('.empty') && !sentence.textContent.startsWith('Reading'));
  }
  /** Milliseconds from the next paste or choice of a file until the frame with the answer is out. */
  function given() {
    return new Promise((done) => {
      const look = () => whenPainted(() => (isAnswered() ? done(performance.now() - watched.start) : look()));
      for (const event of ['paste', 'change']) {
        addEventListener(
          event,
          () => {
            watched.tasks.length = 0;
            watched.start = performance.now();
            look();
          },
          { capture: true, once: true },
        );
      }
    });
  }
}

/** Pastes in a task of its own. Milliseconds to the answer and of the longest task, or undefined if none came in time. */
export async function paste(page, text) {
  await page.evaluate((pasted) => {
    window.__clipboard = new DataTransfer();
    window.__clipboard.setData('text/plain', pasted);
  }, text);
  // So that what carried the text here is not measured along.
  await page.waitForTimeout(500);
  const answered = page.evaluate(() => {
    const answered = window.__watched.given();
    requestAnimationFrame(() =>
      setTimeout(() => document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: window.__clipboard, bubbles: true, cancelable: true }))),
    );
    return answered;
  });
  return costs(page, answered);
}

/** Chooses a file, as `paste` pastes. */
export async function chooseFile(page, file) {
  const answered = page.evaluate(() => window.__watched.given());
  await page.getByLabel('File', { exact: true }).setInputFiles(file);
  return costs(page, answered);
}

/** Presses a button, and waits for the frame behind that. */
export async function press(page, button) {
  const pressed = button.evaluate(
    (button) =>
      new Promise((done) => {
        setTimeout(() => {
          window.__watched.tasks.length = 0;
          const start = performance.now();
          button.click();
          window.__watched.whenPainted(() => done(performance.now() - start));
        });
      }),
  );
  return costs(page, pressed);
}

async function costs(page, answered) {
  const milliseconds = await within(PATIENCE, answered);
  const longest = milliseconds === undefined ? undefined : await within(PATIENCE, longestTask(page));
  return longest === undefined ? undefined : { milliseconds, longest };
}

/** Of the tasks since the start, 0 where none took 50 ms or more. Waits for the browser to have told of all. */
async function longestTask(page) {
  await page.waitForTimeout(300);
  return page.evaluate(() => Math.max(0, ...window.__watched.tasks));
}

/** What the page does while nobody does anything: milliseconds of work in so long a time, and the longest task. */
export async function atRest(page, context, milliseconds) {
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable');
  const worked = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'TaskDuration').value * 1000;
  };
  const measured = async () => {
    await page.evaluate(() => (window.__watched.tasks.length = 0));
    const before = await worked();
    await page.waitForTimeout(milliseconds);
    const busy = (await worked()) - before;
    return { busy, longest: await longestTask(page) };
  };
  return within(PATIENCE, measured());
}

/** What the promise brings, or undefined where it brings nothing in so many milliseconds. */
async function within(milliseconds, promise) {
  let timer;
  const late = new Promise((done) => (timer = setTimeout(done, milliseconds)));
  promise.catch(() => {}); // it may fail later, when its page is closed
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
