import { amendmentMarks } from '../../ask/amendment-marks.ts';
import type { ShownClaim } from '../../ask/answer.ts';
import type { Amendment } from '../../record/amendment.ts';
import { isMending } from '../../record/as-read.ts';
import type { Claim, Dossier } from '../../record/dossier.ts';
import type { LiveRecord } from '../../record/live-record.ts';
import type { ClaimVersion } from '../../store/store.ts';
import type { ClaimRef, Message } from '../blocks/message.ts';
import { quotedIn, toldIn } from '../blocks/message-source.ts';

type Held = Pick<LiveRecord, 'dossiers' | 'versionOf'>;

/**
 * The versions in which a message shows its claims. What it says decides, not when it is sent: a message that was made
 * just before a correction and is sent just after it shows the old version.
 */
export function versionsShown({ claims = [], source }: Message, record: Held): readonly ClaimVersion[] {
  const told = Map.groupBy(source ? toldIn(source) : [], ({ dossier, shown }) => `${dossier}/${shown.claim.id}`);
  const refs = [...claims, ...(source ? quotedIn(source) : [])];
  const distinct = new Map(refs.map(({ dossier, claim }) => [`${dossier}/${claim}`, { dossier, claim }]));
  return [...distinct.values()].map((ref) => {
    const newest = newestVersion(ref, record);
    const dossier = record.dossiers.find(({ slug }) => slug === ref.dossier);
    const versions = (told.get(`${ref.dossier}/${ref.claim}`) ?? []).map(({ shown }) =>
      dossier ? Math.min(versionTold(shown, dossier), newest) : newest,
    );
    return { ...ref, version: Math.min(newest, ...versions) };
  });
}

/** The ledger entry since which a claim reads, or stands, as it does: what overtook it counts. */
export function newestVersion(ref: ClaimRef, record: Held): number {
  const dossier = record.dossiers.find(({ slug }) => slug === ref.dossier);
  return Math.max(record.versionOf(ref), dossier?.amendments.get(ref.claim)?.at(-1)?.seq ?? 0);
}

/** The newest version that a claim as it is told can be of; infinite when it is told as the record has it. */
function versionTold(shown: ShownClaim, dossier: Dossier): number {
  return Math.min(versionRead(shown, dossier), versionMarked(shown, dossier));
}

/** By whether it is told as overtaken. */
function versionMarked({ claim, marks }: ShownClaim, dossier: Dossier): number {
  const amendments: readonly Amendment[] = dossier.amendments.get(claim.id) ?? [];
  const overtaken = amendments.findLast(({ kind }) => kind === 'superseded');
  if (overtaken?.kind !== 'superseded' || marks.some(({ kind }) => kind === 'superseded'))
    return Number.POSITIVE_INFINITY;
  const stillIs = dossier.claims.get(overtaken.now.id)?.supersedes.includes(claim.id);
  return stillIs ? overtaken.seq - 1 : Number.POSITIVE_INFINITY;
}

/** By how it reads. */
function versionRead({ claim, marks }: ShownClaim, dossier: Dossier): number {
  const current = dossier.claims.get(claim.id);
  if (current && (claim === current || readsAs(claim, current))) return Number.POSITIVE_INFINITY;
  const amendments: readonly Amendment[] = dossier.amendments.get(claim.id) ?? [];
  const mendings = amendments.filter(isMending);
  const last = mendings.at(-1);
  if (last === undefined) return Number.POSITIVE_INFINITY;
  // An answer as of an earlier day tells it as it read then, and says what became of it.
  const aftermath = new Map([[claim.id, { mending: last, ...(current ? { now: current } : {}) }]]);
  const [expected] = amendmentMarks({ ...dossier, amendments: new Map(), since: aftermath }, claim);
  if (marks.some(({ text }) => text === expected?.text)) return Number.POSITIVE_INFINITY;
  const overtaken = mendings.findLast(({ was }) => readsAs(claim, was));
  return overtaken ? overtaken.seq - 1 : Number.POSITIVE_INFINITY;
}

/** Whether a claim as it was shown, perhaps with fewer of its reports, says what another version of it says. */
export function readsAs(shown: Claim, version: Claim): boolean {
  const matter = ({ statement, figure, saidBy, when }: Claim) => JSON.stringify([statement, figure, saidBy, when]);
  if (matter(shown) !== matter(version)) return false;
  const sources = new Set(version.reports.map(reportKey));
  return shown.reports.every((report) => sources.has(reportKey(report)));
}

function reportKey({ article, paragraph, via, quote }: Claim['reports'][number]): string {
  return JSON.stringify([article.slug, article.outlet, article.published, paragraph, via, quote]);
}
