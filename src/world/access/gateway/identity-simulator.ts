/**
 * Stands in for the national identity in the sample province: a real OpenID provider (`oidc-provider`) with invented
 * persons at levels 1 and 2, and organisations that act through their representative. It can fail like the real one.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { generateKeyPairSync, randomUUID } from 'node:crypto';
import type { Configuration, JWK, Provider } from 'oidc-provider';
import { IDLE_CONNECTION } from '../../../ground/wire/index.ts';
import { newIdentityMemory } from './identity-memory.ts';

/** An invented person of the simulator. */
export type SimulatedPerson = {
  readonly number: string;
  readonly name: string;
  readonly born: string;
  readonly level: 1 | 2;
  readonly organisations?: readonly { readonly code: string; readonly name: string }[];
};

/** How the simulator misbehaves: answers slowly, or not at all. */
export type Faults = { slowMs: number; down: boolean };

/** A running simulator. */
export type IdentitySimulator = { readonly issuer: string; readonly faults: Faults; close(): Promise<void> };

type Options = {
  readonly host: string;
  readonly port: number;
  readonly persons: readonly SimulatedPerson[];
  readonly client: { readonly id: string; readonly secret: string; readonly redirects: readonly string[] };
};

const account = (id: string, persons: readonly SimulatedPerson[]) => {
  const [number = '', organisation = ''] = id.split('~');
  const person = persons.find((one) => one.number === number);
  if (!person) return undefined;
  return {
    accountId: id,
    claims: () => ({
      sub: id,
      SoDinhDanh: person.number,
      HoVaTen: person.name,
      NgayThangNamSinh: person.born.replaceAll('-', ''),
      loAs: String(person.level),
      ...(organisation && { MaSoDoanhNghiep: organisation }),
    }),
  };
};

/** Seconds for which whatever the provider gives out holds. */
const MINUTES = 1800;

/** A name of its own: who keeps keys by their names asks again after a new start. */
const signingKey = () => {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return { ...privateKey.export({ format: 'jwk' }), kid: randomUUID(), use: 'sig', alg: 'RS256' } as JWK;
};

function configuration({ persons, client }: Options): Configuration {
  return {
    clients: [
      {
        client_id: client.id,
        client_secret: client.secret,
        redirect_uris: [...client.redirects],
        post_logout_redirect_uris: client.redirects.map((one) => new URL('/', one).href),
        grant_types: ['authorization_code'],
        response_types: ['code'],
      },
    ],
    adapter: newIdentityMemory(),
    jwks: { keys: [signingKey()] },
    ttl: { AccessToken: MINUTES, IdToken: MINUTES, Interaction: MINUTES, Grant: MINUTES, Session: MINUTES },
    acrValues: ['urn:vneid:1', 'urn:vneid:2'],
    claims: {
      openid: ['sub', 'SoDinhDanh', 'loAs', 'MaSoDoanhNghiep'],
      profile: ['HoVaTen', 'NgayThangNamSinh'],
      acr: null,
    },
    conformIdTokenClaims: false,
    features: { devInteractions: { enabled: false } },
    pkce: { required: () => true },
    cookies: {
      keys: ['sample'],
      names: { session: 'vneid_session', interaction: 'vneid_interaction', resume: 'vneid_resume' },
    },
    interactions: { url: (_, interaction) => `/chon/${interaction.uid}` },
    findAccount: (_, id) => account(id, persons),
    loadExistingGrant: async (context) => {
      // The national identity asks for consent once, when the person installs it: not again at each service.
      const { client: asking, session, provider } = context.oidc;
      const grant = new provider.Grant({ clientId: asking!.clientId, accountId: session!.accountId! });
      grant.addOIDCScope('openid profile');
      await grant.save();
      return grant;
    },
    renderError: (context) => {
      context.type = 'text/plain';
      context.body = 'Yêu cầu đăng nhập không hợp lệ hoặc đã hết hạn.';
    },
  };
}

/** Starts the simulator. Port 0 takes a free one. */
export async function startIdentitySimulator(options: Options): Promise<IdentitySimulator> {
  const faults: Faults = { slowMs: 0, down: false };
  const server: Server = createServer();
  server.keepAliveTimeout = IDLE_CONNECTION;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, options.host, resolve);
  });
  const { port } = server.address() as { port: number };
  const issuer = `http://${options.host}:${port}`;
  const { Provider } = await import('oidc-provider');
  const provider = new Provider(issuer, configuration(options));
  const protocol = provider.callback();
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    if (faults.down) return void request.socket.destroy();
    const serve = (): void =>
      void (request.url?.startsWith('/chon/')
        ? choose(provider, options, request, response)
        : protocol(request, response));
    if (faults.slowMs > 0) setTimeout(serve, faults.slowMs);
    else serve();
  });
  return {
    issuer,
    faults,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** The page on which one chooses which invented person to be. */
async function choose(
  provider: Provider,
  { persons }: Options,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    const { uid } = await provider.interactionDetails(request, response);
    if (request.method === 'POST') {
      let body = '';
      for await (const chunk of request) body += String(chunk);
      const id = new URLSearchParams(body.slice(0, 1000)).get('id') ?? '';
      const person = persons.find((one) => one.number === id.split('~')[0]);
      if (!person) return void response.writeHead(303, { location: `/chon/${uid}` }).end();
      await provider.interactionFinished(request, response, {
        login: { accountId: id, acr: `urn:vneid:${person.level}`, remember: false },
      });
      return;
    }
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' });
    response.end(choicePage(uid, persons));
  } catch {
    if (response.headersSent) return void response.destroy();
    response
      .writeHead(400, { 'content-type': 'text/plain; charset=utf-8' })
      .end('Lượt đăng nhập này đã hết hạn. Hãy quay lại và đăng nhập lại.');
  }
}

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

function choicePage(uid: string, persons: readonly SimulatedPerson[]): string {
  const button = (id: string, label: string): string =>
    `<li><button name="id" value="${escape(id)}">${escape(label)}</button></li>`;
  const rows = persons.flatMap((one) => [
    button(one.number, `${one.name} · ${one.number} · mức ${one.level}`),
    ...(one.organisations ?? []).map((organisation) =>
      button(`${one.number}~${organisation.code}`, `${one.name}, thay mặt ${organisation.name}`),
    ),
  ]);
  return `<!doctype html><html lang="vi"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Định danh mẫu</title>
<style>body{font:18px/1.5 sans-serif;max-width:40em;margin:2em auto;padding:0 1em}ul{list-style:none;padding:0}button{width:100%;text-align:left;font:inherit;padding:.7em 1em;margin:.2em 0;border:1px solid #0b3d6e;background:#fff;cursor:pointer}button:hover,button:focus{background:#e8f0f8}</style>
<main><h1>Định danh điện tử (mô phỏng)</h1><p>Đây là hệ thống mô phỏng với những người không có thật. Bạn là ai?</p>
<form method="post" action="/chon/${escape(uid)}"><ul>${rows.join('')}</ul></form></main></html>`;
}
