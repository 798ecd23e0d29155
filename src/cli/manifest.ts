import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { dump } from 'js-yaml';
import { loadRecord } from '../record/load-record.ts';
import { loadDataFolder } from '../settings.ts';
import { REQUEST_PATH } from '../slack/http-receiver.ts';
import { manifest, type Reach } from '../slack/manifest.ts';

const FILE = 'manifest.yml';
const HEADER = '# Written by `npm run manifest` from the dossiers and the code. Do not edit: run it again.\n';

/** Where the manifest points until an address of one's own is given. */
export const EXAMPLE_ADDRESS = 'https://dateline.example.com';

/** The text of manifest.yml for the dossiers of a data folder. Throws when the folder is not a record. */
export function manifestText(dataFolder: string, reach: Reach): string {
  return HEADER + dump(manifest(loadRecord(dataFolder), reach), { lineWidth: 120 });
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: {
      url: { type: 'string', default: EXAMPLE_ADDRESS },
      socket: { type: 'boolean', default: false },
      data: { type: 'string', default: loadDataFolder() },
    },
  });
  const requestUrl = new URL(REQUEST_PATH, values.url).href;
  writeFileSync(FILE, manifestText(values.data, values.socket ? { mode: 'socket' } : { mode: 'http', requestUrl }));
  console.log(`Wrote ${FILE}. Paste it at https://api.slack.com/apps under "Create New App", "From a manifest".`);
}
