import type { Conflict } from './conflict.ts';
import type { Dossier } from './dossier.ts';
import { findCircles } from './find-circles.ts';
import { type FolderState, folderStates, sameThing, shelvesOf } from './folder-state.ts';
import { DATA_FOLDER, type FileAct, type LedgerEntry } from './ledger.ts';
import type { ClaimValue, Subject } from './ledger-values.ts';
import { filedKey, linkedClaims, type Shelf } from './shelf.ts';

/** What the data folder says and the ledger does not have yet. */
export interface FolderDifference {
  /** In the order of the files, withdrawals after the rest. */
  readonly acts: readonly FileAct[];
  /** What is not entered, because editors changed the same. */
  readonly conflicts: readonly Conflict[];
}

/** The acts that bring the ledger level with the data folder, as far as the two do not conflict; none when they agree. */
export function ledgerDifference(dossiers: readonly Dossier[], entries: readonly LedgerEntry[]): readonly FileAct[] {
  return folderDifference(dossiers, entries).acts;
}

/**
 * Compares the data folder with what it said before and with what the record holds now. Something changed in the folder
 * alone is entered. So is what the folder has as the editors made it: that changes nothing but what the folder is
 * compared with next time. What both changed, each otherwise, is a conflict; so is a claim that would overtake, by the
 * folder, what overtakes it by the desk.
 */
export function folderDifference(dossiers: readonly Dossier[], entries: readonly LedgerEntry[]): FolderDifference {
  const changed = folderStates(dossiers, shelvesOf(entries)).filter(
    (state) => !sameThing(state.before, state.now, state),
  );
  const entered = withoutCircles(changed.filter(mayEnter), entries);
  const isEntered = new Set(entered);
  const needed = new Map(entered.map((state) => [state, needing(state, entered)]));
  const refused = (state: FolderState) => (needed.get(state) ?? []).length > 0;
  return {
    acts: entered.filter((state) => !refused(state)).map(actOf),
    conflicts: changed
      .filter((state) => !isEntered.has(state) || refused(state))
      .map((state) => conflictOf(state, needed.get(state) ?? [], entries)),
  };
}

function mayEnter(state: FolderState): boolean {
  const { before, record, linked, now, shelf, subject, id } = state;
  if (sameThing(now, linked, state)) return true;
  // A claim that editors took out does not come back by itself, though the folder had left it out too.
  const isRetracted = subject === 'claim' && shelf?.retracted.has(id) === true;
  return sameThing(record, before, state) && !isRetracted;
}

/** Neither the folder nor the desk has claims that overtake each other in a circle; both together might. */
function withoutCircles(states: readonly FolderState[], entries: readonly LedgerEntry[]): readonly FolderState[] {
  if (states.every(({ subject }) => subject !== 'claim')) return states;
  const circling = claimsInCircles(shelvesOf(afterActs(entries, states.map(actOf))));
  const left = states.filter(({ subject, dossier, id }) => subject !== 'claim' || !circling.get(dossier)?.has(id));
  return left.length === states.length ? states : withoutCircles(left, entries);
}

function claimsInCircles(shelves: ReadonlyMap<string, Shelf>): ReadonlyMap<string, ReadonlySet<string>> {
  return new Map(
    [...shelves].map(([dossier, shelf]) => {
      const edges = [...linkedClaims(shelf)].map(([id, { supersedes }]) => [id, supersedes] as const);
      return [dossier, new Set(findCircles(new Map(edges)).flat())];
    }),
  );
}

/** The ledger once the data folder's acts have been entered. */
export function afterActs(entries: readonly LedgerEntry[], acts: readonly FileAct[]): readonly LedgerEntry[] {
  const { seq, at } = entries.at(-1) ?? { seq: 0, at: '1970-01-01T00:00:00.000Z' };
  return [...entries, ...acts.map((act, n): LedgerEntry => ({ seq: seq + n + 1, at, by: DATA_FOLDER, act }))];
}

function actOf({ dossier, subject, id, before, now }: FolderState): FileAct {
  if (now === undefined) return { kind: 'withdrawn', dossier, subject, id };
  return { kind: before === undefined ? 'added' : 'changed', dossier, thing: now };
}

/** The claims that will stand and rest on what a state takes away: only editors can have brought in such. */
function needing(
  { dossier, subject, id, now, shelf }: FolderState,
  entered: readonly FolderState[],
): readonly string[] {
  if (now !== undefined || shelf === undefined || subject === 'claim') return [];
  const settled = new Set(
    entered.filter((other) => other.dossier === dossier && other.subject === 'claim').map((other) => other.id),
  );
  return [...shelf.claim.values()]
    .filter((claim) => !shelf.retracted.has(claim.id) && !settled.has(claim.id) && restsOn(claim, subject, id))
    .map((claim) => claim.id);
}

function restsOn(claim: ClaimValue, subject: Subject, id: string): boolean {
  switch (subject) {
    case 'topic':
      return claim.topic === id;
    case 'measure':
      return claim.figure?.measure === id;
    case 'person':
      return claim.people.includes(id) || claim.saidBy.includes(id);
    case 'article':
      return claim.reports.some(({ article }) => article === id);
    case 'claim':
      return false;
  }
}

function conflictOf(
  { dossier, subject, id, now, linked, shelf }: FolderState,
  neededBy: readonly string[],
  entries: readonly LedgerEntry[],
): Conflict {
  const seq = shelf?.hands.get(filedKey(subject, id));
  const act = entries.find((entry) => entry.seq === seq);
  return {
    dossier,
    subject,
    id,
    ...(now === undefined ? {} : { folder: now }),
    ...(linked === undefined ? {} : { record: linked }),
    ...(act === undefined ? {} : { act }),
    neededBy,
  };
}
