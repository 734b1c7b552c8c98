/**
 * The script of the passkey pages: asks our server for a question, the device for the answer, and sends the form. Without
 * script, or where the browser knows no passkeys, the button stays hidden and the page says what to do instead.
 */

/** What our API answers: `world/access/passkeys.ts`, `Asked`. */
type Asked = { readonly challenge: string; readonly options: Readonly<Record<string, unknown>> };

const bytesOf = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));

const textOf = (bytes: ArrayBuffer): string =>
  btoa(String.fromCharCode(...new Uint8Array(bytes)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

type Listed = { readonly id: string; readonly type: 'public-key' };
const credentials = (list: unknown): PublicKeyCredentialDescriptor[] =>
  ((list as readonly Listed[] | undefined) ?? []).map(({ id, type }) => ({ id: bytesOf(id), type }));

async function make({ options }: Asked): Promise<object> {
  const user = options['user'] as { id: string; name: string; displayName: string };
  const publicKey = {
    ...options,
    challenge: bytesOf(options['challenge'] as string),
    user: { ...user, id: bytesOf(user.id) },
    excludeCredentials: credentials(options['excludeCredentials']),
  } as unknown as PublicKeyCredentialCreationOptions;
  const made = (await navigator.credentials.create({ publicKey })) as PublicKeyCredential;
  const response = made.response as AuthenticatorAttestationResponse;
  return {
    ...head(made),
    response: {
      clientDataJSON: textOf(response.clientDataJSON),
      attestationObject: textOf(response.attestationObject),
      transports: response.getTransports(),
    },
  };
}

async function use({ options }: Asked): Promise<object> {
  const publicKey = {
    ...options,
    challenge: bytesOf(options['challenge'] as string),
    allowCredentials: credentials(options['allowCredentials']),
  } as unknown as PublicKeyCredentialRequestOptions;
  const used = (await navigator.credentials.get({ publicKey })) as PublicKeyCredential;
  const response = used.response as AuthenticatorAssertionResponse;
  return {
    ...head(used),
    response: {
      clientDataJSON: textOf(response.clientDataJSON),
      authenticatorData: textOf(response.authenticatorData),
      signature: textOf(response.signature),
      userHandle: response.userHandle ? textOf(response.userHandle) : undefined,
    },
  };
}

const head = (credential: PublicKeyCredential): object => ({
  id: credential.id,
  rawId: textOf(credential.rawId),
  type: credential.type,
  clientExtensionResults: credential.getClientExtensionResults(),
});

async function ask(address: string): Promise<Asked> {
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(address, { method: 'POST', headers, body: '{}' });
  if (!answer.ok) throw new Error(String(answer.status));
  return (await answer.json()) as Asked;
}

/** Brings one form to life. Its element says which question to ask for (`data-passkey`) and whether a passkey is made. */
function enliven(place: HTMLElement): void {
  const form = place.querySelector('form');
  const button = place.querySelector<HTMLButtonElement>('[data-passkey-button]');
  const failed = place.querySelector<HTMLElement>('[data-passkey-failed]');
  const address = place.dataset['passkey'];
  if (!form || !button || !address) return;
  const put = (name: string, value: string): void => {
    const field = form.elements.namedItem(name);
    if (field instanceof HTMLInputElement) field.value = value;
  };
  for (const shown of place.querySelectorAll<HTMLElement>('[data-passkey-shown]')) shown.hidden = false;
  for (const none of place.querySelectorAll<HTMLElement>('[data-passkey-none]')) none.hidden = true;
  const run = async (): Promise<void> => {
    if (failed) failed.hidden = true;
    button.disabled = true;
    try {
      const asked = await ask(address);
      const answer = await ('passkeyNew' in place.dataset ? make(asked) : use(asked));
      put('challenge', asked.challenge);
      put('answer', JSON.stringify(answer));
      form.submit();
    } catch {
      // The person closed the device's window, or the device has no key for this site: nothing was sent.
      if (failed) failed.hidden = false;
      button.disabled = false;
    }
  };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void run();
  });
}

if ('credentials' in navigator && 'PublicKeyCredential' in globalThis) {
  for (const place of document.querySelectorAll<HTMLElement>('[data-passkey]')) enliven(place);
}
