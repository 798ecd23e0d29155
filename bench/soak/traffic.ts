import { Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { createRequests, QUESTIONS, type SlackRequest, signed } from '../slack-path/requests.ts';

/** A mention that has to get one reply. */
export interface Mention {
  readonly channel: string;
  readonly ts: string;
  readonly at: number;
  /** Whether the app has said that it has it, heard or not. */
  isAccepted: boolean;
}

/** A newsroom that asks at a steady rate, over a network that loses some acknowledgements. */
export interface Traffic {
  readonly counts: { commands: number; mentions: number; retries: number; failed: number };
  /** From sending to the end of the acknowledgement, in ms, of the requests whose acknowledgement was waited for. */
  readonly times: number[];
  /** Sends until the time is up. */
  run(untilMs: number): Promise<void>;
}

/** How it goes wrong on the way, as shares of all mentions. */
const LOST_ACKNOWLEDGEMENTS = 0.02;
const DUPLICATES = 0.02;
// Slack sends again at once, after a minute and after five; here sooner. The first after a lost one, all if need be.
const RETRIES_MS = [1000, 3000, 9000];
const MENTIONS = 0.4;
// Enough that no channel gets more than one message a second, which is all that Slack takes.
const CHANNELS = 400;
const LONGEST_MS = 3000;
const TICK_MS = 5;

/** Traffic of so many requests a second, commands and mentions; every mention is handed over as it is sent. */
export function createTraffic(url: string, perSecond: number, expect: (mention: Mention) => void): Traffic {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const counts = { commands: 0, mentions: 0, retries: 0, failed: 0 };
  const times: number[] = [];
  const nextCommand = createRequests('asked-before', 'soak');
  let asked = 0;

  /** Resolves to whether it was acknowledged. One that is lost is cut off once it is on its way. */
  function send({ headers, body }: SlackRequest, isLost = false): Promise<boolean> {
    const begin = performance.now();
    return new Promise((resolve) => {
      const sent = request(url, {
        method: 'POST',
        agent,
        headers: { ...headers, 'content-length': Buffer.byteLength(body) },
      });
      const late = setTimeout(() => sent.destroy(), LONGEST_MS);
      const end = (isAcknowledged: boolean) => {
        clearTimeout(late);
        resolve(isAcknowledged);
      };
      sent.on('error', () => end(false));
      // One that was cut off ends without an error once its answer has begun.
      sent.on('close', () => end(false));
      sent.on('response', (response) => {
        if (isLost) {
          sent.destroy();
          return end(response.statusCode === 200);
        }
        response.resume();
        response.on('end', () => {
          times.push(performance.now() - begin);
          end(response.statusCode === 200);
        });
      });
      sent.end(body);
    });
  }

  async function command(): Promise<void> {
    counts.commands += 1;
    if (!(await send(nextCommand()))) counts.failed += 1;
  }

  async function mention(): Promise<void> {
    const n = counts.mentions++;
    const channel = `C0SOAK${n % CHANNELS}`;
    const ts = `${Math.floor(Date.now() / 1000)}.${String(n % 1_000_000).padStart(6, '0')}`;
    const mention: Mention = { channel, ts, at: Date.now(), isAccepted: false };
    expect(mention);
    const event = {
      type: 'app_mention',
      user: `U0SOAK${n % 500}`,
      text: `<@U0APPBOT01> ${QUESTIONS[n % QUESTIONS.length]}`,
      ts,
      event_ts: ts,
      channel,
    };
    const authorizations = [{ team_id: 'T0BENCH', user_id: 'U0APPBOT01', is_bot: true }];
    const body = JSON.stringify({
      type: 'event_callback',
      team_id: 'T0BENCH',
      event_id: `EvSoak${n}`,
      authorizations,
      event,
    });
    const chance = Math.random();
    const isLost = chance < LOST_ACKNOWLEDGEMENTS;
    mention.isAccepted = await send(signed(body, 'application/json'), isLost);
    if (!mention.isAccepted) counts.failed += 1;
    if (chance > 1 - DUPLICATES) await again(body, 'http_error', 0);
    for (const wait of mention.isAccepted && !isLost ? [] : RETRIES_MS) {
      mention.isAccepted = (await again(body, 'http_timeout', wait)) || mention.isAccepted;
      if (mention.isAccepted) break;
    }
  }

  async function again(body: string, reason: string, afterMs: number): Promise<boolean> {
    counts.retries += 1;
    await sleep(afterMs);
    const { headers } = signed(body, 'application/json');
    return send({ body, headers: { ...headers, 'x-slack-retry-num': '1', 'x-slack-retry-reason': reason } });
  }

  return {
    counts,
    times,
    async run(untilMs) {
      const begin = performance.now();
      const open = new Set<Promise<void>>();
      asked = 0;
      while (Date.now() < untilMs) {
        const due = Math.floor(((performance.now() - begin) * perSecond) / 1000);
        for (; asked < due; asked += 1) {
          const going = (Math.random() < MENTIONS ? mention() : command()).finally(() => open.delete(going));
          open.add(going);
        }
        await sleep(TICK_MS);
      }
      await Promise.all(open);
      agent.destroy();
    },
  };
}
