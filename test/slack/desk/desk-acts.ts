import { REVIEW_ACTIONS } from '../../../src/slack/blocks/review-message.ts';
import { neutralText } from '../../../src/slack/format/neutral-text.ts';
import type { openNewsroom } from '../support/open-newsroom.ts';

export type Newsroom = Awaited<ReturnType<typeof openNewsroom>>;

/** A Slack with an app in it. */
type InSlack = Pick<Newsroom, 'slack'>;

const DESK = 'editors-desk';

/** The form that is open for someone. */
export function formOf({ slack }: InSlack, user = 'nadia') {
  return slack.until(() => slack.views({ user }).at(-1), { label: 'the form' });
}

const option = (value: string) => ({ text: { type: 'plain_text', text: value }, value });

/** A form filled with a claim that is on no record, and what is said otherwise. */
export function fill(_: InSlack, otherwise: Record<string, unknown> = {}) {
  const { saidBy = ['sela-dravik'], ...rest } = otherwise as { saidBy?: string[] };
  return {
    statement: 'The chief mate was at the wheel when the ferry rolled.',
    'topic@harbour-ferry': 'accident',
    'saidBy@harbour-ferry': saidBy.map(option),
    'article@harbour-ferry': option('kestrel-news-2024-03-12'),
    paragraph: '9',
    ...rest,
  } as unknown as Record<string, never>;
}

/** Files a claim through the form; by default it is near nothing on record. */
export async function fileClaim(newsroom: InSlack, { user = 'nadia', ...otherwise }: Record<string, unknown> = {}) {
  const by = { user: String(user) };
  await newsroom.slack.runCommand({ line: '/dateline file', ...by });
  await formOf(newsroom, by.user);
  const outcome = await newsroom.slack.submitView({ ...by, fill: fill(newsroom, otherwise) });
  if (outcome.status !== 'cleared') throw new Error(`not filed: ${JSON.stringify(outcome)}`);
}

/** What the desk was shown, once there are so many messages. */
export function reviews({ slack }: InSlack, count: number) {
  return slack.until(
    () => {
      const posted = slack
        .messages({ channel: DESK, user: 'tom' })
        .filter(({ bot_id, ephemeral }) => bot_id && !ephemeral);
      return posted.length >= count && posted;
    },
    { label: `${count} proposals at the desk` },
  );
}

/** What a person is told directly or by themselves at the desk. */
export function told({ slack }: InSlack, { user, channel = 'dm' }: { user: string; channel?: string }, text: string) {
  return slack.until(
    () => slack.messages({ user, channel }).find((message) => message.text.includes(neutralText(text))),
    {
      label: text,
    },
  );
}

/** Presses a button below the newest proposal, and gives what the desk's message says once it has changed. */
export async function decide({ slack }: InSlack, user: string, act: keyof typeof REVIEW_ACTIONS) {
  const [before] = slack.messages({ channel: DESK, user }).filter(({ bot_id, ephemeral }) => bot_id && !ephemeral);
  await slack.click({ user, channel: DESK, actionId: REVIEW_ACTIONS[act] });
  return slack.until(
    () => {
      const now = slack.messages({ channel: DESK, user }).find(({ ts }) => ts === before?.ts);
      return now?.text !== before?.text && now?.text;
    },
    { label: `the proposal after ${act}` },
  );
}
