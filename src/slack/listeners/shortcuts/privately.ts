import type { Message } from '../../blocks/message.ts';
import { notice } from '../../blocks/notice.ts';
import type { Delivery } from '../../delivery.ts';
import { WORDS } from '../../words.ts';

/**
 * Tells one person something where they are, seen by nobody else: in the channel or its thread, or else, where there is
 * none or the bot is no member, in a direct message, which first says why it comes there.
 */
export function createPrivately(
  delivery: Delivery,
  user: string,
  place: { readonly channel: string; readonly thread: string | undefined } | undefined,
): (message: Message) => Promise<void> {
  let isElsewhere = place === undefined;

  async function directly(message: Message): Promise<void> {
    const { kind } = await delivery.post({ channel: user }, message);
    if (kind === 'no-access') throw new Error('Slack did not let the bot write to the person who asked');
  }

  return async (message) => {
    if (place && !isElsewhere) {
      const { channel, thread } = place;
      const { kind } = await delivery.whisper(thread === undefined ? { channel } : { channel, thread }, user, message);
      if (kind === 'shown') return;
      isElsewhere = true;
      await directly(notice(WORDS.check.elsewhere));
    }
    await directly(message);
  };
}
