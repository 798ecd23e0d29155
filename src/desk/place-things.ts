import type { Dossier } from '../record/dossier.ts';
import type { LedgerEntry } from '../record/ledger.ts';
import { type ClaimValue, idOf, type Subject, type Thing } from '../record/ledger-values.ts';
import { claimValueOf } from './claim-value.ts';
import type { FormField, FormMistakes } from './filled-form.ts';
import { hasMistakes } from './form-issues.ts';
import { unique } from './make-id.ts';
import { knownByName } from './new-people.ts';
import { knownArticle } from './read-report.ts';
import { FORM_WORDS } from './words.ts';

/** Things as they fit the record as it stands, or why they do not. */
export type Placing =
  | { readonly kind: 'placed'; readonly things: readonly Thing[] }
  /** What they refer to is not on record any more, by field of the form. */
  | { readonly kind: 'unfit'; readonly mistakes: FormMistakes }
  /** The claim that a report was to be added to is not on record any more. */
  | { readonly kind: 'claim-gone' };

/** Where things are to be placed. */
export interface Placement {
  readonly dossier: Dossier;
  readonly entries: readonly LedgerEntry[];
  /** The proposal that they are of: its own ids are not taken by it. */
  readonly proposal: string;
  /** Whether their claim is on record, and only gets their reports. */
  readonly addsReport: boolean;
}

/**
 * Things made for the record as it was, fitted to the record as it stands: people and articles that have come in since
 * are used instead, ids that were taken since become others.
 */
export function placeThings(things: readonly Thing[], placement: Placement): Placing {
  const { dossier, addsReport } = placement;
  const taken = takenIds(placement);
  const renamed = { person: new Map<string, string>(), article: new Map<string, string>() };
  const brought: Thing[] = [];
  for (const thing of things) {
    if (thing.subject === 'person') {
      const known = knownByName(dossier, thing.value.name);
      const id = known ?? unique(thing.value.id, taken.person);
      renamed.person.set(thing.value.id, id);
      if (known === undefined) brought.push({ ...thing, value: { ...thing.value, id } });
    } else if (thing.subject === 'article') {
      const known = knownArticle(dossier, thing.value);
      const slug = known?.slug ?? unique(thing.value.slug, taken.article);
      renamed.article.set(thing.value.slug, slug);
      if (known === undefined) brought.push({ ...thing, value: { ...thing.value, slug } });
    } else if (thing.subject !== 'claim') brought.push(thing);
  }
  const mistakes: { [field in FormField]?: string } = {};
  for (const thing of things) {
    if (thing.subject !== 'claim') continue;
    const value = refer(thing.value, renamed);
    Object.assign(mistakes, dangling(value, dossier, brought));
    if (!addsReport) {
      brought.push({ subject: 'claim', value: { ...value, id: unique(value.id, taken.claim) } });
      continue;
    }
    const standing = dossier.claims.get(value.id);
    if (standing === undefined) return { kind: 'claim-gone' };
    const whole = withReports(claimValueOf(standing), value.reports);
    if (whole.reports.length === standing.reports.length) mistakes.paragraph = FORM_WORDS.reportTwice;
    brought.push({ subject: 'claim', value: whole });
  }
  return hasMistakes(mistakes) ? { kind: 'unfit', mistakes } : { kind: 'placed', things: brought };
}

function takenIds({ dossier, entries, proposal }: Placement): Record<Subject, Set<string>> {
  const taken: Record<Subject, Set<string>> = {
    topic: new Set(dossier.topics.keys()),
    measure: new Set(dossier.measures.keys()),
    person: new Set(dossier.people.keys()),
    article: new Set(dossier.articles.keys()),
    claim: new Set(dossier.claims.keys()),
  };
  for (const { act } of entries) {
    if (act.dossier !== dossier.slug || ('proposal' in act && act.proposal === proposal)) continue;
    // What left the record keeps its id: a claim retracted once is not another one.
    if ('thing' in act) taken[act.thing.subject].add(idOf(act.thing));
    if ('things' in act) for (const thing of act.things) taken[thing.subject].add(idOf(thing));
  }
  return taken;
}

function refer(
  claim: ClaimValue,
  { person, article }: { readonly person: ReadonlyMap<string, string>; readonly article: ReadonlyMap<string, string> },
): ClaimValue {
  const ids = (named: readonly string[]) => [...new Set(named.map((id) => person.get(id) ?? id))];
  return {
    ...claim,
    people: ids(claim.people),
    saidBy: ids(claim.saidBy),
    reports: claim.reports.map((report) => ({ ...report, article: article.get(report.article) ?? report.article })),
  };
}

function dangling(claim: ClaimValue, dossier: Dossier, brought: readonly Thing[]): FormMistakes {
  const has = (subject: Subject, id: string) =>
    brought.some((thing) => thing.subject === subject && idOf(thing) === id);
  const arePeople = (ids: readonly string[]) => ids.every((id) => dossier.people.has(id) || has('person', id));
  const { noSuch } = FORM_WORDS;
  return {
    ...(dossier.topics.has(claim.topic) || has('topic', claim.topic) ? {} : { topic: noSuch.topic }),
    ...(claim.figure === undefined || dossier.measures.has(claim.figure.measure) || has('measure', claim.figure.measure)
      ? {}
      : { measure: noSuch.measure }),
    ...(arePeople(claim.saidBy) ? {} : { saidBy: noSuch.saidBy }),
    ...(arePeople(claim.people) ? {} : { people: noSuch.people }),
    ...(claim.reports.every(({ article }) => dossier.articles.has(article) || has('article', article))
      ? {}
      : { article: noSuch.article }),
  };
}

function withReports(claim: ClaimValue, reports: ClaimValue['reports']): ClaimValue {
  const isThere = (report: ClaimValue['reports'][number]) =>
    claim.reports.some(({ article, paragraph }) => article === report.article && paragraph === report.paragraph);
  return { ...claim, reports: [...claim.reports, ...reports.filter((report) => !isThere(report))] };
}
