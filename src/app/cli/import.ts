/** `toantrinh import …`: the national lists as files. Repeating an import changes nothing. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { bySystem } from '../../ground/db/edge.ts';
import { importAgencies, parseAgencies } from '../../world/agencies/index.ts';
import { importPlaces, parsePlaces } from '../../world/places/index.ts';
import { importCommand, type Installation } from '../../services/catalogue/index.ts';
import { Misused, optionsOf, type Command, type Io } from '../io.ts';
import { openInstallation } from './installation.ts';

const help = `toantrinh import procedures FILE.jsonl [--json]
toantrinh import places UNITS.json LEGACY.csv [--json]
toantrinh import agencies FILE.json [--json]

Imports the national catalogue of procedures, the administrative units (with what became of the old ones), or the
electronic identifiers of agencies. Repeating an import changes nothing.`;

type Lists = Readonly<Record<string, (edge: Installation, files: readonly string[]) => Promise<object>>>;

const lists: Lists = {
  places: ({ edge, tenant }, [units = '', legacy = '']) =>
    edge.act(bySystem(tenant), (act) => importPlaces(act, parsePlaces(units, legacy))),
  agencies: ({ edge, tenant }, [agencies = '']) =>
    edge.act(bySystem(tenant), (act) => importAgencies(act, parseAgencies(agencies))),
};

async function importList(kind: string, argv: readonly string[], io: Io): Promise<number> {
  const wanted = kind === 'places' ? 2 : 1;
  const { values, positionals: names } = optionsOf(argv, { json: { type: 'boolean' } }, wanted);
  const { json = false } = values;
  if (names.length < wanted) {
    io.err(help);
    return 2;
  }
  const files: string[] = [];
  for (const name of names) {
    const text = await readFile(path.resolve(io.cwd, name), 'utf8').catch(() => null);
    if (text === null) {
      io.err(`${name} cannot be read.`);
      return 1;
    }
    files.push(text);
  }
  const installation = await openInstallation(io);
  try {
    const brought = await lists[kind]!(installation, files);
    io.out(json ? JSON.stringify(brought) : `Imported: ${JSON.stringify(brought)}`);
    return 0;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    io.err(`${names.join(', ')}: not in the form of such a list (${error.message}).`);
    return 1;
  } finally {
    await installation.close();
  }
}

export const importFiles: Command = {
  name: 'import',
  help,
  run: async (argv, io) => {
    const [kind = '', ...rest] = argv;
    if (Object.hasOwn(lists, kind)) return importList(kind, rest, io);
    if (kind === 'procedures') return importCommand(argv, io, () => openInstallation(io));
    throw new Misused(kind ? `There is no list “${kind}”.` : 'Say which list.');
  },
};
