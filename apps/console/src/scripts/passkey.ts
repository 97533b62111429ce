// SPDX-License-Identifier: Apache-2.0

/**
 * The one script of the console, on the few pages where a passkey is asked for. It reads the options from the form, asks the browser,
 * writes the answer into the form and sends it: nothing else, no address of another site, no text of the page as code. Plain
 * ECMAScript 2020 as a text, because it runs as it stands in browsers of the last years.
 */
export const passkeyScript = `// SPDX-License-Identifier: Apache-2.0
'use strict';
(() => {
  const bytesOf = (text) =>
    Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (one) => one.charCodeAt(0));
  const textOf = (bytes) =>
    btoa(String.fromCharCode(...new Uint8Array(bytes)))
      .replace(/\\+/g, '-')
      .replace(/\\//g, '_')
      .replace(/=+$/, '');
  const named = (list) => (list || []).map((one) => ({ ...one, id: bytesOf(one.id) }));

  const optionsOf = (form) => {
    const options = JSON.parse(form.dataset.options);
    const publicKey = { ...options, challenge: bytesOf(options.challenge) };
    if (form.dataset.passkey === 'create') {
      publicKey.user = { ...options.user, id: bytesOf(options.user.id) };
      publicKey.excludeCredentials = named(options.excludeCredentials);
    } else {
      publicKey.allowCredentials = named(options.allowCredentials);
    }
    return { publicKey };
  };

  const say = (form, what) => {
    for (const text of form.querySelectorAll('[data-said]')) {
      text.hidden = text.dataset.said !== what;
    }
  };

  const answer = async (form) => {
    const passkeys = navigator.credentials;
    const options = optionsOf(form);
    const given =
      form.dataset.passkey === 'create' ? await passkeys.create(options) : await passkeys.get(options);
    for (const field of form.querySelectorAll('[data-answer]')) {
      const name = field.dataset.answer;
      field.value = name === 'credential' ? given.id : textOf(given.response[name]);
    }
  };

  const onSubmit = async (event) => {
    event.preventDefault();
    const form = event.currentTarget;
    if (!window.PublicKeyCredential || !navigator.credentials) return say(form, 'unsupported');
    const button = form.querySelector('button');
    button.disabled = true;
    say(form, null);
    try {
      await answer(form);
      form.submit();
    } catch {
      say(form, 'failed');
      button.disabled = false;
      button.focus();
    }
  };

  for (const form of document.querySelectorAll('form[data-passkey]')) {
    form.addEventListener('submit', onSubmit);
  }
})();
`
