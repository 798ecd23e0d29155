import { describe, expect, it } from 'vitest';
import { checkBlocks, checkMessages } from '../../../src/slack/blocks/check-pages.ts';
import { checkedModal, draftModal } from '../../../src/slack/blocks/draft-modal.ts';
import { checkMessageBlocks } from '../../../src/workspace/blocks/check-message.ts';
import { checkView } from '../../../src/workspace/blocks/check-view.ts';
import { ferryRecord } from '../support/ferry-record.ts';
import { typicalChecks } from '../support/typical-check.ts';

const golden = (value: unknown) =>
  `${JSON.stringify(value, (key, inner) => (key === 'source' ? undefined : inner), 2)}\n`;

const modals = {
  draft: draftModal(),
  'modal-verdicts': checkedModal(checkBlocks(typicalChecks.verdicts, ferryRecord).blocks),
};

describe('what people see of a check', () => {
  it.each(Object.entries(typicalChecks))('in messages: %s', async (name, checked) => {
    const messages = checkMessages(checked, ferryRecord);
    for (const { blocks } of messages) expect(checkMessageBlocks(blocks)).toMatchObject({ ok: true });
    await expect(golden(messages)).toMatchFileSnapshot(`__golden__/check/${name}.json`);
    const texts = messages.map(({ text }) => text).join('\n--------\n');
    await expect(`${texts}\n`).toMatchFileSnapshot(`__golden__/check/${name}.txt`);
  });

  it.each(Object.entries(modals))('in a modal: %s', async (name, view) => {
    expect(checkView(view, 'modal')).toMatchObject({ ok: true });
    await expect(golden(view)).toMatchFileSnapshot(`__golden__/check/${name}.json`);
  });
});
