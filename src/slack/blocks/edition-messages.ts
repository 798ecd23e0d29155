import type { KnownBlock, RichTextElement } from '@slack/types';
import type { ShownClaim } from '../../ask/answer.ts';
import type { Edition, EditionItem, EditionSection } from '../../digest/edition.ts';
import { editionText } from '../../digest/edition-text.ts';
import { words as editionWords } from '../../digest/words.ts';
import { DIGEST_WORDS } from '../digest/words.ts';
import { neutralText } from '../format/neutral-text.ts';
import { claimBlocks, claimElements } from './claim-blocks.ts';
import { refsTo } from './claim-refs.ts';
import { bullets, clip, context, header, paragraph, words } from './elements.ts';
import { firstToGo } from './first-to-go.ts';
import { fitsMessage } from './fits-message.ts';
import { buttonRow, keepButton } from './keep-button.ts';
import { LIMITS } from './limits.ts';
import type { Message } from './message.ts';

/** An edition as it is sent: a message in the channel, and what did not fit there in a thread under it. */
export interface EditionMessages {
  readonly main: Message;
  readonly thread: readonly Message[];
}

/** One item of one section. */
interface Line {
  readonly section: EditionSection;
  readonly item: EditionItem;
  /** Claims that are counted after the item: those of the section that it ends, and those that it is too long for. */
  readonly more: number;
}

const MOST_THREAD_MESSAGES = 20;
/** 999 days, 23 hours. */
const MOST_LATE_MS = (999 * 24 + 23) * 60 * 60 * 1000;
// The core's sentences are short; editors' words may be any length. Bounded, they leave room for a claim nearly always,
// even if every character grows to `&amp;`.
const LONGEST_TITLE = 120;
const LONGEST_LEAD = 300;
const LONGEST_NOTE = 500;
/** Notes of one message, in characters of its text: the rest follows in the thread. */
const MOST_NOTES = 1500;
/** Room that every first message keeps, so that it is cut in the same way whether it is late or not. */
const LONGEST_LATE = editionWords.late(MOST_LATE_MS);

/**
 * An edition as Slack messages: the same items and citations in the blocks and in `text`. What does not fit goes, whole
 * items at a time, to the thread, and the first message says how many. A claim that fits no message is counted. The
 * messages are cut in the same way however late it is (`lateByMs`; absent: in time), which the first one says.
 */
export function editionMessages(edition: Edition, lateByMs?: number): EditionMessages {
  const { title, sections, kind } = edition;
  const bounded = { ...edition, title: clip(title, LONGEST_TITLE), lead: clip(edition.lead, LONGEST_LEAD) };
  const [notes, laterNotes] = splitNotes(edition.notes.map((note) => clip(note, LONGEST_NOTE)));
  const late = lateByMs === undefined ? [] : [editionWords.late(Math.min(lateByMs, MOST_LATE_MS))];
  const first = fill(sections.flatMap(linesOf), (shown, left) => ({
    ...bounded,
    sections: shown,
    notes: [...(left.length > 0 ? [DIGEST_WORDS.edition.inThread(left.length)] : []), LONGEST_LATE, ...notes],
  }));
  const main = render({
    ...first.page,
    notes: first.page.notes.flatMap((note) => (note === LONGEST_LATE ? late : [note])),
  });
  const goesOn: Edition = { kind, title: bounded.title, lead: DIGEST_WORDS.edition.goesOn, sections: [], notes: [] };
  const thread: Message[] = [];
  let { left } = first;
  while (left.length > 0) {
    const isLast = thread.length + 1 === MOST_THREAD_MESSAGES;
    const next = fill(left, (shown, after) => ({
      ...goesOn,
      sections: shown,
      notes: isLast && after.length > 0 ? [DIGEST_WORDS.edition.more(after.length)] : [],
    }));
    thread.push(render(next.page));
    left = isLast ? [] : next.left;
  }
  for (let rest = laterNotes; rest.length > 0; ) {
    const [some, others] = splitNotes(rest);
    thread.push(render({ ...goesOn, notes: some.length > 0 ? some : rest.slice(0, 1) }));
    rest = some.length > 0 ? others : rest.slice(1);
  }
  return { main, thread };
}

function linesOf(section: EditionSection): readonly Line[] {
  const { title, note, items } = section;
  const bounded = {
    ...section,
    title: clip(title, LONGEST_TITLE),
    ...(note === undefined ? {} : { note: clip(note, LONGEST_NOTE) }),
  };
  return items.map((item, place) => ({
    section: bounded,
    item: {
      ...item,
      ...(item.label === undefined ? {} : { label: clip(item.label, LONGEST_LEAD) }),
      ...(item.why === undefined ? {} : { why: clip(item.why, LONGEST_NOTE) }),
    },
    more: place === items.length - 1 ? section.more : 0,
  }));
}

/** As many notes as are read at a glance, and the others. */
function splitNotes(notes: readonly string[]): readonly [readonly string[], readonly string[]] {
  let length = 0;
  const tooMany = notes.findIndex((note) => {
    length += neutralText(note).length;
    return length > MOST_NOTES;
  });
  return tooMany < 0 ? [notes, []] : [notes.slice(0, tooMany), notes.slice(tooMany)];
}

type Frame = (sections: readonly EditionSection[], left: readonly Line[]) => Edition;

