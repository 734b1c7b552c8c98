/** `toantrinh proof`: the long proofs (growth, kills, faults, documents, backup, load), kept in docs/proof.json. */
import { inOwnFolder } from '../../../bench/own.ts';
import { PROVEN } from '../../../bench/proven.ts';
import { partNames, runProof } from '../../../bench/proof.ts';
import { sizes, type Size } from '../../../bench/load/load.ts';
import { optionsOf, type Command } from '../io.ts';

export const proof: Command = {
  name: 'proof',
  help: `toantrinh proof [--only PART,…] [--minutes N] [--size 1k|100k|1m|10m] [--file FILE]

Runs the long proofs in an empty DATA_DIR or a folder of its own, on loopback only, and writes what came out to docs/proof.json with commit and date.
--minutes bounds each part (30). Parts: ${partNames.join(', ')}`,
  run: async (argv, io) => {
    const { values } = optionsOf(argv, {
      only: { type: 'string' },
      minutes: { type: 'string', default: '30' },
      size: { type: 'string', default: '1m' },
      file: { type: 'string', default: PROVEN },
    });
    const minutes = Number(values.minutes);
    const size = values.size.toLowerCase();
    const only = values.only?.split(',') ?? partNames;
    if (!Object.hasOwn(sizes, size) || !(minutes > 0) || only.some((part) => !partNames.includes(part))) {
      io.err(proof.help!);
      return 2;
    }
    const asked = { only, minutes, size: size as Size, file: values.file };
    await inOwnFolder((config) => runProof(config, asked, io.err));
    io.out(`Written to ${values.file}`);
    return 0;
  },
};
