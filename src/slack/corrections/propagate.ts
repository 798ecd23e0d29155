import type { Log } from '../../log.ts';
import type { Metrics } from '../../metrics.ts';
import type { LiveRecord } from '../../record/live-record.ts';
import type { Json, Outcome, Place, Posting, Settled, Store } from '../../store/store.ts';
import { readKept } from '../blocks/message-source.ts';
import { renderSource } from '../blocks/render-source.ts';
import type { Delivery, ParcelOutcome } from '../delivery.ts';
import { inParallel } from '../in-parallel.ts';
import { amendSource } from './amend-source.ts';
import {
  type Correction,
  type EditDetail,
  editDetailSchema,
  editKey,
  personKey,
  seriesOfCorrection,
  type Thread,
  threadKey,
} from './correction.ts';
import { noticeMessage } from './notice-message.ts';
import type { Pace } from './pace.ts';
import type { Turn } from './turn.ts';
import { versionsShown } from './versions-shown.ts';

/** What propagating takes. */
export interface PropagateTools {
  readonly store: Pick<Store, 'deliveries' | 'postings'>;
  readonly record: Pick<LiveRecord, 'dossiers' | 'versionOf' | 'place'>;
  readonly delivery: Pick<Delivery, 'deliver' | 'edit'>;
  readonly turn: Turn;
  readonly pace: Pace;
  readonly isStopping: () => boolean;
  readonly metrics: Pick<Metrics, 'corrections'>;
  readonly log: Log;
}

/** What came of a pass over the places that showed a claim. */
export interface Pass {
  /** Messages, threads and people that this pass reached or gave up. */
  readonly reached: number;
  /** Set when there is more to do: in how many ms at the earliest. */
  readonly pendingMs?: number;
}

type MessagePlace = Extract<Place, { kind: 'message' }>;
type StaleMessage = { readonly place: MessagePlace; readonly version: number };

/** Notices on their way at once; within a channel they wait for each other. */
const AT_ONCE = 8;
const LOG_EVERY = 50;

/**
 * Goes once over every place that shows a claim as it read before an amendment: edits the messages, then tells each
 * thread once, and each person who was shown it privately. What was done before, here or elsewhere, is not done again:
 * a message that was edited shows a newer version, and each edit and each notice has a key of its own.
 */
export async function propagate(correction: Correction, tools: PropagateTools): Promise<Pass> {
  const { store, turn, isStopping, log } = tools;
  const { dossier, claim, amendment } = correction;
  const { seq } = amendment;
  const settled = await store.deliveries.settledIn(seriesOfCorrection(seq));
  const keys = new Set(settled.map(({ key }) => key));
  const stale = (await store.postings.of({ dossier, claim })).filter(({ version }) => version < seq);
  let reached = 0;
  let pendingMs = 0;
  let edited = 0;
  const note = (outcome: ParcelOutcome | { readonly kind: 'done' } | undefined) => {
    if (outcome === undefined) return;
    if (outcome.kind === 'pending') pendingMs = Math.max(pendingMs, outcome.inMs, 1);
    else reached += 1;
  };
  const telling = inParallel(AT_ONCE);

  for (const [user, versions] of peopleIn(stale)) {
    if (!keys.has(personKey(seq, user))) {
      telling.add(async () => {
        const told = await versionsTold(correction, user, tools);
        note(await tell(correction, { user }, [...versions, ...told], tools));
      });
    }
  }
  const open = stale.flatMap(toMessage).filter(({ place }) => !keys.has(editKey(seq, place)));
  const threads = threadsEdited(settled);
  const byThread = Map.groupBy(open, ({ place }) => nameOf(threadOf(place)));
  const tellThread = (name: string) => {
    const found = threads.get(name);
    if (found && !keys.has(threadKey(seq, found.thread))) {
      telling.add(async () => note(await tell(correction, found.thread, found.versions, tools)));
    }
  };
  // Threads whose messages are done, and whose notice a crash left out.
  for (const name of threads.keys()) if (!byThread.has(name)) tellThread(name);
  editing: for (const [name, messages] of byThread) {
    let isWhole = true;
    for (const message of messages) {
      if (isStopping() || !(await turn.keep())) {
        pendingMs = Math.max(pendingMs, 1);
        break editing;
      }
      const outcome = await editOne(correction, message, tools);
      note(outcome.kind === 'pending' ? { ...outcome, why: 'edit' } : { kind: 'done' });
      if (outcome.kind === 'pending') isWhole = false;
      else if (outcome.detail?.tell) addThread(threads, threadOf(message.place), message.version);
      edited += 1;
      if (edited % LOG_EVERY === 0) log.info({ seq, edited, left: open.length - edited }, 'a correction is under way');
    }
    if (isWhole) tellThread(name);
  }
  await telling.done();
  return { reached, ...(pendingMs > 0 ? { pendingMs } : {}) };
}

/** Edits one message, and records what it shows now; nothing else edits meanwhile. */
async function editOne(
  { dossier, claim, amendment: { seq } }: Correction,
  { place, version }: StaleMessage,
  { store, record, delivery, turn, pace, metrics, log }: PropagateTools,
): Promise<
  { readonly kind: 'settled'; readonly detail?: EditDetail } | { readonly kind: 'pending'; readonly inMs: number }
