import { setTimeout as sleep } from 'node:timers/promises';
import type { KnownBlock, ModalView } from '@slack/types';
import { type Amending, type AmendmentRefusal, decideAmendment } from '../../desk/decide-amendment.ts';
import { type Decision, refuse } from '../../desk/decision.ts';
import type { Act } from '../../record/ledger.ts';
import { toldModal } from '../blocks/amend-modals.ts';
import { context, paragraph, words } from '../blocks/elements.ts';
import type { ClaimRef } from '../blocks/message.ts';
import { whenElement, whoElement } from '../blocks/who-and-when.ts';
import type { Dependencies } from '../dependencies.ts';
import { readValues } from '../desk/read-form.ts';
import type { Submission } from '../listeners/views/index.ts';
import { AMEND_FORMS, type AmendModal, type FormReading } from './amend-forms.ts';
import { type AmendMetadata, readAmendMetadata } from './amend-metadata.ts';
import { AMEND_WORDS } from './words.ts';

/** A modal waits three seconds for what becomes of it. */
const PATIENCE_MS = 2300;

const { refused: REFUSED, done: DONE } = AMEND_WORDS;

type Mistakes = Extract<FormReading, { kind: 'mistakes' }>;

/**
 * Enters what an editor sent off in a form: corrected, retracted or superseded. Who may is asked again here. Nothing typed
 * is lost when someone else came first.
 */
export function createSubmitAmendment(dependencies: Dependencies, modal: AmendModal) {
  const { record, desk, delivery, work, store } = dependencies;
  const form = AMEND_FORMS[modal];

  return async ({ user, view, acknowledge }: Submission): Promise<void> => {
    let isAcknowledged = false;
    const show = async (shown: ModalView) => {
      if (isAcknowledged) return delivery.updateModal(view.id, shown);
      isAcknowledged = true;
      await acknowledge({ response_action: 'update', view: shown });
    };
    const patience = new AbortController();
    const waiting = sleep(PATIENCE_MS, undefined, { ref: false, signal: patience.signal }).then(
      () => (isAcknowledged ? undefined : show(toldModal(AMEND_WORDS.done.title, context([AMEND_WORDS.working])))),
      () => undefined,
    );

    await work.run({ name: modal, tell: ({ blocks }) => show(notEntered(blocks)) }, async (log) => {
      const values = readValues(view.values);
      const metadata = readAmendMetadata(view.metadata);
      const role = await desk.roleOf(user);
      if (role.kind !== 'editor') {
        log.warn({ user, role: role.kind }, AMEND_WORDS.logged.refused);
        return show(notEntered([paragraph(words(REFUSED[role.kind]))]));
      }
      if (metadata === undefined) return show(notEntered([paragraph(words(REFUSED['unknown-claim']))]));

      /** At their fields; in the form as it was filled, where it has been left for something else meanwhile. */
      const showMistakes = async (mistakes: Mistakes['mistakes']) => {
        const errors = values.errors(mistakes);
        if (!isAcknowledged) {
          isAcknowledged = true;
          return acknowledge({ response_action: 'errors', errors });
        }
        const dossier = record.dossiers.find(({ slug }) => slug === metadata.dossier);
        const claim = dossier?.claims.get(metadata.claim);
        const told = paragraph(words(Object.values(errors).join(' '), { bold: true }));
        if (!dossier || !claim) return show(notEntered([told]));
        const filled = form.again(values, { dossier, claim, since: metadata.since });
        return show({ ...filled, blocks: [told, ...filled.blocks] });
      };

      const decide = (): Decision<AmendmentRefusal | Mistakes> => {
        const { dossiers, entries } = record;
        const actor = { user, isEditor: true };
        const dossier = dossiers.find(({ slug }) => slug === metadata.dossier);
        if (!dossier?.claims.has(metadata.claim)) return decideAmendment({ dossiers, entries }, actor, gone(metadata));
        const read = form.read(values, metadata, { dossier, entries });
        return read.kind === 'mistakes' ? refuse(read) : decideAmendment({ dossiers, entries }, actor, read.wish, desk);
      };
      const outcome = await desk.enter(user, decide);
      patience.abort();
      await waiting;
      if (outcome.kind === 'entered') {
        const [entry] = outcome.entries;
        return show(toldModal(DONE.title, await doneBlocks(metadata, entry?.act)));
      }
      const { refusal } = outcome;
      if (refusal.kind === 'mistakes') return showMistakes(refusal.mistakes);
      if (refusal.kind === 'stale') {
        const dossier = record.dossiers.find(({ slug }) => slug === metadata.dossier);
        const claim = dossier?.claims.get(metadata.claim);
        if (dossier && claim)
          return show(form.again(values, { dossier, claim, since: refusal.entry.seq, stale: refusal.entry }));
      }
      const field = FIELD_OF[refusal.kind];
      if (field !== undefined && refusal.kind !== 'stale') return showMistakes({ [field]: refusalText(refusal) });
      return show(notEntered(refusalBlocks(refusal)));
    });
    patience.abort();
  };

  /** "Corrected. 3 messages showed it; they are being corrected." */
  async function doneBlocks(ref: ClaimRef, act: Act | undefined): Promise<KnownBlock[]> {
    const done = act?.kind === 'retracted' ? DONE.retract : act?.kind === 'superseded' ? DONE.supersede : DONE.correct;
    const postings = await store.postings.of({ dossier: ref.dossier, claim: ref.claim }).catch(() => undefined);
    if (postings === undefined) return [paragraph(words(done, { bold: true })), ...context([DONE.uncounted])];
    const messages = postings.filter(({ place }) => place.kind === 'message').length;
    const people = new Set(postings.flatMap(({ place }) => (place.kind === 'private' ? [place.user] : []))).size;
    return [paragraph(words(done, { bold: true }), words(` ${DONE.shown(messages, people)}`))];
  }
}

/** Where a refusal is said in the form, so that the form stays as it is. */
const FIELD_OF: { readonly [kind in AmendmentRefusal['kind']]?: string } = {
  unchanged: 'statement',
  'unknown-newer': 'newer',
  itself: 'newer',
  'own-claim': 'statement',
  'overtaken-already': 'newer',
  circle: 'newer',
};

/** A claim that is gone needs no form to be read: the decision says what became of it. */
function gone({ dossier, claim, since }: AmendMetadata): Amending {
  return { kind: 'retract', dossier, claim, since, why: '-', source: '-' };
}

function notEntered(blocks: readonly KnownBlock[]): ModalView {
  return toldModal(REFUSED.title, blocks);
}

function refusalText(refusal: Exclude<AmendmentRefusal, { kind: 'stale' }>): string {
  switch (refusal.kind) {
    case 'circle':
      return REFUSED.circle(refusal.claims.length - 2);
    case 'retracted':
      return `${REFUSED.retracted.before}${refusal.by}${REFUSED.retracted.why(refusal.why)}`;
    default:
      return REFUSED[refusal.kind];
  }
}

function refusalBlocks(refusal: AmendmentRefusal): KnownBlock[] {
  if (refusal.kind === 'stale') return [paragraph(words(REFUSED['unknown-claim']))];
  if (refusal.kind !== 'retracted') return [paragraph(words(refusalText(refusal)))];
  const { before, on, why } = REFUSED.retracted;
  const { by, at } = refusal;
  return [paragraph(words(before), whoElement(by), words(on), whenElement(at), words(`${why(refusal.why)}`))];
}
