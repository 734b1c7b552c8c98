/** Tables of the jobs room. */
export type JobTables = {
  'jobs.events': {
    tenant: number;
    id: string;
    name: string;
    item: string;
    payload: Record<string, unknown>;
    at: Date;
    due_at: Date;
    sent: boolean;
  };
  'jobs.done': { tenant: number; event: string; subscriber: string; at: Date };
};
