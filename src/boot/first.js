// The first thing this page does, before anything is shown and before the app has arrived.
// Written for old browsers too: it is what tells them why the app does not start.
(function () {
  'use strict';

  // A link may carry a token after its "#". It leaves the address bar at once; the app asks for it here, once.
  var fragment = location.hash;
  if (fragment) {
    try {
      history.replaceState(null, '', location.href.split('#')[0]);
    } catch (refused) {
      // It stays in the address bar. The app still reads it.
    }
  }
  // What the link brings takes the place of the empty page: styles/empty.css shows less of that meanwhile.
  if (fragment) document.documentElement.setAttribute('data-opening', '');
  // A page that is left before the app has asked for it keeps no token either.
  addEventListener('pagehide', function () {
    fragment = '';
  });
  Object.defineProperty(window, 'takeFragment', {
    configurable: true,
    value: function () {
      var taken = fragment;
      fragment = '';
      delete window.takeFragment;
      return taken;
    }
  });

  // Why the app must not start, or cannot. Never a blank page.
  var refusal = '';
  if (self !== top) {
    refusal = 'JWT Inspector does not run inside another page. Open it in a tab of its own.';
  } else if (typeof WebAssembly !== 'object') {
    refusal = 'JWT Inspector needs WebAssembly, which this browser does not have or has switched off. Nothing was decoded and nothing was sent.';
  } else if (typeof DecompressionStream !== 'function' || typeof WebAssembly.compileStreaming !== 'function') {
    refusal = 'JWT Inspector needs a newer browser: Chrome 97, Firefox 113, Safari 16.4 or later. Nothing was decoded and nothing was sent.';
  }

  function say(sentence) {
    var message = document.createElement('p');
    message.setAttribute('role', 'alert');
    message.textContent = sentence;
    document.body.textContent = '';
    document.body.appendChild(message);
  }
  function sayWhatFailed(error) {
    say('JWT Inspector could not start in this browser (' + (error && error.name || 'Error') + '). Nothing was decoded and nothing was sent. A newer browser, or a fresh copy of this file, may help.');
  }
  function onError(event) {
    sayWhatFailed(event.error || event.reason);
  }
  addEventListener('error', onError);
  addEventListener('unhandledrejection', onError);

  // What is pasted before the app is there goes into the box, out of which the app takes it.
  function onPaste(event) {
    var box = document.getElementById('box');
    if (box && event.target !== box && event.clipboardData) box.value = event.clipboardData.getData('text/plain');
  }
  addEventListener('paste', onPaste);

  Object.defineProperty(window, 'takeBoot', {
    configurable: true,
    value: function () {
      delete window.takeBoot;
      return {
        refusal: refusal,
        say: say,
        sayWhatFailed: sayWhatFailed,
        started: function () {
          document.getElementById('app').removeAttribute('aria-busy');
          document.documentElement.removeAttribute('data-opening');
          removeEventListener('paste', onPaste);
          removeEventListener('error', onError);
          removeEventListener('unhandledrejection', onError);
        }
      };
    }
  });
})();
