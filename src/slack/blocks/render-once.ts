import type { Answer } from '../../ask/answer.ts';
import { answerMessage, type Frame } from './answer-message.ts';
import type { Message } from './message.ts';

/** Renders answers as `answerMessage` does, and an answer that comes again in the same frame only once. */
export function createRenderOnce(): typeof answerMessage {
  const rendered = new WeakMap<Answer, { readonly frame: string; readonly message: Message }>();
  return (answer: Answer, frame: Frame = {}) => {
    const key = JSON.stringify(frame);
    const before = rendered.get(answer);
    if (before?.frame === key) return before.message;
    const message = answerMessage(answer, frame);
    rendered.set(answer, { frame: key, message });
    return message;
  };
}
