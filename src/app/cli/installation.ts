/** The installation of this machine for commands that change it. */
import { edgeOn } from '../../ground/db/edge.ts';
import { readConfig } from '../../ground/operate/config.ts';
import type { Installation } from '../../services/catalogue/index.ts';
import { openUpToDate } from '../database.ts';
import type { Io } from '../io.ts';
import { TENANT } from '../tenant.ts';

/** Opens the installation of this data folder or DATABASE_URL, brought up to date. */
export async function openInstallation(io: Io): Promise<Installation> {
  const { connection, close } = await openUpToDate(readConfig(), io.err);
  return { edge: edgeOn(connection.db), tenant: TENANT, close };
}
