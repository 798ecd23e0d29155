import { z } from 'zod';
import type { Answer } from '../../ask/answer.ts';
import { showClaim } from '../../ask/show-claim.ts';
import type { Dossier } from '../../record/dossier.ts';
import { toldModal } from '../blocks/amend-modals.ts';
import { answerMessage } from '../blocks/answer-message.ts';
import { paragraph, words } from '../blocks/elements.ts';
import type { Message } from '../blocks/message.ts';
import { notice } from '../blocks/notice.ts';
import type { Dependencies } from '../dependencies.ts';
import { readValues } from '../desk/read-form.ts';
import type { Submission } from '../listeners/views/index.ts';
import { Unfinished } from '../work.ts';
import { readAmendMetadata } from './amend-metadata.ts';
import { readReasons } from './read-reasons.ts';
import { AMEND_WORDS } from './words.ts';

const { report: REPORT, refused: REFUSED } = AMEND_WORDS;

const reportSchema = z.object({
  user: z.string(),
  dossier: z.string(),
  claim: z.string(),
  why: z.string(),
  source: z.string(),
  /** In ms since 1970. */
  since: z.number(),
});

type Report = z.infer<typeof reportSchema>;

/**
 * Tells the desk, once, what someone who is not an editor says is wrong with a claim. Nothing of it is in the record: the
 * desk's message shows the claim as answers do, so that an editor can correct it from there.
 */
export function createReportClaim({ record, desk, delivery, intake, work, now }: Dependencies) {
  const take = intake.register<Report>({
    name: 'report-claim',
    schema: reportSchema,
    async run(report, key) {
      const { user, since } = report;
      const dossier = record.dossiers.find(({ slug }) => slug === report.dossier);
      const message = dossier && reportMessage(report, dossier, await desk.nameOf(user));
      // Retracted meanwhile, or the desk has no channel any more: nobody is left to be told.
      if (message === undefined || desk.channel === undefined) return;
      const sent = await delivery.deliver({ key, to: { channel: desk.channel }, message, since });
      if (sent.kind === 'pending') throw new Unfinished(sent.why);
      if (sent.kind === 'refused') await delivery.post({ channel: user }, notice(REPORT.closed));
    },
    tell: (message, { user }) => delivery.post({ channel: user }, message),
  });

  return async ({ user, view, acknowledge }: Submission): Promise<void> => {
    const values = readValues(view.values);
    const show = (text: string, title: string) =>
      acknowledge({ response_action: 'update', view: toldModal(title, [paragraph(words(text))]) });

    await work.run({ name: 'report-claim', tell: ({ text }) => show(text, REFUSED.title) }, async () => {
      const metadata = readAmendMetadata(view.metadata);
      const dossier = record.dossiers.find(({ slug }) => slug === metadata?.dossier);
      if (!metadata || !dossier?.claims.has(metadata.claim)) return show(REFUSED['unknown-claim'], REFUSED.title);
      if (desk.channel === undefined) return show(REPORT.closed, REFUSED.title);
      const reasons = readReasons(values, true);
      if (reasons.kind === 'mistakes')
        return acknowledge({ response_action: 'errors', errors: values.errors(reasons.mistakes) });
      const { why, source } = reasons;
      const since = Temporal.Instant.from(now()).epochMilliseconds;
      await take(`report-claim:${view.id}`, {
        user,
        dossier: metadata.dossier,
        claim: metadata.claim,
        why,
        source,
        since,
      });
      return show(REPORT.sent, REPORT.title);
    });
  };
}

/** The claim as an answer shows it, under who says what of it. */
function reportMessage({ claim: id, why, source }: Report, dossier: Dossier, name: string): Message | undefined {
  const claim = dossier.claims.get(id);
  if (claim === undefined) return undefined;
  const answer: Answer = {
    declined: false,
    dossier: dossier.slug,
    form: 'facts',
    lead: REPORT.says(name),
    claims: [showClaim({ dossier }, claim)],
    notes: [REPORT.wrong(why), REPORT.shownBy(source)],
    more: 0,
  };
  return answerMessage(answer);
}
