import type { Message } from '../../blocks/message.ts';
import type { Dependencies } from '../../dependencies.ts';
import { createOpenNewForm } from '../../desk/open-new-form.ts';
import { statementIn } from '../../desk/statement-in.ts';
import { messageTexts } from './message-texts.ts';

const ADDRESS = /https?:\/\/[^\s<>|"]+/;

/** Opens the form for a new claim with what a message says as its statement, and the address in it as its article. */
export function createFileMessage(dependencies: Pick<Dependencies, 'record' | 'desk' | 'delivery' | 'asker' | 'now'>) {
  const { asker, now } = dependencies;
  const openNew = createOpenNewForm(dependencies);

  return async (body: unknown, triggerId: string, tell: (message: Message) => Promise<void>): Promise<void> => {
    const [raw = '', ...attached] = messageTexts(body).texts;
    const url = ADDRESS.exec([raw, ...attached].join('\n'))?.[0].replace(/[).,;:!?’”]+$/, '');
    const statement = statementIn(raw);
    const dossier = statement === '' ? undefined : asker.ask({ ask: statement, now: now() }).dossier;
    await openNew(triggerId, { statement, url, dossier }, tell);
  };
}
