// Unpacks the WASM that stands in the page and starts the app. Stands after wasm-bindgen's script, whose `initSync` it
// calls, and after unpack.js and join.js.
async function start() {
  const { refusal, say, sayWhatFailed, started } = takeBoot();
  if (refusal) {
    say(refusal);
    return;
  }
  try {
    const block = document.getElementById('wasm');
    const text = atob(block.textContent);
    block.remove();
    const packed = new Uint8Array(text.length);
    for (let at = 0; at < text.length; at += 1) packed[at] = text.charCodeAt(at);
    const module = await WebAssembly.compile(join(unpack(packed)));
    initSync({ module });
    // The app draws itself in a microtask, so a failure there still counts as one to start.
    setTimeout(started);
  } catch (error) {
    sayWhatFailed(error);
  }
}
// The WASM stands behind this script.
addEventListener('DOMContentLoaded', start);
