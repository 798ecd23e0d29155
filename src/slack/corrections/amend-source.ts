import type { Answer, FigureRow, ShownClaim } from '../../ask/answer.ts';
import { formatFigure } from '../../ask/format-figure.ts';
import { handlingNotes } from '../../ask/handling-notes.ts';
import { words as askWords } from '../../ask/words.ts';
import type { EditionItem } from '../../digest/edition.ts';
import type { Amendment } from '../../record/amendment.ts';
import { citationsOf, formatCitation } from '../../record/citation.ts';
import type { Dossier } from '../../record/dossier.ts';
import type { CheckPage, Kept, MessageSource, PageSentence } from '../blocks/message-source.ts';
import { isGivenUp } from '../blocks/message-source.ts';
import { type AmendedClaim, amendClaim, amendMarks } from './amend-claim.ts';
import { CORRECTION_WORDS } from './words.ts';

/** One claim in a message, by what became of it: what was shown, or what was and what is now. */
type Told = AmendedClaim | { readonly was?: undefined; readonly now: ShownClaim };

/** Finds what became of claims, and remembers the newest of what it found. */
interface Amending {
  tell(dossier: string, shown: ShownClaim): Told;
  readonly newest: () => Amendment | undefined;
}

/**
 * A message's source by everything that the record says of its claims since they were shown: what is wrong struck out
 * and marked, with what is right beside it; what was overtaken marked. The source itself when nothing was amended.
 * Depends on the record as it stands alone, not on the order in which amendments came or on what was edited before.
 */
export function amendSource(
  { source, claims }: Kept & { source: MessageSource },
  dossiers: readonly Dossier[],
): MessageSource {
  const versions = new Map(claims.map(({ dossier, claim, version }) => [`${dossier}/${claim}`, version]));
  const versionOf = (dossier: string, claim: string) => versions.get(`${dossier}/${claim}`) ?? Number.POSITIVE_INFINITY;
  const amending = createAmending(dossiers, versionOf);
  switch (source.kind) {
    case 'answer':
      return { ...source, answer: amendAnswer(source.answer, amending, dossiers) };
    case 'edition': {
      const sections = source.page.sections.map((section) => ({
        ...section,
        items: section.items.map((item) => amendItem(item, section.dossier, amending)),
      }));
      const { lead } = source.page;
      const notes = sections.reduce<readonly string[]>((before, { kind, dossier, items }) => {
        // What needs care carries its own.
        const told = kind === 'care' ? [] : items.flatMap(({ was, now }) => [...was, ...now]);
        return handled(before, told, held(dossiers, dossier), amending.newest());
      }, source.page.notes);
      return { ...source, page: { ...source.page, sections, lead: headed(lead, amending.newest()), notes } };
    }
    case 'check':
      return amendCheck(source, amending, dossiers, versionOf);
  }
}

function createAmending(dossiers: readonly Dossier[], versionOf: (dossier: string, claim: string) => number): Amending {
  let newest: Amendment | undefined;
  const note = (amendment: Amendment) => {
    if (newest === undefined || amendment.seq > newest.seq) newest = amendment;
  };
  return {
    tell(slug, shown) {
      const dossier = dossiers.find((one) => one.slug === slug);
      // What no longer stands is told only to say so.
      if (dossier === undefined || shown.revision === 'was') return { now: shown };
      const amended = amendClaim(shown, dossier, versionOf(slug, shown.claim.id));
      if (amended) {
        note(amended.amendment);
        return amended;
      }
      const quoting = amendMarks(shown, dossier, (claim) => versionOf(slug, claim));
      if (quoting === undefined) return { now: shown };
      note(quoting.amendment);
      return { now: { ...shown, marks: quoting.marks } };
    },
    newest: () => newest,
  };
}

function held(dossiers: readonly Dossier[], slug: string): Dossier | undefined {
  return dossiers.find((one) => one.slug === slug);
}

/** The notes with those on handling what is told now, where something in it was amended. */
function handled(
  notes: readonly string[],
  told: readonly ShownClaim[],
  dossier: Dossier | undefined,
  newest: Amendment | undefined,
): readonly string[] {
  if (dossier === undefined || newest === undefined) return notes;
  return [
    ...new Set([
      ...notes,
      ...handlingNotes(
        dossier,
        told.map(({ claim }) => claim),
      ),
    ]),
  ];
}

