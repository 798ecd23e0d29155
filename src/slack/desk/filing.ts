import { z } from 'zod';
import { decideFiling, decideRevision, type ReviewRefusal } from '../../desk/decide-review.ts';
import type { Decision, Desk } from '../../desk/decision.ts';
import type { Log } from '../../log.ts';
import { thing } from '../../record/ledger-values.ts';
import { notice } from '../blocks/notice.ts';
import type { Dependencies } from '../dependencies.ts';
import { refusalText } from './refusal-text.ts';
import type { Reviews } from './reviews.ts';

const things = z.array(thing).min(1);

const filingSchema = z.object({
  user: z.string(),
  filing: z.object({ dossier: z.string(), proposal: z.string(), things }),
});

const revisionSchema = z.object({
  user: z.string(),
  isEditor: z.boolean(),
  seen: z.object({ proposal: z.string(), version: z.number() }),
  things,
  approve: z.boolean(),
});

/** A filled form that was accepted, and is to be entered. */
export type AcceptedFiling = z.infer<typeof filingSchema>;
export type AcceptedRevision = z.infer<typeof revisionSchema>;

/** What was filed or changed, on its way into the ledger and to the desk. */
export interface Filing {
  /** What would be decided now; undefined where it would be entered. */
  filingRefusal(accepted: AcceptedFiling): ReviewRefusal | undefined;
  revisionRefusal(accepted: AcceptedRevision): ReviewRefusal | undefined;
  /** Takes it, so that it is done even if this process dies. */
  takeFiling(key: string, accepted: AcceptedFiling): Promise<void>;
  takeRevision(key: string, accepted: AcceptedRevision): Promise<void>;
}

/** The way of forms into the ledger: entered on condition, shown to the desk, told to who filed. */
export function createFiling(dependencies: Dependencies, reviews: Reviews): Filing {
  const { record, desk, intake, delivery } = dependencies;
  const now = (): Desk => ({ entries: record.entries, dossiers: record.dossiers });
  const refusalIn = (decision: Decision<ReviewRefusal>) => (decision.kind === 'refused' ? decision.refusal : undefined);

  const decideOn =
    ({ filing }: AcceptedFiling) =>
    (state: Desk) =>
      decideFiling(state, filing);
  const decideChange =
    ({ user, isEditor, seen, things, approve }: AcceptedRevision) =>
    (state: Desk) =>
      decideRevision(state, seen, things, { user, isEditor }, approve ? { fourEyes: desk.fourEyes } : undefined);

  async function tellRefused(user: string, refusal: ReviewRefusal, log: Log): Promise<void> {
    log.info({ user, refusal: refusal.kind }, 'nothing was entered');
    await delivery.post({ channel: user }, notice(await refusalText(refusal, desk.nameOf)));
  }

  const takeFiling = intake.register<AcceptedFiling>({
    name: 'file-claim',
    schema: filingSchema,
    async run(accepted, _, log) {
      const { user, filing } = accepted;
      const entered = await desk.enter(user, decideOn(accepted));
      // Filed before: by an earlier attempt, which may not have come further.
      if (entered.kind === 'refused' && entered.refusal.kind !== 'filed')
        return tellRefused(user, entered.refusal, log);
      const shown = await reviews.show(filing.proposal, log);
      await reviews.confirm(filing.proposal, shown === 'posted');
    },
    tell: (message, { user }) => delivery.post({ channel: user }, message),
  });

  const takeRevision = intake.register<AcceptedRevision>({
    name: 'change-proposal',
    schema: revisionSchema,
    async run(accepted, _, log) {
      const { user, seen } = accepted;
      const entered = await desk.enter(user, decideChange(accepted));
      if (entered.kind === 'refused' && !isOwn(entered.refusal, user)) await tellRefused(user, entered.refusal, log);
      await reviews.show(seen.proposal, log);
      await reviews.tellOutcome(seen.proposal);
    },
    tell: (message, { user }) => delivery.post({ channel: user }, message),
  });

  return {
    filingRefusal: (accepted) => refusalIn(decideOn(accepted)(now())),
    revisionRefusal: (accepted) => refusalIn(decideChange(accepted)(now())),
    takeFiling,
    takeRevision,
  };
}

/** Whether what came first is the person's own doing: an earlier attempt at the same, or the same from another window. */
export function isOwn(refusal: ReviewRefusal, user: string): boolean {
  if (refusal.kind === 'revised') return refusal.proposal.last.by === user;
  if (refusal.kind !== 'decided') return false;
  const { state } = refusal.proposal;
  return state.kind !== 'waiting' && state.by === user;
}
