import { parseArgs, styleText } from 'node:util';
import { decideEdition } from '../digest/decide-edition.ts';
import type { Edition, TopicRef } from '../digest/edition.ts';
import { editionText } from '../digest/edition-text.ts';
import type { Dossier, IsoDate } from '../record/dossier.ts';
import { loadRecord } from '../record/load-record.ts';
import { nearest } from '../record/nearest.ts';
import { asOf } from '../record/standing.ts';
import { loadDataFolder } from '../settings.ts';
import { EXIT } from './exit-codes.ts';
import { Misuse, runCommand, stopWhenUnread } from './run-command.ts';

const MOST = 5;

const USAGE = `Usage: npm run digest -- --since 2025-02-19 --until 2025-11-03

Prints what a newsroom would have been told, by the record's own dates: what was published when.

  --since DAY      what was known at the end of that day is not told again; without it, the record as it stands
  --until DAY      the day of the edition; today unless given
  --topic TOPIC    only that topic (its id, title or command); may be given several times
  --dossier NAME   only that dossier (its folder's name); may be given several times
  --full           every item; otherwise ${MOST} a section and how many more there are
  --quiet          print nothing when there is no news
  --data FOLDER    another data folder (or DATELINE_DATA)

Exit code: 0 printed, 2 misuse, 1 a record that cannot be read.`;

/** A day as it was typed. Throws `Misuse` for anything that is not one. */
function readDay(option: string, text: string): IsoDate {
  try {
    if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) throw new RangeError('not a day');
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString();
  } catch {
    throw new Misuse(`--${option} must be a day like 2025-11-03, and "${text}" is not one.`);
  }
}

function unknown(what: string, given: string, known: readonly string[]): Misuse {
  const guess = nearest(given, known);
  return new Misuse(
    `There is no ${what} "${given}".${guess ? ` Did you mean "${guess}"?` : ''} There are: ${known.join(', ')}.`,
  );
}

function chooseDossiers(record: readonly Dossier[], names: readonly string[]): readonly Dossier[] {
  const slugs = record.map(({ slug }) => slug);
  for (const name of names) if (!slugs.includes(name)) throw unknown('dossier', name, slugs);
  return names.length === 0 ? record : record.filter(({ slug }) => names.includes(slug));
}

/** The topics that were named, in every dossier that has one of that id, title or command. */
function chooseTopics(dossiers: readonly Dossier[], names: readonly string[]): readonly TopicRef[] {
  const topics = dossiers.flatMap(({ slug, topics }) => [...topics.values()].map((topic) => ({ ...topic, slug })));
  return names.flatMap((name) => {
    const wanted = name.toLowerCase();
    const found = topics.filter(({ id, title, command }) =>
      [id, title, command, command?.slice(1)].some((known) => known?.toLowerCase() === wanted),
    );
    if (found.length === 0) throw unknown('topic', name, [...new Set(topics.map(({ id }) => id))]);
    return found.map(({ slug, id }) => ({ dossier: slug, topic: id }));
  });
}

/** An edition for a terminal: its titles stand out. Plain where colour is not wanted. */
function terminalText(edition: Edition, most: number | undefined): string {
  const titles = new Set([edition.title, ...edition.sections.map(({ title }) => title)]);
  const bold = (line: string) => styleText('bold', line, { stream: process.stdout });
  return editionText(edition, most === undefined ? {} : { most })
    .split('\n')
    .map((line) => (titles.has(line) ? bold(line) : line))
    .join('\n');
}

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      since: { type: 'string' },
      until: { type: 'string' },
      topic: { type: 'string', multiple: true, default: [] },
      dossier: { type: 'string', multiple: true, default: [] },
      full: { type: 'boolean', default: false },
      quiet: { type: 'boolean', default: false },
      data: { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) {
    console.log(USAGE);
    return EXIT.answered;
  }
  const since = values.since === undefined ? undefined : readDay('since', values.since);
  const today = values.until === undefined ? Temporal.Now.plainDateISO().toString() : readDay('until', values.until);
  if (since !== undefined && since > today) throw new Misuse(`--since ${since} is after --until ${today}.`);
  const record = chooseDossiers(loadRecord(values.data ?? loadDataFolder()), values.dossier);
  const decision = decideEdition(
    since === undefined ? undefined : record.map((dossier) => asOf(dossier, since)),
    record.map((dossier) => asOf(dossier, today)),
    {
      today,
      topics: chooseTopics(record, values.topic),
      quietDay: values.quiet ? 'silent' : 'say',
      ...(since === undefined ? {} : { since }),
    },
  );
  if (decision.kind === 'edition') console.log(terminalText(decision.edition, values.full ? undefined : MOST));
  return EXIT.answered;
}

stopWhenUnread();
await runCommand(main, USAGE);
