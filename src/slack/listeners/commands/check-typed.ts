import { draftModal } from '../../blocks/draft-modal.ts';
import type { Message } from '../../blocks/message.ts';
import { tellCheck } from '../../check-copy.ts';
import type { Reader } from '../../delivery.ts';
import type { Dependencies } from '../../dependencies.ts';
import { copyText } from '../../format/copy-text.ts';
import { WORDS } from '../../words.ts';

/** What `/dateline check` was typed with. */
interface TypedCheck {
  /** As Slack sent it; without words, a modal takes the draft. */
  readonly copy: string;
  readonly responseUrl: string;
  readonly reader: Reader;
  readonly triggerId: string;
  /** Acknowledges the command, with a message or with none. */
  readonly acknowledge: (message?: Message) => Promise<void>;
}

/** Checks the copy after `/dateline check`: the first message acknowledges the command, further ones follow it. */
export function createCheckTyped(dependencies: Pick<Dependencies, 'record' | 'checker' | 'now' | 'delivery' | 'work'>) {
  const { delivery, work } = dependencies;

  return async (name: string, { copy, responseUrl, reader, triggerId, acknowledge }: TypedCheck): Promise<void> => {
    let isAcknowledged = false;
    const tell = async (message: Message) => {
      if (isAcknowledged) return delivery.respond(responseUrl, message, 'private', reader);
      isAcknowledged = true;
      await acknowledge(message);
    };
    await work.run({ name, tell }, async () => {
      const typed = copyText(copy);
      if (typed.kind !== 'empty') return tellCheck(typed, WORDS.check.noText, dependencies, tell);
      await delivery.openModal(triggerId, draftModal());
      await acknowledge();
    });
  };
}