/** A page of as many lines as fit, and those that are left. Unless there are none, it takes at least one. */
function fill(lines: readonly Line[], frame: Frame): { readonly page: Edition; readonly left: readonly Line[] } {
  const pageOf = (some: readonly Line[]) => frame(sectionsOf(some), lines.slice(some.length));
  let taken: readonly Line[] = [];
  for (const line of lines) {
    // Only at the top of a message is a line made shorter: elsewhere it waits for the next one.
    const candidates = taken.length === 0 ? shorterAndShorter(line) : [line];
    const fitting = candidates.map((candidate) => [...taken, candidate]).find((some) => fits(render(pageOf(some))));
    if (fitting === undefined) break;
    taken = fitting;
  }
  return { page: pageOf(taken), left: lines.slice(Math.max(taken.length, 1)) };
}

/** A line whole, then with ever fewer of its claims: from what was, then from what is, and in the end none. */
function shorterAndShorter(line: Line): readonly Line[] {
  const { was, now } = line.item;
  const all = now.length + was.length;
  return Array.from({ length: all + 1 }, (_, dropped) => ({
    ...line,
    item: {
      ...line.item,
      now: now.slice(0, all - dropped),
      was: was.slice(0, Math.max(0, was.length - dropped)),
    },
    more: line.more + dropped,
  }));
}

/** The lines under their sections again; items that are left with no claim are only counted. */
function sectionsOf(lines: readonly Line[]): readonly EditionSection[] {
  return [...Map.groupBy(lines, ({ section }) => section)].map(([section, own]) => ({
    ...section,
    items: own.map(({ item }) => item).filter(({ now, was }) => now.length + was.length > 0),
    more: own.reduce((sum, { more }) => sum + more, 0),
  }));
}

function fits({ text, blocks }: Message): boolean {
  return text.length <= LIMITS.messageText && fitsMessage(blocks);
}

function render(edition: Edition): Message {
  const placed = edition.sections.flatMap(({ dossier, items }) =>
    items.flatMap(({ was, now }) => [...now, ...was].map((shown) => ({ dossier, shown }))),
  );
  const claims = refsTo(placed);
  return {
    text: neutralText(editionText(edition)),
    blocks: [...blocksOf(edition), ...buttonRow(...keepButton(claims))],
    claims,
    ...(placed.length === 0 ? {} : { source: { kind: 'edition', page: edition } }),
  };
}

/**
 * One message of an edition again, from what it was made from. Where an amendment made it too long, items go from the
 * end, those that were amended last of all, and are counted.
 */
export function editionPage(page: Edition): Message {
  for (let part = page; ; ) {
    const message = render(part);
    const shorter = fits(message) ? undefined : withoutOneClaim(part);
    if (shorter === undefined) return message;
    part = shorter;
  }
}

/** The page with one claim less, counted in its section; without one of its notes when no claim is left. */
function withoutOneClaim(page: Edition): Edition | undefined {
  const placed = page.sections.flatMap((section) =>
    section.items.flatMap((item) => [...item.now, ...item.was].map((shown) => ({ section, item, shown }))),
  );
  const leaving = placed[placed.length === 0 ? 0 : firstToGo(placed.map(({ shown }) => shown))];
  if (leaving === undefined) return page.notes.length > 0 ? { ...page, notes: page.notes.slice(0, -1) } : undefined;
  const stays = (shown: ShownClaim) => shown !== leaving.shown;
  const shortened = (item: EditionItem) =>
    item === leaving.item ? { ...item, was: item.was.filter(stays), now: item.now.filter(stays) } : item;
  const sections = page.sections.map((section) =>
    section === leaving.section
      ? {
          ...section,
          items: section.items.map(shortened).filter(({ was, now }) => was.length + now.length > 0),
          more: section.more + 1,
        }
      : section,
  );
  return { ...page, sections };
}

function blocksOf({ kind, title, lead, sections, notes }: Edition): KnownBlock[] {
  if (kind === 'quiet') return [paragraph(words(lead)), ...context(notes)];
  return [header(title), paragraph(words(lead, { bold: true })), ...sections.flatMap(sectionBlocks), ...context(notes)];
}

function sectionBlocks({ title, note, items, more }: EditionSection): KnownBlock[] {
  return [
    { type: 'divider' },
    paragraph(words(title, { bold: true })),
    ...context(note === undefined ? [] : [note]),
    ...items.flatMap(itemBlocks),
    ...context(more > 0 ? [editionWords.more(more)] : []),
  ];
}

/** A claim alone as answers show it; what changed as a list of what is and what was, each with its sources. */
function itemBlocks({ label, was, now, why }: EditionItem): KnownBlock[] {
  const because = why === undefined ? [] : [editionWords.because(why)];
  const [only, ...others] = now;
  if (only && others.length === 0 && was.length === 0) {
    return [
      ...(label === undefined ? [] : [paragraph(words(label, { italic: true }))]),
      ...claimBlocks(only, 'facts'),
      ...context(because),
    ];
  }
  const lines = [
    ...now.map((shown) => changeLine(editionWords.now, shown)),
    ...was.map((shown) => changeLine(editionWords.was, shown)),
  ];
  return [
    ...(label === undefined ? [] : [paragraph(words(label, { italic: true }))]),
    bullets(lines),
    ...context(because),
  ];
}

function changeLine(when: string, shown: ShownClaim): RichTextElement[] {
  return [
    words(`${when}: `, { bold: true }),
    ...claimElements(shown, ' — '),
    ...shown.marks.map(({ text }) => words(` [${text}]`, { italic: true })),
  ];
}
