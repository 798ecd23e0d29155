import type { App } from '@slack/bolt';
import { z } from 'zod';
import { noticeView } from '../../blocks/notice.ts';
import type { Dependencies } from '../../dependencies.ts';
import { registerChannelEvents } from './channel-events.ts';
import { createConversation, type Turn } from './conversation.ts';
import { type PersonMessage, personMessage, personMessageSchema } from './message-event.ts';
import { createReadThread } from './read-thread.ts';
import { directTurn, mentionTurn } from './turns.ts';

const homeOpenedSchema = z.object({ event: z.object({ user: z.string(), tab: z.string().default('home') }) });

/** Answers mentions in threads and direct messages where they are, and shows App Home. */
export function registerEvents(app: App, dependencies: Dependencies): void {
  const { client, delivery, threads, work, intake, home } = dependencies;
  const converse = createConversation(dependencies);
  registerChannelEvents(app, dependencies);

  function register(name: string, turnOf: typeof mentionTurn) {
    return intake.register<PersonMessage>({
      name,
      schema: personMessageSchema,
      async run(message, key, log) {
        const turn: Turn = turnOf(message, threads, createReadThread(client, log));
        await converse({ ...turn, key });
      },
      tell: (failure, { channel, threadTs, ts }, key) =>
        delivery.deliver({
          key: `failure:${key}`,
          to: { channel, thread: threadTs ?? ts },
          message: failure,
          since: Number(ts) * 1000,
        }),
    });
  }
  const takeMention = register('app_mention', mentionTurn);
  const takeDirect = register('message.im', directTurn);

  // The message and not the event: one message may come in two events, each of them several times.
  const keyOf = ({ channel, ts }: PersonMessage) => `message:${channel}:${ts}`;

  app.event('app_mention', async ({ body }) => {
    const message = personMessage(body);
    if (message) await takeMention(keyOf(message), message);
  });

  // In channels Dateline is only spoken to by name: a `message` there that names it comes as `app_mention` too.
  app.event('message', async ({ body }) => {
    const message = personMessage(body);
    if (message?.isDirect) await takeDirect(keyOf(message), message);
  });

  app.event('app_home_opened', async ({ body }) => {
    const { event } = homeOpenedSchema.parse(body);
    if (event.tab !== 'home') return;
    void work.run(
      { name: 'app_home_opened', tell: (failure) => delivery.publish(event.user, noticeView(failure)) },
      () => home.show(event.user),
    );
  });
}
