import type { App } from '@slack/bolt';
import { z } from 'zod';
import type { Dependencies } from '../../dependencies.ts';

const eventSchema = z.object({ event_id: z.string(), event: z.object({ channel: z.string() }) });

const workSchema = z.object({ channel: z.string(), reason: z.enum(['left', 'archived', 'deleted']) });
type Work = z.infer<typeof workSchema>;

/** Pauses the digest of a channel that Dateline was removed from, or that was archived or deleted. */
export function registerChannelEvents(app: App, { intake, digests }: Pick<Dependencies, 'intake' | 'digests'>): void {
  const take = intake.register<Work>({
    name: 'channel-closed',
    schema: workSchema,
    run: ({ channel, reason }) => digests.pause(channel, reason),
    // Nobody asked for it: the log has what failed.
    tell: async () => {},
  });

  const pauseFor =
    (reason: Work['reason']) =>
    async ({ body }: { readonly body: unknown }) => {
      const { event_id: id, event } = eventSchema.parse(body);
      await take(`event:${id}`, { channel: event.channel, reason });
    };

  app.event('channel_left', pauseFor('left'));
  app.event('group_left', pauseFor('left'));
  app.event('channel_archive', pauseFor('archived'));
  app.event('group_archive', pauseFor('archived'));
  app.event('channel_deleted', pauseFor('deleted'));
  app.event('group_deleted', pauseFor('deleted'));
}
