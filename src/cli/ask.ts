import { parseArgs, styleText } from 'node:util';
import { z } from 'zod';
import type { Answer } from '../ask/answer.ts';
import { createAsker } from '../ask/ask.ts';
import type { Asker } from '../ask/asker.ts';
import { plainText } from '../ask/plain-text.ts';
import { loadRecord } from '../record/load-record.ts';
import { loadDataFolder } from '../settings.ts';
import { answerLines } from './answer-lines.ts';
import { claimLine } from './claim-line.ts';
import { EXIT } from './exit-codes.ts';
import { Misuse, runCommand, stopWhenUnread } from './run-command.ts';

const USAGE = `Usage: npm run ask -- "how many people were hurt"
       npm run -s ask -- --jsonl < questions.jsonl

  --after QUESTION   an earlier question of the same thread; may be given several times
  --timeline, --sources, --conflicts   lay the answer out as that
  --now INSTANT      ask as of an instant (ISO 8601); the present unless given
  --data FOLDER      another data folder (or DATELINE_DATA)
  --jsonl            read {"id","ask","thread"?,"now"?} a line, print {"id","declined","claims","text"} a line

Exit code: 0 answered, 3 declined, 2 misuse, 1 a record that cannot be read.`;

const instant = z.iso.datetime({ offset: true, error: 'must be an ISO 8601 instant like 2025-11-03T09:00:00Z' });
const questionLine = z.object({
  id: z.union([z.string(), z.number()]),
  ask: z.string(),
  thread: z.array(z.string()).optional(),
  now: instant.optional(),
});

/** An answer for a terminal: the lead stands out, what is around the claims steps back. Plain where colour is not wanted. */
function terminalText(answer: Answer): string {
  const paint = (format: 'bold' | 'dim', text: string) => styleText(format, text, { stream: process.stdout });
  const [lead = '', ...lines] = plainText(answer).split('\n');
  return [paint('bold', lead), ...lines.map((line) => (line.startsWith('•') ? line : paint('dim', line)))].join('\n');
}

function answerLine(asker: Asker, { id, ask, thread = [], now }: z.infer<typeof questionLine>, presently: string) {
  const answer = asker.ask({ ask, thread, now: now ?? presently });
  const claims = answer.claims.map(({ claim }) => claimLine(claim));
  return { id, declined: answer.declined, claims, text: plainText(answer) };
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      after: { type: 'string', multiple: true, default: [] },
      timeline: { type: 'boolean' },
      sources: { type: 'boolean' },
      conflicts: { type: 'boolean' },
      now: { type: 'string' },
      data: { type: 'string' },
      jsonl: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) {
    console.log(USAGE);
    return EXIT.answered;
  }
  const given = values.now === undefined ? undefined : instant.safeParse(values.now);
  if (given && !given.success) throw new Misuse(`--now ${given.error.issues[0]?.message}`);
  const now = given?.data ?? new Date().toISOString();
  const ask = positionals.join(' ').trim();
  if (!values.jsonl && ask === '') throw new Misuse('Ask something.');
  const asker = createAsker(loadRecord(values.data ?? loadDataFolder()));
  if (values.jsonl) return answerLines(questionLine, (line) => answerLine(asker, line, now));
  const form = (['timeline', 'sources', 'conflicts'] as const).find((name) => values[name]);
  const answer = asker.ask({ ask, thread: values.after, now, ...(form ? { form } : {}) });
  console.log(terminalText(answer));
  return answer.declined ? EXIT.declined : EXIT.answered;
}

stopWhenUnread();
await runCommand(main, USAGE);
