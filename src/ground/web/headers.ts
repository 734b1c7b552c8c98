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

/**
 * The address that the outermost of so many proxies of ours saw (X-Forwarded-For); null without proxies, or when fewer
 * have written. What stands further left was written by whoever sent the request.
 */
export const forwardedFor = (header: string | undefined, proxies: number): string | null =>
  (proxies > 0 && header?.split(',').at(-proxies)?.trim().slice(0, 64)) || null;
