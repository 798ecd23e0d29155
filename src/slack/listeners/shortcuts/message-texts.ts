import { z } from 'zod';

const text = z.string().default('');
const blocks = z.array(z.looseObject({ type: z.string() })).default([]);

const messageSchema = z.object({
  message: z.object({
    text,
    bot_id: z.string().nullish(),
    blocks,
    attachments: z
      .array(
        z.object({
          pretext: text,
          title: text,
          text,
          fields: z.array(z.object({ title: text, value: text })).default([]),
          blocks,
          fallback: text,
        }),
      )
      .default([]),
    files: z.array(z.unknown()).default([]),
  }),
});

type Blocks = z.infer<typeof blocks>;

/** The texts of a message that a shortcut was used on, as Slack sends them, and whether there are files, which have more. */
export function messageTexts(body: unknown): { readonly texts: readonly string[]; readonly hasFiles: boolean } {
  const { message } = messageSchema.parse(body);
  const inBlocks = blockTexts(message.blocks);
  // A person's blocks repeat their text; a bot's text is often only a notice of what its blocks say.
  const own = message.bot_id ? inBlocks || message.text : message.text || inBlocks;
  const texts = [own];
  for (const attachment of message.attachments) {
    const { pretext, title, text: body, fields, fallback } = attachment;
    const told = [pretext, title, body, ...fields.flatMap(({ title, value }) => [title, value])].filter(Boolean);
    const part = blockTexts(attachment.blocks) || told.join('\n') || fallback;
    if (!texts.some((before) => before.includes(part))) texts.push(part);
  }
  return { texts, hasFiles: message.files.length > 0 };
}

function blockTexts(list: Blocks): string {
  return list.flatMap(linesOf).filter(Boolean).join('\n');
}

/** What a block says, line by line. Buttons, inputs and pictures are no copy. */
function linesOf(block: Record<string, unknown>): string[] {
  switch (block.type) {
    case 'section':
      return [textOf(block.text), ...listOf(block.fields).map(textOf)];
    case 'header':
      return [textOf(block.text)];
    case 'markdown':
      return [String(block.text ?? '')];
    case 'context':
      return listOf(block.elements).map(textOf);
    case 'rich_text':
      return listOf(block.elements).flatMap(richLines);
    default:
      return [];
  }
}

function richLines(element: Record<string, unknown>): string[] {
  const inner = listOf(element.elements);
  if (element.type === 'rich_text_list') return inner.flatMap(richLines);
  return [inner.map((part) => String(part.text ?? part.url ?? '')).join('')];
}

function textOf(value: unknown): string {
  const { text: said } = isRecord(value) ? value : {};
  return typeof said === 'string' ? said : '';
}

function listOf(value: unknown): Record<string, unknown>[] {
  return Array.isArray(value) ? value.filter(isRecord) : [];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
