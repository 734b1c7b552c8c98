/** Accounts (tài khoản), sessions (phiên làm việc), security log. */

/** An account. Citizens are known by their personal number, officers by a sign-in name. */
export type Account = {
  readonly id: string;
  readonly kind: 'citizen' | 'officer';
  readonly person: string | null;
  readonly login: string;
  readonly name: string;
  readonly password: string | null;
  readonly totp: string | null;
  readonly failures: number;
  readonly locked_until: Date | null;
  readonly closed_at: Date | null;
};

/** One signed-in browser. */
export type SessionRow = {
  readonly id: string;
  readonly account: string;
  readonly assurance: 0 | 1 | 2;
  readonly organisation: string | null;
  readonly mandate: string | null;
  readonly post: string | null;
  readonly started_at: Date;
  readonly seen_at: Date;
  readonly ended_at: Date | null;
  readonly address: string;
  readonly agent: string;
};

export type AccessTables = {
  'access.accounts': Account & { tenant: number; created_at: Date };
  'access.sessions': SessionRow & { tenant: number };
  'access.security_log': {
    tenant: number;
    id: string;
    at: Date;
    account: string | null;
    what: SecurityEvent;
    address: string;
    agent: string;
  };
};

/** What the security log tells. */
export type SecurityEvent =
  'signed-in' | 'failed' | 'locked' | 'signed-out' | 'ended' | 'second-factor-failed';
