import { setImmediate as nextTurn } from 'node:timers/promises';
import type { CheckedCopy } from '../check/checked-copy.ts';
import { checkMessages } from './blocks/check-pages.ts';
import type { Message } from './blocks/message.ts';
import { notice } from './blocks/notice.ts';
import type { Dependencies } from './dependencies.ts';
import type { CopyText } from './format/copy-text.ts';
import { WORDS } from './words.ts';

/** From this many characters on, a check may take longer than a second on a busy machine. */
const LONG_COPY = 6000;

/** Says that a check is under way, where it may take a while; nothing otherwise. */
export function checkingNotice(copy: string): Message | undefined {
  return copy.length < LONG_COPY ? undefined : notice(WORDS.check.checking(copy.split(/\s+/).length));
}

/** Holds copy against the record. What was sent before goes out first: checking keeps this process busy. */
export async function checkNow(
  copy: string,
  { checker, now }: Pick<Dependencies, 'checker' | 'now'>,
): Promise<CheckedCopy> {
  await nextTurn();
  return checker.check(copy, now());
}

/** Why copy is not checked, in words for the person; `empty` is said where there is none. */
function refusal(copy: Exclude<CopyText, { kind: 'copy' }>, empty: string): Message {
  return notice(copy.kind === 'too-long' ? WORDS.check.tooLong(copy.length) : empty);
}

/** Checks copy and tells the person through `tell`, message by message: first that it is under way, if it is long. */
export async function tellCheck(
  copy: CopyText,
  empty: string,
  dependencies: Pick<Dependencies, 'record' | 'checker' | 'now'>,
  tell: (message: Message) => Promise<unknown>,
): Promise<void> {
  if (copy.kind !== 'copy') {
    await tell(refusal(copy, empty));
    return;
  }
  const checking = checkingNotice(copy.text);
  if (checking) await tell(checking);
  const checked = await checkNow(copy.text, dependencies);
  for (const message of checkMessages(checked, dependencies.record.dossiers)) await tell(message);
}