> {
  const key = editKey(seq, place);
  const settle = async (detail: EditDetail, outcome: Outcome) => {
    await store.deliveries.claim({ key, series: seriesOfCorrection(seq), detail: detail as Json, leaseMs: 1 });
    await store.deliveries.settle(key, outcome);
    return { kind: 'settled', detail } as const;
  };
  const kept = readKept(await store.postings.source(place));
  const now = { dossier, claim, version: seq };
  if (kept?.source === undefined) {
    return settle({ did: 'unsourced', version, tell: true }, { kind: 'posted', place, claims: [now] });
  }
  const { source } = kept;
  const sourced = { ...kept, source };
  const tell = !(source.kind === 'answer' && source.tells === 'person');
  for (;;) {
    const at = record.place;
    const amended = amendSource(sourced, record.dossiers);
    if (JSON.stringify(amended) === JSON.stringify(source)) {
      return settle({ did: 'unchanged', version, tell: false }, { kind: 'posted', place, claims: [now] });
    }
    const message = renderSource(amended);
    // What it shows besides for the first time; of what it showed before, each correction sees to its own claim.
    const known = new Set(kept.claims.map((one) => `${one.dossier}/${one.claim}`));
    const fresh = versionsShown(message, record).filter((one) => !known.has(`${one.dossier}/${one.claim}`));
    await pace.next();
    const end = await delivery.edit(place, message, turn.until());
    if (end.kind === 'pending') return end;
    if (end.kind === 'refused') {
      metrics.corrections.inc({ what: 'failed' });
      log.warn({ seq, ...place, why: end.why }, 'a message could not be corrected');
      const { kind } = await settle({ did: 'edited', version, tell: false }, { kind: 'dropped', why: end.why });
      return { kind };
    }
    // An editor may have amended something in it meanwhile.
    if (record.place !== at && JSON.stringify(amendSource(sourced, record.dossiers)) !== JSON.stringify(amended))
      continue;
    metrics.corrections.inc({ what: 'edited' });
    return settle({ did: 'edited', version, tell }, { kind: 'posted', place, claims: [now, ...fresh] });
  }
}

/** The versions that earlier corrections told a person of: who was told what was wrong has to hear of that, too. */
async function versionsTold(
  { dossier: slug, claim, amendment }: Correction,
  user: string,
  { record, store }: PropagateTools,
): Promise<readonly number[]> {
  const amendments = record.dossiers.find(({ slug: own }) => own === slug)?.amendments.get(claim) ?? [];
  const told: number[] = [];
  for (const { seq } of amendments.filter((one) => one.seq < amendment.seq)) {
    const settled = await store.deliveries.settledIn(seriesOfCorrection(seq));
    if (settled.some(({ key, outcome }) => key === personKey(seq, user) && outcome.kind === 'posted')) told.push(seq);
  }
  return told;
}

/** Tells a thread or a person, once, of the oldest version shown there that is wrong; undefined when none is. */
async function tell(
  { dossier: slug, claim, amendment: { seq, at } }: Correction,
  to: Thread | { readonly user: string },
  versions: Iterable<number>,
  { record, delivery, metrics, log }: PropagateTools,
): Promise<ParcelOutcome | undefined> {
  const isPerson = 'user' in to;
  const dossier = record.dossiers.find((one) => one.slug === slug);
  const message =
    dossier &&
    [...versions]
      .toSorted((a, b) => a - b)
      .map((version) => noticeMessage(dossier, claim, version, isPerson ? 'person' : 'thread'))
      .find((one) => one !== undefined);
  if (message === undefined) return undefined;
  const outcome = await delivery.deliver({
    key: isPerson ? personKey(seq, to.user) : threadKey(seq, to),
    series: seriesOfCorrection(seq),
    to: isPerson ? { channel: to.user } : to,
    message,
    since: Date.parse(at),
  });
  if (outcome.kind === 'posted') metrics.corrections.inc({ what: isPerson ? 'direct' : 'notice' });
  if (outcome.kind === 'refused') {
    metrics.corrections.inc({ what: 'failed' });
    log.warn({ seq, to, why: outcome.why }, 'someone could not be told of a correction');
  }
  return outcome;
}

function toMessage({ place, version }: Posting): readonly StaleMessage[] {
  return place.kind === 'message' ? [{ place, version }] : [];
}

/** Each person who was shown it privately, with the versions that they were shown. */
function peopleIn(stale: readonly Posting[]): ReadonlyMap<string, ReadonlySet<number>> {
  const people = new Map<string, Set<number>>();
  for (const { place, version } of stale) {
    if (place.kind === 'private') people.set(place.user, (people.get(place.user) ?? new Set()).add(version));
  }
  return people;
}

type Threads = Map<string, { readonly thread: Thread; readonly versions: Set<number> }>;

/** The threads in which this correction edited messages before, each with the versions that these showed. */
function threadsEdited(settled: readonly Settled[]): Threads {
  const threads: Threads = new Map();
  for (const { detail, outcome } of settled) {
    const edit = editDetailSchema.safeParse(detail);
    if (!edit.success || !edit.data.tell || outcome.kind !== 'posted' || outcome.place.kind !== 'message') continue;
    addThread(threads, threadOf(outcome.place), edit.data.version);
  }
  return threads;
}

function addThread(threads: Threads, thread: Thread, version: number): void {
  const name = nameOf(thread);
  threads.set(name, { thread, versions: (threads.get(name)?.versions ?? new Set()).add(version) });
}

function threadOf({ channel, ts, thread = ts }: MessagePlace): Thread {
  return { channel, thread };
}

function nameOf({ channel, thread }: Thread): string {
  return `${channel}:${thread}`;
}
