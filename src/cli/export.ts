import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { type ExportedRecord, exportRecord } from '../export/export-record.ts';
import { conflictText } from '../record/conflict-text.ts';
import { readSources } from '../record/load-record.ts';
import { loadSettings, type StoreSetting } from '../settings.ts';
import { storeLocation } from '../start-record.ts';
import { openStore } from '../store/open-store.ts';
import { EXIT } from './exit-codes.ts';
import { Misuse, runCommand, stopWhenUnread } from './run-command.ts';

const USAGE = `Usage: npm run export
       npm run export -- --dry-run
       npm run -s export -- --check

Writes into the data folder what editors did at the desk: claims, articles and people that they let in, claims that they
corrected, superseded or retracted. Everything else in the files stays as it is. Run twice, it changes nothing.

  --dry-run       say what would be written, and write nothing
  --check         the same, with exit code 1 when there is something to write
  --data FOLDER   another data folder (or DATELINE_DATA)

The store is that of the settings: DATABASE_URL, DATELINE_STORE, or the local workspace's.

Exit code: 0 done, 1 a folder or store that cannot be used (with --check: something to write), 2 misuse, or files and
desk disagree somewhere; those things are left as the files have them.`;

const SIGNS = { add: '+', change: '~', remove: '-' } as const;

/** What is written, entry by entry: "+ data/ferry/claims/accident.yml: claim x". */
function listOf({ written }: ExportedRecord, folder: string): readonly string[] {
  return written.map(({ dossier, file, kind, subject, id }) =>
    [SIGNS[kind], `${join(folder, dossier, file)}:`, subject, id].join(' '),
  );
}

/** Each file whole or not at all, whenever this is ended. */
function write({ files }: ExportedRecord): void {
  for (const { folder, name, text } of files) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(`${path}.new`, text);
    renameSync(`${path}.new`, path);
  }
}

async function readLedger(setting: StoreSetting) {
  // Opening it would make it.
  if (setting.kind === 'sqlite' && !existsSync(setting.file)) return [];
  const store = await openStore(storeLocation(setting), () => {});
  try {
    return await store.ledger.read();
  } finally {
    await store.close();
  }
}

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      data: { type: 'string' },
      check: { type: 'boolean', default: false },
      'dry-run': { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) {
    console.log(USAGE);
    return EXIT.answered;
  }
  const read = loadSettings();
  if (read.kind === 'mistakes')
    throw new Misuse(
      ['The settings cannot be used:', ...read.mistakes.map(({ name, problem }) => `  ${name} ${problem}`)].join('\n'),
    );
  const folder = values.data ?? read.settings.dataFolder;
  const exported = exportRecord(readSources(folder), await readLedger(read.settings.store));
  const isDry = values.check || values['dry-run'];
  if (!isDry) write(exported);
  const { conflicts, written } = exported;
  for (const line of listOf(exported, folder)) console.log(line);
  if (written.length === 0) console.log('The data folder has everything that the desk brought in.');
  for (const conflict of conflicts) console.error(conflictText(conflict));
  if (conflicts.length > 0) return EXIT.misuse;
  return values.check && written.length > 0 ? EXIT.fault : EXIT.answered;
}

stopWhenUnread();
await runCommand(main, USAGE);
