import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { SIGNING_SECRET } from './setup.ts';

/** What is sent: the same questions over and over, questions that were never asked before, or mentions in channels. */
export type Kind = 'asked-before' | 'never-asked' | 'mentions';

/** A request of Slack's, signed now. */
export interface SlackRequest {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** The questions of the shipped dossier's tests. */
export const QUESTIONS: readonly string[] = readFileSync(
  new URL('../../test/questions/north-korean-pows.jsonl', import.meta.url),
  'utf8',
)
  .trim()
  .split('\n')
  .map((line) => (JSON.parse(line) as { ask: string }).ask);

// Words that change no answer, so that a question which was never asked costs what its like costs.
const OPENINGS = ['', 'please, ', 'well, ', 'hello, ', 'ok, ', 'so, ', 'hi, ', 'and ', 'but ', 'now, ', 'er, ', 'um, '];
const ENDINGS = [
  '',
  ' please',
  ' thanks',
  ' thank you',
  ' pls',
  ' ok',
  ' hm',
  ' now',
  ' again',
  ' then',
  ' or so',
  ' eh',
];
const USERS = 500;
const CHANNELS = 40;

/** Requests one after the other, the n-th always of the same words. `run` keeps the ids of two runs apart. */
export function createRequests(kind: Kind, run: string): () => SlackRequest {
  let sent = 0;
  return () => {
    const n = sent++;
    const text = kind === 'never-asked' ? neverAsked(n, run) : (QUESTIONS[n % QUESTIONS.length] as string);
    if (kind === 'mentions') return signed(JSON.stringify(mention(text, n, run)), 'application/json');
    return signed(new URLSearchParams(command(text, n, run)).toString(), 'application/x-www-form-urlencoded');
  };
}

function neverAsked(n: number, run: string): string {
  const question = QUESTIONS[n % QUESTIONS.length] as string;
  const round = Math.floor(n / QUESTIONS.length);
  const opening = OPENINGS[round % OPENINGS.length];
  const ending = ENDINGS[Math.floor(round / OPENINGS.length) % ENDINGS.length];
  // A run of its own spelling: letters that case alone tells apart read the same.
  return `${opening}${respelt(question, run)}${ending}`;
}

/** The words with one letter in capitals, another one each run. */
function respelt(text: string, run: string): string {
  const place = [...run].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7) % text.length;
  return text.slice(0, place) + text.charAt(place).toUpperCase() + text.slice(place + 1);
}

const user = (n: number) => `U0BENCH${(n * 7) % USERS}`;
const channel = (n: number) => `C0BENCH${(n * 11) % CHANNELS}`;

function command(text: string, n: number, run: string): Record<string, string> {
  return {
    token: 'not-used-any-more',
    team_id: 'T0BENCH',
    team_domain: 'newsroom',
    channel_id: channel(n),
    channel_name: 'newsroom',
    user_id: user(n),
    user_name: 'nadia',
    command: '/dateline',
    text,
    api_app_id: 'A0BENCH',
    is_enterprise_install: 'false',
    response_url: `https://hooks.slack.com/commands/T0BENCH/${n}/${run}`,
    trigger_id: `${n}.${run}`,
  };
}

function mention(text: string, n: number, run: string) {
  const ts = `${Math.floor(Date.now() / 1000)}.${String(n % 1_000_000).padStart(6, '0')}`;
  return {
    token: 'not-used-any-more',
    team_id: 'T0BENCH',
    api_app_id: 'A0BENCH',
    type: 'event_callback',
    event_id: `Ev${run}${n}`,
    event_time: Number(ts.split('.')[0]),
    authorizations: [{ enterprise_id: null, team_id: 'T0BENCH', user_id: 'U0APPBOT01', is_bot: true }],
    is_ext_shared_channel: false,
    // A channel of its own: Slack lets one message a second into a channel, and so does Dateline.
    event: {
      type: 'app_mention',
      user: user(n),
      text: `<@U0APPBOT01> ${text}`,
      ts,
      event_ts: ts,
      channel: `C${run}${n}`,
    },
  };
}

/** A body as Slack would send it now. */
export function signed(body: string, type: 'application/json' | 'application/x-www-form-urlencoded'): SlackRequest {
  const timestamp = Math.floor(Date.now() / 1000);
  const signature = createHmac('sha256', SIGNING_SECRET).update(`v0:${timestamp}:${body}`).digest('hex');
  return {
    headers: {
      'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
      'content-type': type,
      'x-slack-request-timestamp': `${timestamp}`,
      'x-slack-signature': `v0=${signature}`,
    },
    body,
  };
}
