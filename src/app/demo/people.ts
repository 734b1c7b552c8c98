/** Signing in as the people of a walk do: citizens by the national identity, officers by password and second factor. */
import { readSample } from '../../../sample/province/load.ts';
import { SAMPLE_PASSWORD } from '../../world/access/index.ts';
import type { Browser, Screen } from './browser.ts';
import type { Role, Walk } from './walk.ts';

/** A signed-in person: their browser and where it stands. */
export type Present = { readonly name: string; readonly browser: Browser; screen: Screen };

/** Signs in whoever has this role in the walk, in this browser. */
export const arrive = (browser: Browser, walk: Walk, role: Role): Promise<Present> =>
  role === 'citizen'
    ? citizen(browser, walk.people.citizen, `/nop/${walk.procedure}`)
    : officer(browser, accountOf(walk, role));

const accountOf = ({ people, name }: Walk, role: Role): string => {
  const account = people[role];
  if (!account) throw new Error(`Nobody is the ${role} in “${name}”.`);
  return account;
};

/** Asks for a page of citizens, is sent to sign in, and chooses who one is. */
export async function citizen(browser: Browser, name: string, wanted: string): Promise<Present> {
  const choice = await browser.follow(await browser.open(wanted), 'Đăng nhập bằng VNeID');
  return { name, browser, screen: await browser.press(choice, `${name} ·`) };
}

/** Signs in at the desk. */
export async function officer(browser: Browser, login: string): Promise<Present> {
  await browser.open('/dang-nhap/can-bo');
  // Opened anew: the code of the second factor is good for half a minute, and whoever looked at the page took longer.
  const page = await browser.open('/dang-nhap/can-bo?next=/viec');
  const code = /mã xác thực lúc này là (\d{6})/.exec(page.text)?.[1] ?? '';
  const screen = await browser.press(page, 'Đăng nhập', { login, password: SAMPLE_PASSWORD, code });
  if (screen.url.pathname !== '/viec') throw new Error(`${login} could not sign in: ${screen.text}`);
  return { name: readSample().officers.find(({ slug }) => slug === login)?.name ?? login, browser, screen };
}
