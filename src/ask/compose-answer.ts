import { formatDate } from '../record/citation.ts';
import type { Claim } from '../record/dossier.ts';
import { corroboration, isDoubleSourced, standingOf } from '../record/standing.ts';
import type { Answer, FigureRow, ShownClaim } from './answer.ts';
import { freshness } from './brief.ts';
import type { ClaimIndex } from './claim-index.ts';
import { figuresDiffer, figureTable, measuresOf } from './figure-table.ts';
import type { Candidate } from './find-claims.ts';
import { handlingNotes, soberOrder } from './handling-notes.ts';
import type { Inquiry } from './inquiry.ts';
import type { Silence } from './is-answered.ts';
import { showClaim } from './show-claim.ts';
import { words } from './words.ts';

const NEAREST = 3;
/** The share of the question's burden below which a claim is not near it at all. */
const NEAR_ENOUGH = 0.25;

function notesOf(index: ClaimIndex, inquiry: Inquiry, claims: readonly Claim[]): string[] {
  return [
    ...(inquiry.repairs.length > 0 ? [words.readAs(inquiry.repairs)] : []),
    ...handlingNotes(index.dossier, claims),
  ];
}

/** Whether the first claim stands on more than one source, in a sentence: voices and recorders count, outlets do not. */
function sourcing(index: ClaimIndex, claim: Claim): string {
  const { recorders, outlets } = corroboration(claim);
  const named = claim.saidBy.map((id) => index.dossier.people.get(id)?.name ?? id);
  return isDoubleSourced(claim)
    ? words.doubleSourced(outlets, recorders, named)
    : words.notDoubleSourced(outlets, recorders, named);
}

/** Whether another claim that is shown says otherwise than the first: then that is the answer's news. */
function firstIsGainsaid({ dossier }: ClaimIndex, { asOf }: Inquiry, [first, ...others]: readonly Claim[]): boolean {
  const standing = first && standingOf(dossier, first, asOf?.to);
  return standing?.kind === 'disputed' && standing.with.some((other) => others.includes(other));
}

/** What stands above a table of figures: whether they differ, and whether each counts something else. */
function figuresLead(claims: readonly Claim[], table: readonly FigureRow[]): string {
  const rows = new Set(table.map((row) => row.claim));
  const counted = claims.filter(({ id }) => rows.has(id));
  if (!figuresDiffer(counted)) return words.figures;
  return measuresOf(counted).size === 1 ? words.differ : words.differAndCount;
}

function leadOf(
  index: ClaimIndex,
  inquiry: Inquiry,
  claims: readonly Claim[],
  shown: readonly ShownClaim[],
  table: readonly FigureRow[] | undefined,
): string {
  const asOf = inquiry.asOf ? `${words.asOf(formatDate(inquiry.asOf.to))} ` : '';
  switch (inquiry.form) {
    case 'timeline':
      return asOf + words.timeline;
    case 'sources':
      return asOf + (shown[0] ? sourcing(index, shown[0].claim) : words.answers);
    case 'compare':
      return asOf + words.sides;
    case 'conflicts':
      return asOf + (table || isDisputed(shown) ? words.sidesDiffer : words.noConflict);
    case 'facts': {
      if (table) return asOf + figuresLead(claims, table);
      if (inquiry.latest) return asOf + words.latest;
      return (
        asOf + (!asksBroadly(inquiry) && firstIsGainsaid(index, inquiry, claims) ? words.sidesDiffer : words.answers)
      );
    }
  }
}

function formOf(inquiry: Inquiry, hasTable: boolean): Answer['form'] {
  if (inquiry.form === 'timeline' || inquiry.form === 'sources' || inquiry.form === 'conflicts') return inquiry.form;
  return hasTable ? 'figures' : 'facts';
}

function isDisputed(shown: readonly ShownClaim[]): boolean {
  return shown.some(({ marks }) => marks.some((mark) => mark.kind === 'disputed'));
}

/** Whether the question names no matter of its own ("what did the ministry say"). */
function asksBroadly({ form, slots }: Inquiry): boolean {
  return form === 'facts' && slots.every((slot) => slot.burden === 0);
}

/** Claims that fit as well as those shown and were left out. */
function countMore(holding: readonly Candidate[], shown: readonly Claim[]): number {
  const [best] = holding;
  if (!best) return 0;
  const kept = new Set(shown);
  return holding.filter(
    ({ claim, score, coverage }) => !kept.has(claim) && score >= best.score * 0.6 && coverage >= best.coverage - 0.05,
  ).length;
}

/** The answer that shows the chosen claims; `holding` are all that met the question's constraints, best first. */
export function composeAnswer(
  index: ClaimIndex,
  inquiry: Inquiry,
  chosen: readonly Claim[],
  holding: readonly Candidate[],
  now: string,
): Answer {
  // A broad question forces no painful claim to the front.
  const claims = asksBroadly(inquiry) ? soberOrder(chosen) : chosen;
  const shown = claims.map((claim) => showClaim(index, claim, claims, inquiry.asOf?.to));
  const isContested = (claim: Claim) => standingOf(index.dossier, claim, inquiry.asOf?.to).kind === 'disputed';
  const contested = inquiry.form === 'conflicts' && isDisputed(shown);
  const asksFigure = inquiry.wanted === 'figure' || inquiry.figures.length > 0;
  const table = inquiry.form === 'timeline' ? undefined : figureTable(index, shown, asksFigure);
  return {
    declined: false,
    dossier: index.dossier.slug,
    form: formOf(inquiry, table !== undefined),
    lead: leadOf(index, inquiry, claims, shown, table),
    claims: shown,
    ...(table ? { table } : {}),
    notes: [...(inquiry.latest ? [freshness(index.claims, now)] : []), ...notesOf(index, inquiry, claims)],
    more: countMore(contested ? holding.filter(({ claim }) => isContested(claim)) : holding, claims),
  };
}

/** The answer that says what the record lacks, with the nearest that it has. */
export function composeDecline(
  index: ClaimIndex,
  inquiry: Inquiry,
  silence: Silence,
  ranked: readonly Candidate[],
  now: string,
): Answer {
  const nearest = ranked
    .filter(({ coverage, score }) => score > 0 && coverage >= NEAR_ENOUGH)
    .slice(0, NEAREST)
    .map(({ claim }) => claim);
  const shown = nearest.map((claim) => showClaim(index, claim, nearest));
  return {
    declined: true,
    dossier: index.dossier.slug,
    form: 'facts',
    lead: [words.silence(silence), shown.length > 0 ? words.nearest : ''].filter(Boolean).join(' '),
    claims: shown,
    notes: [
      ...(silence.reason === 'after-the-record' ? [freshness(index.claims, now)] : []),
      ...notesOf(index, inquiry, nearest),
    ],
    more: 0,
  };
}
