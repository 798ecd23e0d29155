import { readFileSync } from 'node:fs';
import { text as readAll } from 'node:stream/consumers';
import { parseArgs, styleText } from 'node:util';
import { z } from 'zod';
import { checkText, sentenceText } from '../check/check-text.ts';
import { type Checker, createChecker } from '../check/checker.ts';
import { loadRecord } from '../record/load-record.ts';
import { loadDataFolder } from '../settings.ts';
import { answerLines } from './answer-lines.ts';
import { claimLine } from './claim-line.ts';
import { EXIT } from './exit-codes.ts';
import { Misuse, runCommand, stopWhenUnread } from './run-command.ts';

const USAGE = `Usage: npm run check -- draft.txt
       npm run -s check -- - < draft.txt
       npm run -s check -- --jsonl < sentences.jsonl

  --data FOLDER   another data folder (or DATELINE_DATA)
  --jsonl         read {"id","text"} a line, one sentence each, print {"id","verdict","claims","text"} a line

Exit code: 0 checked, 3 something in it is contradicted or credited wrongly, 2 misuse, 1 a record that cannot be read.`;

const sentenceLine = z.object({ id: z.union([z.string(), z.number()]), text: z.string() });

function checkLine(checker: Checker, { id, text }: z.infer<typeof sentenceLine>, now: string) {
  const checked = checker.checkSentence(text, now);
  const verdict = checked.verdict === 'nothing-to-check' ? 'unsupported' : checked.verdict;
  return { id, verdict, claims: checked.claims.map(({ claim }) => claimLine(claim)), text: sentenceText(checked) };
}

function readCopy(file: string): string | Promise<string> {
  if (file === '-') return readAll(process.stdin);
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new Misuse(`${file} cannot be read: ${(error as Error).message}`);
  }
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      data: { type: 'string' },
      jsonl: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) {
    console.log(USAGE);
    return EXIT.answered;
  }
  const [file, ...others] = positionals;
  if (!values.jsonl && (file === undefined || others.length > 0))
    throw new Misuse('Name one file, or - for standard input.');
  const checker = createChecker(loadRecord(values.data ?? loadDataFolder()));
  const now = new Date().toISOString();
  if (values.jsonl) return answerLines(sentenceLine, (line) => checkLine(checker, line, now));
  const result = checker.check(await readCopy(file as string), now);
  const [summary = '', ...rest] = checkText(result).split('\n');
  console.log([styleText('bold', summary, { stream: process.stdout }), ...rest].join('\n'));
  const { contradicted = 0, misattributed = 0 } = result.counts;
  return contradicted + misattributed > 0 ? EXIT.declined : EXIT.answered;
}

stopWhenUnread();
await runCommand(main, USAGE);
