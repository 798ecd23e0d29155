import type { App } from '@slack/bolt';
import { z } from 'zod';
import type { Dependencies } from '../../dependencies.ts';

const eventSchema = z.object({
  event_id: z.string(),
  event_time: z.number().exactOptional(),
  event: z.object({ channel: z.string() }),
});

const workSchema = z.object({
  channel: z.string(),
  reason: z.enum(['left', 'archived', 'deleted']),
  /** Slack's time of it, in whole seconds since 1970. */
  eventTime: z.number().exactOptional(),
});
type Work = z.infer<typeof workSchema>;

/** Pauses the digest of a channel that Dateline was removed from, or that was archived or deleted. */
export function registerChannelEvents(app: App, { intake, digests }: Pick<Dependencies, 'intake' | 'digests'>): void {
  const take = intake.register<Work>({
    name: 'channel-closed',
    schema: workSchema,
    // It may be long after: a digest that was set up since is another's.
    run: ({ channel, reason, eventTime }) =>
      digests.pause(channel, reason, eventTime === undefined ? undefined : (eventTime + 1) * 1000),
    // Nobody asked for it: the log has what failed.
    tell: async () => {},
  });

  const pauseFor =
    (reason: Work['reason']) =>
    async ({ body }: { readonly body: unknown }) => {
      const { event_id: id, event_time: eventTime, event } = eventSchema.parse(body);
      await take(`event:${id}`, {
        channel: event.channel,
        reason,
        ...(eventTime === undefined ? {} : { eventTime }),
      });
    };

  app.event('channel_left', pauseFor('left'));
  app.event('group_left', pauseFor('left'));
  app.event('channel_archive', pauseFor('archived'));
  app.event('group_archive', pauseFor('archived'));
  app.event('channel_deleted', pauseFor('deleted'));
  app.event('group_deleted', pauseFor('deleted'));
}
