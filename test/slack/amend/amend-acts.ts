import { AMEND_ACTION, type ClaimAct } from '../../../src/slack/blocks/claim-menu-modal.ts';
import { KEEP_ACTION } from '../../../src/slack/blocks/keep-button.ts';
import type { openNewsroom } from '../support/open-newsroom.ts';

export type Newsroom = Awaited<ReturnType<typeof openNewsroom>>;

/** The claim that the stub asker answers first with. */
export const FIRST = { dossier: 'harbour-ferry', claim: 'capsized-11-march' } as const;

/** Asks something, and opens the claims of the answer. */
export async function openMenu({ slack }: Newsroom, user = 'tom') {
  await slack.closeView({ user, all: true });
  await slack.runCommand({ line: '/dateline ask when did it capsize', user });
  await slack.click({ actionId: KEEP_ACTION, user });
  return slack.until(() => slack.views({ user }).at(-1), { label: 'the claims of the answer' });
}

/** Chooses what to do to the first claim of an answer, and waits for what comes. */
export async function choose(newsroom: Newsroom, act: ClaimAct, user = 'tom') {
  const { slack } = newsroom;
  const menu = await openMenu(newsroom, user);
  await slack.click({ on: 'modal', actionId: AMEND_ACTION, entry: `${act}:0`, user });
  return slack.until(
    () => {
      const now = slack.views({ user }).at(-1);
      return now?.hash !== menu.hash && now;
    },
    { label: `what ${act} shows` },
  );
}

export const REASONS = { why: 'The inquiry corrected the hour.', source: 'The Strait Review, 10 Jul 2024' } as const;

/** Corrects the first claim's wording. */
export async function correct(newsroom: Newsroom, statement: string, user = 'tom', more: Record<string, string> = {}) {
  await choose(newsroom, 'correct', user);
  return newsroom.slack.submitView({ user, fill: { statement, ...REASONS, ...more } });
}

/** What the modal on top shows, as JSON. */
export function shown({ slack }: Newsroom, user = 'tom'): string {
  return JSON.stringify(slack.views({ user }).at(-1)?.blocks ?? []);
}

/** The acts of editors in the ledger. */
export async function acts({ store }: Newsroom) {
  const entries = await store.ledger.read();
  return entries.filter(({ by }) => by !== 'data folder').map(({ by, act }) => ({ by, ...act }));
}
