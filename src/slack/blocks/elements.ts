import type { Button, ContextBlock, HeaderBlock, PlainTextElement, RichTextBlock, RichTextElement } from '@slack/types';
import { LIMITS } from './limits.ts';

/** `text`, cut with an ellipsis when it is longer than `limit` UTF-16 units; never inside a surrogate pair. */
export function clip(text: string, limit: number): string {
  if (text.length <= limit) return text;
  return `${text.slice(0, limit - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

/** Text that Slack shows as it is: no formatting, no links, no mentions, no `:emoji:`. Empty text becomes a dash. */
export function literal(text: string, limit: number = LIMITS.text): PlainTextElement {
  return { type: 'plain_text', text: clip(inert(text.trim()) || '–', limit), emoji: false };
}

/** Text with no control sequence in it. Slack reads none in plain, raw and rich text; this does not leave it to Slack alone. */
export function inert(text: string): string {
  return text.replace(/<(?=[!@#]|https?:|mailto:)/g, '‹');
}

/** A title across the message. */
export function header(text: string): HeaderBlock {
  return { type: 'header', text: literal(text, LIMITS.header) };
}

/** Small grey lines, one an element, as many blocks as they need. */
export function context(lines: readonly string[]): ContextBlock[] {
  const elements = lines.map((line) => literal(line));
  return Array.from({ length: Math.ceil(elements.length / LIMITS.contextElements) }, (_, block) => ({
    type: 'context',
    elements: elements.slice(block * LIMITS.contextElements, (block + 1) * LIMITS.contextElements),
  }));
}

/** A paragraph. Rich text is literal: only the elements say what is a link or bold, never the text in them. */
export function paragraph(...elements: readonly RichTextElement[]): RichTextBlock {
  return { type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [...elements] }] };
}

/** A bullet list, one item for each row of elements. */
export function bullets(items: readonly (readonly RichTextElement[])[]): RichTextBlock {
  const elements = items.map((item) => ({ type: 'rich_text_section' as const, elements: [...item] }));
  return { type: 'rich_text', elements: [{ type: 'rich_text_list', style: 'bullet', elements }] };
}

interface TextStyle {
  readonly bold?: true;
  readonly italic?: true;
  readonly strike?: true;
  readonly code?: true;
}

/** Words of a paragraph. Slack refuses empty ones: they become a dash. */
export function words(text: string, style?: TextStyle) {
  return { type: 'text', text: inert(text) || '–', ...(style ? { style } : {}) } as const satisfies RichTextElement;
}

/** Words that lead to `url`, or plain words where there is none that Slack takes. */
export function link(text: string, url: string | undefined): RichTextElement {
  return url !== undefined && isWebAddress(url) ? { type: 'link', url, text: inert(text) } : words(text);
}

/** A button; its value comes back when it is pressed. */
export function button(label: string, actionId: string, value: string): Button {
  return { type: 'button', text: literal(label, LIMITS.buttonText), action_id: actionId, value };
}

function isWebAddress(url: string): boolean {
  return url.length <= LIMITS.url && /^https?:\/\/[^\s<>|]+$/.test(url) && URL.canParse(url);
}
