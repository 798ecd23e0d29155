import type { App } from '@slack/bolt';
import { z } from 'zod';
import { homeView } from '../../blocks/home-view.ts';
import { noticeView } from '../../blocks/notice.ts';
import type { Dependencies } from '../../dependencies.ts';
import { createConversation, type Turn } from './conversation.ts';
import { type PersonMessage, personMessage } from './message-event.ts';
import { createReadThread } from './read-thread.ts';
import { directTurn, mentionTurn } from './turns.ts';

const homeOpenedSchema = z.object({ event: z.object({ user: z.string(), tab: z.string().default('home') }) });

/** Answers mentions in threads and direct messages where they are, and shows App Home. */
export function registerEvents(app: App, dependencies: Dependencies): void {
  const { client, record, delivery, seen, threads, work } = dependencies;
  const converse = createConversation(dependencies);

  /** True once for a message, whichever events it comes in and however often they are delivered. */
  async function isNew({ channel, ts, eventId }: PersonMessage): Promise<boolean> {
    if (eventId !== undefined && !(await seen.claim(`event:${eventId}`))) return false;
    return seen.claim(`message:${channel}:${ts}`);
  }

  async function take(name: string, message: PersonMessage, turnOf: typeof mentionTurn): Promise<void> {
    if (!(await isNew(message))) return;
    const place = { channel: message.channel, thread: message.threadTs ?? message.ts };
    await work.run({ name, tell: (failure) => delivery.post(place, failure) }, async (log) => {
      const readThread = createReadThread(client, log);
      const turn: Turn = turnOf(message, threads, readThread);
      await converse(turn);
    });
  }

  app.event('app_mention', async ({ body }) => {
    const message = personMessage(body);
    if (message) await take('app_mention', message, mentionTurn);
  });

  // In channels Dateline is only spoken to by name: a `message` there that names it comes as `app_mention` too.
  app.event('message', async ({ body }) => {
    const message = personMessage(body);
    if (message?.isDirect) await take('message.im', message, directTurn);
  });

  app.event('app_home_opened', async ({ body }) => {
    const { event } = homeOpenedSchema.parse(body);
    if (event.tab !== 'home') return;
    await work.run(
      { name: 'app_home_opened', tell: (failure) => delivery.publish(event.user, noticeView(failure)) },
      () => delivery.publish(event.user, homeView(record)),
    );
  });
}
