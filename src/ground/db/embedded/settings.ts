/** Names and settings of the embedded server: small in memory, safe on a power cut (`fsync` stays on). */

/** Owner of every table and superuser: for migrations only. */
export const ownerRole = 'toantrinh_owner';
/** The program's own role: neither superuser nor owner; migrations grant it what it needs. */
export const programRole = 'toantrinh';
/** The database that is there from the start. */
export const mainDatabase = 'toantrinh';

/** Given at each start, so that a newer program brings newer settings. */
const settings: Readonly<Record<string, string>> = {
  listen_addresses: '',
  port: '5432',
  unix_socket_permissions: '0700',
  timezone: 'UTC',
  log_timezone: 'UTC',
  shared_buffers: '128MB',
  work_mem: '8MB',
  jit: 'off',
  io_method: 'sync', // the default keeps three helper processes
  max_parallel_workers_per_gather: '1',
  autovacuum_max_workers: '2',
  autovacuum_naptime: '15s', // what is read from an index alone is soon settled
  wal_compression: 'on',
  // Serving again within five seconds after a kill: one flush of the file system instead of one for each of some
  // thousand files, and no more log to replay than a slow machine does in about three seconds.
  recovery_init_sync_method: 'syncfs',
  max_wal_size: '512MB',
  random_page_cost: '1.1',
  // Statements and values may hold personal data: only the message itself is logged.
  log_min_messages: 'warning',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
};

/** The settings as arguments of the server. Each of its processes carries `name` in its title. */
export const serverArguments = (cluster: string, sockets: string, name: string): readonly string[] => [
  '-D',
  cluster,
  '-c',
  `cluster_name=${name}`,
  '-c',
  `unix_socket_directories=${sockets}`,
  ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
];

/**
 * Byte order by default, which is fast and the same everywhere; Vietnamese order is asked for (`collate "vi-x-icu"`).
 * Only the owner of the socket folder can reach the server, so no password is kept beside the data.
 */
export const clusterArguments = (cluster: string): readonly string[] => [
  '-D',
  cluster,
  `--username=${ownerRole}`,
  '--auth-local=trust',
  '--auth-host=reject',
  '--encoding=UTF8',
  '--locale-provider=libc',
  '--lc-collate=C',
  '--lc-ctype=C.UTF-8',
  '--lc-messages=C',
  '--no-instructions',
];

/** What a new cluster holds besides PostgreSQL's own, one statement a line. */
export const firstStatements = `create role ${programRole} login nosuperuser nocreatedb nocreaterole;
create database ${mainDatabase};
revoke all on database ${mainDatabase} from public;
grant connect on database ${mainDatabase} to ${programRole};
`;
