/** Accounts (tài khoản), sessions (phiên làm việc), passkeys (khóa truy cập), security log (nhật ký an toàn). */

/** An account. Citizens are known by their personal number, officers by a sign-in name. */
export type Account = {
  readonly id: string;
  readonly kind: 'citizen' | 'officer';
  readonly person: string | null;
  readonly login: string;
  readonly name: string;
  readonly password: string | null;
  readonly totp: string | null;
  /** Last step of the second factor that was used. */
  readonly totp_step: number;
  /** Identity provider of the agency by which alone the account signs in. */
  readonly provider: string | null;
  readonly failures: number;
  readonly locked_until: Date | null;
  /** Not used for 45 days, or stopped by an administrator. */
  readonly suspended_for: 'idle' | 'administrator' | null;
  readonly closed_at: Date | null;
  readonly created_at: Date;
  readonly signed_in_at: Date | null;
  readonly password_set_at: Date | null;
  readonly reviewed_at: Date | null;
  readonly activation: string | null;
  readonly activation_until: Date | null;
};

/** How a person proved who they are. */
export type Method = 'vneid' | 'password' | 'passkey' | 'agency';

/** One signed-in browser. */
export type SessionRow = {
  readonly id: string;
  readonly account: string;
  readonly assurance: 0 | 1 | 2;
  readonly organisation: string | null;
  readonly mandate: string | null;
  /** Child or ward whom the person represents by law in this session. */
  readonly ward: string | null;
  readonly post: string | null;
  readonly method: Method | null;
  readonly started_at: Date;
  readonly seen_at: Date;
  readonly ended_at: Date | null;
  readonly address: string;
  readonly agent: string;
};

/** The public half of a key that lies on a device of the officer. */
export type Passkey = {
  /** Credential id, base64url. */
  readonly id: string;
  readonly account: string;
  readonly public_key: string;
  readonly counter: number;
  /** Comma-separated, as the device said. */
  readonly transports: string;
  readonly name: string;
  readonly created_at: Date;
  readonly used_at: Date | null;
};

/** A random question put to a passkey: good once, for five minutes. */
export type Challenge = {
  readonly id: string;
  readonly challenge: string;
  readonly account: string | null;
  readonly used: boolean;
  readonly expires_at: Date;
};

/** One line of the security log. */
export type Logged = {
  readonly id: string;
  readonly at: Date;
  readonly account: string | null;
  readonly what: SecurityEvent;
  readonly address: string;
  readonly agent: string;
  readonly by_account: string | null;
  readonly detail: string | null;
};

export type AccessTables = {
  'access.accounts': Account & { tenant: number; search: string };
  'access.sessions': SessionRow & { tenant: number };
  'access.passkeys': Passkey & { tenant: number };
  'access.challenges': Challenge & { tenant: number };
  'access.old_passwords': { tenant: number; account: string; set_at: Date; hash: string };
  'access.security_log': Logged & { tenant: number };
};

/** What the security log tells. */
export const securityEvents = [
  'signed-in',
  'failed',
  'locked',
  'signed-out',
  'ended',
  'opened',
  'activated',
  'password-changed',
  'passkey-added',
  'passkey-removed',
  'reset',
  'suspended',
  'unlocked',
  'closed',
  'reviewed',
  'post-chosen',
  'acting-for',
] as const;
export type SecurityEvent = (typeof securityEvents)[number];