function linesOf({ was, now }: Told): readonly ShownClaim[] {
  return [...(was ? [was] : []), ...(now ? [now] : [])];
}

function headed(lead: string, newest: Amendment | undefined): string {
  return newest === undefined ? lead : `${CORRECTION_WORDS.headline(newest.kind, newest.at)} ${lead}`;
}

function amendAnswer(answer: Answer, amending: Amending, dossiers: readonly Dossier[]): Answer {
  const { dossier, table, form, lead } = answer;
  if (dossier === undefined) return answer;
  const told = answer.claims.map((shown) => amending.tell(dossier, shown));
  const amended = new Map(told.flatMap((one) => (one.was ? [[one.was.claim.id, one]] : [])));
  const holder = held(dossiers, dossier);
  const claims = told.flatMap(linesOf);
  const rows = table?.flatMap((row) => amendRow(row, amended.get(row.claim), holder));
  const [first] = told;
  // Whose word a claim is and how well it is sourced may be what was wrong.
  const kept = form === 'sources' && first?.was?.revision === 'was' ? askWords.answers : lead;
  return {
    ...answer,
    lead: headed(kept, amending.newest()),
    claims,
    notes: handled(answer.notes, claims, holder, amending.newest()),
    ...(rows ? { table: rows } : {}),
  };
}

function amendRow(row: FigureRow, told: Told | undefined, dossier: Dossier | undefined): readonly FigureRow[] {
  if (told?.was === undefined || dossier === undefined) return [row];
  const { now } = told;
  const { kind, at } = told.amendment;
  const old = { ...row, figure: CORRECTION_WORDS.oldFigure(kind, row.figure, at) };
  if (now?.claim.figure === undefined) return [old];
  const { figure } = now.claim;
  return [
    {
      ...row,
      figure: CORRECTION_WORDS.newFigure(formatFigure(dossier, figure)),
      measure: dossier.measures.get(figure.measure)?.title ?? figure.measure,
      voice: now.voice,
      source: citationsOf(now.claim).map(formatCitation).join('; '),
    },
    old,
  ];
}

/** What was wrong goes to what was, before what had changed then; what is right to what is now. */
function amendItem(item: EditionItem, dossier: string, amending: Amending): EditionItem {
  const now = item.now.map((shown) => amending.tell(dossier, shown));
  const was = item.was.map((shown) => (isGivenUp(shown) ? { now: shown } : amending.tell(dossier, shown)));
  const stands = ({ was: old, now: stood }: Told) =>
    old && old.revision === 'overtaken' ? [old] : stood ? [stood] : [];
  const fell = ({ was: old }: Told) => (old && old.revision === 'was' ? [old] : []);
  return {
    ...item,
    now: now.flatMap(stands),
    was: [...now.flatMap(fell), ...was.flatMap(linesOf)],
  };
}

/** A sentence that rests on what was amended has to be checked again: its verdict and the reason for it are gone. */
function amendCheck(
  source: CheckPage,
  amending: Amending,
  dossiers: readonly Dossier[],
  versionOf: (dossier: string, claim: string) => number,
): CheckPage {
  const sentences = source.sentences.map((one): PageSentence => {
    // The newest of this sentence alone.
    const own = createAmending(dossiers, versionOf);
    const told = one.sentence.claims.map((shown, place) => {
      const dossier = one.dossiers[place] ?? '';
      amending.tell(dossier, shown);
      return { dossier, lines: linesOf(own.tell(dossier, shown)) };
    });
    const newest = own.newest();
    if (newest === undefined) return one;
    const { suggestion: _, difference: __, ...sentence } = one.sentence;
    return {
      ...one,
      sentence: {
        ...sentence,
        verdict: 'outdated',
        reason: CORRECTION_WORDS.checkAgain(newest.kind, newest.at),
        claims: told.flatMap(({ lines }) => lines),
      },
      dossiers: told.flatMap(({ dossier, lines }) => lines.map(() => dossier)),
    };
  });
  const newest = amending.newest();
  const lines = newest ? [CORRECTION_WORDS.headline(newest.kind, newest.at), ...source.lines] : source.lines;
  return { ...source, lines, sentences };
}
