import type { Message } from '../../blocks/message.ts';
import { tellCheck } from '../../check-copy.ts';
import type { Dependencies } from '../../dependencies.ts';
import { copyText } from '../../format/copy-text.ts';
import { WORDS } from '../../words.ts';
import { messageTexts } from './message-texts.ts';

/** Checks the message that a shortcut was used on, whoever wrote it, and tells the person who used it. */
export function createCheckMessage(dependencies: Pick<Dependencies, 'record' | 'checker' | 'now'>) {
  return async (body: unknown, tell: (message: Message) => Promise<void>): Promise<void> => {
    const { texts, hasFiles } = messageTexts(body);
    await tellCheck(copyText(...texts), hasFiles ? WORDS.check.noTextButFile : WORDS.check.noText, dependencies, tell);
  };
}
