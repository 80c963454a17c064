// Carries questions and answers between the gateway and the authenticator. Converted by hand: older browsers cannot do it themselves.
(function () {
  'use strict';
  var form = document.getElementById('passkey');
  var problem = document.getElementById('passkey-problem');
  if (!form || !window.PublicKeyCredential) { return; }
  form.hidden = false;

  function bytes(text) {
    var plain = atob(text.replace(/-/g, '+').replace(/_/g, '/'));
    return Uint8Array.from(plain, function (letter) { return letter.charCodeAt(0); }).buffer;
  }

  function text(buffer) {
    var plain = String.fromCharCode.apply(null, new Uint8Array(buffer));
    return btoa(plain).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
  }

  function post(path, body) {
    var headers = { 'Content-Type': 'application/json', 'X-XSRF-TOKEN': form.querySelector('[name=_csrf]').value };
    return fetch(path, { method: 'POST', credentials: 'same-origin', headers: headers, body: JSON.stringify(body) })
      .then(function (answer) {
        if (!answer.ok) { throw new Error(String(answer.status)); }
        return answer;
      });
  }

  function described(list) {
    return (list || []).map(function (one) { return { type: one.type, id: bytes(one.id), transports: one.transports }; });
  }

  function created(options) {
    options.challenge = bytes(options.challenge);
    options.user.id = bytes(options.user.id);
    options.excludeCredentials = described(options.excludeCredentials);
    return navigator.credentials.create({ publicKey: options });
  }

  function shown(options) {
    options.challenge = bytes(options.challenge);
    options.allowCredentials = described(options.allowCredentials);
    return navigator.credentials.get({ publicKey: options });
  }

  function answer(credential) {
    var said = credential.response;
    var response = { clientDataJSON: text(said.clientDataJSON) };
    if (said.attestationObject) {
      response.attestationObject = text(said.attestationObject);
      response.transports = said.getTransports ? said.getTransports() : [];
    } else {
      response.authenticatorData = text(said.authenticatorData);
      response.signature = text(said.signature);
      response.userHandle = said.userHandle ? text(said.userHandle) : null;
    }
    return JSON.stringify({
      id: credential.id,
      rawId: text(credential.rawId),
      type: credential.type,
      response: response,
      clientExtensionResults: credential.getClientExtensionResults(),
      authenticatorAttachment: credential.authenticatorAttachment
    });
  }

  form.addEventListener('submit', function (event) {
    event.preventDefault();
    problem.hidden = true;
    var label = form.querySelector('[name=label]');
    post(form.getAttribute('data-question'), {})
      .then(function (reply) { return reply.json(); })
      .then(function (question) {
        var options = JSON.parse(question.options);
        return (label ? created(options) : shown(options)).then(function (credential) {
          return post(form.action, { answer: answer(credential), sealed: question.sealed, label: label ? label.value : '' });
        });
      })
      .then(function () { window.location.assign(form.getAttribute('data-then')); })
      .catch(function () { problem.hidden = false; });
  });
}());
