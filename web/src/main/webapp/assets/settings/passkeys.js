// Adds passkeys and signs in by them. Each form asks the server what to ask the authenticator for, and takes the answer back.

const json = async (response) => {
  if (response.status === 409) {
    location.assign(`?passkey=${await response.text()}`);
    return null;
  }
  if (!response.ok) throw new Error(`status ${response.status}`);
  return response.json();
};

const asked = {
  'sign-in': async (form) => {
    const options = await json(await fetch(form.action));
    return options && navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
  },
  add: async (form) => {
    const current = form.querySelector('[type=password]').value;
    const options = await json(await fetch(form.dataset.options, { method: 'POST', body: new URLSearchParams({ current }) }));
    return options && navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) });
  },
};

const answer = async (form, button, problem) => {
  button.disabled = true;
  problem.hidden = true;
  try {
    const credential = await asked[form.dataset.passkey](form);
    if (credential) {
      form.elements.response.value = JSON.stringify(credential.toJSON());
      form.submit();
    }
  } catch {
    // The person has cancelled, waited too long, or the authenticator has this account already: browsers do not say which.
    problem.hidden = false;
    button.disabled = false;
  }
};

const supported = Boolean(window.PublicKeyCredential?.parseCreationOptionsFromJSON && navigator.credentials);
document.querySelectorAll('form[data-passkey]').forEach((form) => {
  form.hidden = !supported || location.hostname !== form.dataset.host;
  const none = form.parentElement.querySelector('[data-passkey=none]');
  if (none) none.hidden = !form.hidden;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    answer(form, form.querySelector('button'), form.querySelector('[role=alert]'));
  });
});
