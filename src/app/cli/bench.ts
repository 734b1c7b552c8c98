/** `toantrinh bench`: measures the main jobs at the size of a real province, each beside the limit of this machine. */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { inOwnFolder } from '../../../bench/own.ts';
import { jobNames, runBench } from '../../../bench/run.ts';
import { sizes, type Size } from '../../../bench/load/load.ts';
import { jsonOf, tableOf } from '../../../bench/table.ts';
import { PROVEN, readProven } from '../../../bench/proven.ts';
import { targetsOf, targetTable, type Proven } from '../../../bench/targets.ts';
import { Misused, optionsOf, type Command } from '../io.ts';

const help = `toantrinh bench [--size 1k|100k|1m|10m] [--only JOB] [--rounds N] [--seconds N] [--json [FILE]]

Loads a province of that many dossiers into an empty DATA_DIR or a folder of its own and measures each job beside its limit, in turns.
A ratio compares them in the same run: absolute figures change with the machine and its neighbours.
It does not conclude while others use more than half a core.

Jobs: ${jobNames.join('; ')}`;

export const bench: Command = {
  name: 'bench',
  help,
  run: async (argv, io) => {
    const { values, positionals } = optionsOf(
      argv,
      {
        size: { type: 'string', default: '1k' },
        only: { type: 'string' },
        rounds: { type: 'string', default: '3' },
        seconds: { type: 'string', default: '2' },
        json: { type: 'boolean' },
      },
      1,
    );
    const [file] = positionals;
    if (file !== undefined && !values.json) throw new Misused(`The word “${file}” is not expected.`);
    const size = values.size.toLowerCase();
    if (!Object.hasOwn(sizes, size)) {
      io.err(`--size must be 1k, 100k, 1m or 10m, not "${values.size}".`);
      return 2;
    }
    const only = values.only ?? null;
    if (only !== null && !jobNames.some((name) => name.includes(only))) {
      io.err(`There is no job "${only}". Jobs: ${jobNames.join('; ')}`);
      return 2;
    }
    const began = Date.now();
    const asked = {
      size: size as Size,
      only,
      rounds: Number(values.rounds) || 3,
      seconds: Number(values.seconds) || 2,
    };
    const { results, standing, inconclusive } = await inOwnFolder((config) =>
      runBench(config, asked, io.err),
    );
    const say = values.json ? io.err : io.out;
    say(tableOf(results));
    if (standing) {
      const proven = (await readProven(
        fileURLToPath(new URL(`../../../${PROVEN}`, import.meta.url)),
      )) as Proven;
      say(`\n${targetTable(targetsOf({ results, standing, proven }))}\n`);
    }
    say(`${size}, ${((Date.now() - began) / 60_000).toFixed(1)} minutes, Node ${process.version}`);
    if (inconclusive)
      say('Inconclusive: others used more than half a core of this machine. Run it again when it is quiet.');
    const told = jsonOf(size, results, inconclusive);
    if (file !== undefined) await writeFile(path.resolve(io.cwd, file), `${told}\n`);
    if (values.json) io.out(JSON.stringify(JSON.parse(told)));
    return 0;
  },
};
