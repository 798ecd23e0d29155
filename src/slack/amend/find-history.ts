import type { ShownClaim } from '../../ask/answer.ts';
import { showClaim } from '../../ask/show-claim.ts';
import { entriesOf } from '../../desk/entries-of.ts';
import { foldName } from '../../record/fold-name.ts';
import { menuClaim } from '../blocks/claim-menu-modal.ts';
import { chooseHistory, historyMessage } from '../blocks/history-blocks.ts';
import type { ClaimRef, Message } from '../blocks/message.ts';
import { notice } from '../blocks/notice.ts';
import type { Dependencies } from '../dependencies.ts';
import { createTellHistory } from './tell-history.ts';
import { AMEND_WORDS } from './words.ts';

const { history: HISTORY } = AMEND_WORDS;
const MOST_NEAR = 8;
const LONGEST_ECHO = 200;

type Near = ClaimRef & { readonly shown: ShownClaim };

/** The history of the claim that words mean: by its id, or what is nearest to them, to choose from where that is several. */
export function createFindHistory(dependencies: Pick<Dependencies, 'record' | 'store' | 'asker' | 'now'>) {
  const { record, asker, now } = dependencies;
  const tellHistory = createTellHistory(dependencies);

  return async (typed: string): Promise<Message> => {
    if (typed === '') return notice(HISTORY.needsWords);
    const near = named(typed);
    const found = near.length > 0 ? near : nearest(typed);
    const [only, ...others] = found;
    if (only === undefined) return notice(HISTORY.unknown(typed.slice(0, LONGEST_ECHO)));
    const history = others.length === 0 ? await tellHistory(only) : undefined;
    return history ? historyMessage(history, 0) : chooseHistory(found.flatMap(shown).slice(0, MOST_NEAR));
  };

  /** Claims that have or had these words for their id, with or without their dossier's name before it. */
  function named(typed: string): readonly ClaimRef[] {
    const [claim = '', dossier] = typed.trim().split('/').reverse();
    return record.dossiers
      .filter(({ slug }) => dossier === undefined || slug === dossier)
      .map(({ slug }) => ({ dossier: slug, claim }))
      .filter((ref) => entriesOf(record.entries, ref).length > 0);
  }

  function nearest(typed: string): readonly ClaimRef[] {
    const { dossier, claims, declined } = asker.ask({ ask: typed, now: now() });
    const asked = dossier === undefined ? [] : claims.map(({ claim }) => ({ dossier, claim: claim.id }));
    const exact = asked.filter((ref) =>
      shown(ref).some((one) => foldName(one.shown.claim.statement) === foldName(typed)),
    );
    if (exact.length > 0) return exact.slice(0, 1);
    return [...(declined ? [] : asked), ...retracted(typed), ...(declined ? asked : [])].slice(0, MOST_NEAR);
  }

  /** Retracted claims that have every longer word: no answer has them. */
  function retracted(typed: string): readonly ClaimRef[] {
    const wanted = foldName(typed)
      .split(/[^a-z0-9]+/)
      .filter((word) => word.length > 3);
    if (wanted.length === 0) return [];
    return record.dossiers.flatMap((dossier) =>
      [...dossier.amendments]
        .filter(([claim, amendments]) => {
          const statement = foldName(amendments.at(-1)?.was.statement ?? '');
          return !dossier.claims.has(claim) && wanted.every((word) => statement.includes(word));
        })
        .map(([claim]) => ({ dossier: dossier.slug, claim })),
    );
  }

  function shown(ref: ClaimRef): readonly Near[] {
    const dossier = record.dossiers.find(({ slug }) => slug === ref.dossier);
    const claim = dossier?.claims.get(ref.claim);
    if (dossier && claim) return [{ ...ref, shown: showClaim({ dossier }, claim) }];
    return menuClaim(ref, record.dossiers).map(({ shown: one, retracted: out }) => ({
      ...ref,
      shown: out ? { ...one, marks: [{ kind: 'retracted', text: AMEND_WORDS.menu.retracted(out.day, out.why) }] } : one,
    }));
  }
}
