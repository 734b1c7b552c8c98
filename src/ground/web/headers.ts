/** Headers of every answer, and what is believed of those that come in. The content policy allows no inline script and no foreign origin at all. */

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "manifest-src 'self'",
  "object-src 'none'",
].join('; ');

/** Security headers; `https` adds strict transport security. */
export const securityHeaders = (https: boolean): Readonly<Record<string, string>> => ({
  'content-security-policy': policy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(self), geolocation=(), microphone=(), payment=()',
  ...(https && { 'strict-transport-security': 'max-age=31536000; includeSubDomains' }),
});

/** Names that lead nowhere but to the machine of whoever asks (RFC 6761). */
const loopback = /^((.+\.)?localhost|127(\.\d+){3}|\[::1\])$/;

/**
 * Where the service is reached when nobody has said so (`ORIGIN`): links, codes and redirects begin with it. `Host` is
 * written by whoever sends the request, so it is believed only where it names this machine: a loopback name, the name
 * that the service listens on, or the very address at which the request arrived. `home` stands in for any other.
 */
export function believedOrigin(asked: URL, home: string, arrivedAt: string | undefined): string {
  const { hostname, origin } = asked;
  const local = arrivedAt?.replace(/^::ffff:/, '');
  const isOurs =
    loopback.test(hostname) ||
    hostname === new URL(home).hostname ||
    (local !== undefined && hostname === (local.includes(':') ? `[${local}]` : local));
  return isOurs ? origin : home;
}

/**
 * The address that the outermost of so many proxies of ours saw (X-Forwarded-For); null without proxies, or when fewer
 * have written. What stands further left was written by whoever sent the request.
 */
export const forwardedFor = (header: string | undefined, proxies: number): string | null =>
  (proxies > 0 && header?.split(',').at(-proxies)?.trim().slice(0, 64)) || null;
