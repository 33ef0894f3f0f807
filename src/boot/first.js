// The first thing this page does, before anything is shown and before the app is unpacked.
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

  Object.defineProperty(window, 'takeBoot', {
    configurable: true,
    value: function () {
      delete window.takeBoot;
      return {
        refusal: refusal,
        say: say,
        sayWhatFailed: sayWhatFailed,
        started: function () {
          removeEventListener('error', onError);
          removeEventListener('unhandledrejection', onError);
        }
      };
    }
  });
})();
