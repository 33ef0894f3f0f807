// Takes the WASM of the app out of the page while the page still arrives, and starts the app as soon as it is there. The
// app opens the other blocks when it needs them.
// Stands after wasm-bindgen's script, whose `initSync` it calls, and before the blocks. xtask/src/fold/block.rs writes those.

function bytesOf(base64) {
  // In browsers since 2024 or 2025.
  if (Uint8Array.fromBase64) return Uint8Array.fromBase64(base64);
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at += 1) bytes[at] = text.charCodeAt(at);
  return bytes;
}

/** What is wrong with the file itself, and not with the browser. */
class Damage extends Error {}
const DAMAGED = 'is damaged in this copy of the file';

/** The compiled module of a block of the page. What has arrived is unpacked and compiled at once. */
function moduleOf(block) {
  const { readable, writable } = new DecompressionStream('gzip');
  const wasm = new Response(readable, { headers: { 'Content-Type': 'application/wasm' } });
  const module = WebAssembly.compileStreaming(wasm).catch((error) => {
    // WASM that is refused is a CompileError. Of a stream that broke, Firefox says AbortError and others TypeError.
    throw error instanceof TypeError || error.name === 'AbortError' ? new Damage(DAMAGED) : error;
  });
  return Promise.race([module, feed(writable.getWriter(), block)]);
}

/** Hands the chunks of a block on as they arrive. Fails where they cannot be read, and else never ends. */
function feed(writer, block) {
  return new Promise((_, reject) => {
    // What fails on this side fails on the other side too, where it is said.
    writer.closed.catch(() => {});
    function takeChunks() {
      const chunks = document.querySelectorAll(`script[data-block="${block}"]`);
      const end = document.querySelector(`template[data-end-of="${block}"]`);
      // The last chunk may be still arriving until something stands behind it.
      const whole = end ? chunks.length : chunks.length - 1;
      try {
        for (let at = 0; at < whole; at += 1) {
          writer.write(bytesOf(chunks[at].textContent)).catch(() => {});
          chunks[at].remove();
        }
      } catch (error) {
        stop();
        reject(new Damage(DAMAGED));
        return;
      }
      if (end) {
        stop();
        writer.close().catch(() => {});
      } else if (document.readyState !== 'loading') {
        stop();
        reject(new Damage('is not whole here: the file ends too early'));
      }
    }
    const arrivals = new MutationObserver(takeChunks);
    function stop() {
      arrivals.disconnect();
      document.removeEventListener('readystatechange', takeChunks);
    }
    arrivals.observe(document, { childList: true, subtree: true });
    document.addEventListener('readystatechange', takeChunks);
    takeChunks();
  });
}

/** By block, a function that gives those of a fresh instance of it. Each is set by a script before its block. */
const glueOf = {};
Object.defineProperty(window, 'glueOf', { value: glueOf });

/** By block, the promise of its module: it is unpacked and compiled once. */
const modules = {};

/**
 * The functions of a block. The instance is a fresh one, whose memory holds nothing of an earlier one. Fails with the rest
 * of a sentence that begins with what the block is.
 */
async function openBlock(block) {
  try {
    modules[block] ??= moduleOf(block);
    const module = await modules[block];
    if (!glueOf[block]) throw new Damage(DAMAGED);
    const functions = glueOf[block]();
    functions.initSync({ module });
    return functions;
  } catch (error) {
    throw error instanceof Damage ? error : new Error(`could not start in this browser (${error.name})`);
  }
}
Object.defineProperty(window, 'openBlock', { value: openBlock });

async function start() {
  const { refusal, say, sayWhatFailed, started } = takeBoot();
  if (refusal) {
    say(refusal);
    return;
  }
  try {
    initSync({ module: await moduleOf('app') });
    // The app draws itself in a microtask, so a failure there still counts as one to start.
    setTimeout(started);
  } catch (error) {
    if (error instanceof Damage) say(`JWT Inspector ${error.message}. Nothing was decoded and nothing was sent. Load the page again, or take a fresh copy of the file.`);
    else sayWhatFailed(error);
  }
}
start();
