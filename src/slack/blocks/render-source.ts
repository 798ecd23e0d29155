import { answerMessage } from './answer-message.ts';
import { checkPage } from './check-pages.ts';
import { editionPage } from './edition-messages.ts';
import type { Message } from './message.ts';
import type { MessageSource } from './message-source.ts';

/** The message that a source makes: the same source, the same bytes; within every limit, whatever was amended in it. */
export function renderSource(source: MessageSource): Message {
  switch (source.kind) {
    case 'answer': {
      const { answer, frame, tells } = source;
      const message = answerMessage(answer, frame);
      return tells === undefined || message.source?.kind !== 'answer'
        ? message
        : { ...message, source: { ...message.source, tells } };
    }
    case 'edition':
      return editionPage(source.page);
    case 'check':
      return checkPage(source);
  }
}
