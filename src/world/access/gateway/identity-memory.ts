/** What the simulated identity provider remembers: sessions, codes and grants in memory, each for as long as it holds. */
import type { Adapter, AdapterPayload } from 'oidc-provider';

type Kept = { readonly payload: AdapterPayload; readonly until: number };

/** Makes an empty memory; each kind of thing has its own part of it. */
export function newIdentityMemory(): (kind: string) => Adapter {
  const kept = new Map<string, Kept>();
  return (kind) => {
    const own = (id: string): string => `${kind} ${id}`;
    const take = (key: string): AdapterPayload | undefined => {
      const one = kept.get(key);
      return one && one.until > Date.now() ? one.payload : undefined;
    };
    const having = async (name: 'uid' | 'userCode', value: string): Promise<AdapterPayload | undefined> => {
      for (const [key, { payload }] of kept)
        if (key.startsWith(own('')) && payload[name] === value) return take(key);
      return undefined;
    };
    return {
      upsert: async (id, payload, seconds = 0) => {
        kept.set(own(id), { payload, until: Date.now() + seconds * 1000 });
      },
      find: async (id) => take(own(id)),
      findByUid: (uid) => having('uid', uid),
      findByUserCode: (code) => having('userCode', code),
      consume: async (id) => {
        const payload = take(own(id));
        if (payload) payload.consumed = Math.floor(Date.now() / 1000);
      },
      destroy: async (id) => void kept.delete(own(id)),
      revokeByGrantId: async (grantId) => {
        for (const [key, { payload }] of kept) if (payload.grantId === grantId) kept.delete(key);
      },
    };
  };
}
