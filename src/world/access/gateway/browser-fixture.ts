/** What tests of sign-in use to pass through a provider. */

/** A browser without scripts: follows redirects until it leaves the provider for `redirect`, presses the button of one person. */
export async function press(address: string, id: string, redirect: string): Promise<URL> {
  const jar = new Map<string, string>();
  let next = new URL(address);
  let body: string | null = null;
  for (let i = 0; i < 10; i++) {
    const response = await fetch(next, {
      redirect: 'manual',
      method: body === null ? 'GET' : 'POST',
      body,
      headers: {
        cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(body !== null && { 'content-type': 'application/x-www-form-urlencoded' }),
      },
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      jar.set(name, value);
    }
    const location = response.headers.get('location');
    if (location) {
      next = new URL(location, next);
      body = null;
      if (next.href.startsWith(redirect)) return next;
    } else if (response.status === 200) body = new URLSearchParams({ id }).toString();
    else throw new Error(`provider answered ${response.status}: ${await response.text()}`);
  }
  throw new Error('never came back');
}
