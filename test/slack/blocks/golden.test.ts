import { describe, expect, it } from 'vitest';
import { answerMessage } from '../../../src/slack/blocks/answer-message.ts';
import { helpMessage } from '../../../src/slack/blocks/help-message.ts';
import { FIRST_PAGES, homeView } from '../../../src/slack/blocks/home-view.ts';
import { notice } from '../../../src/slack/blocks/notice.ts';
import { SUBCOMMAND_HELP } from '../../../src/slack/listeners/commands/subcommands.ts';
import { topicCommands } from '../../../src/slack/topic-commands.ts';
import { WORDS } from '../../../src/slack/words.ts';
import { checkMessageBlocks } from '../../../src/workspace/blocks/check-message.ts';
import { ferryRecord } from '../support/ferry-record.ts';
import { typicalAnswers } from '../support/typical-answers.ts';

const share = '{"ask":"how many died?"}';
const topics = topicCommands(ferryRecord);

const messages = {
  ...Object.fromEntries(
    Object.entries(typicalAnswers).map(([name, answer]) => [name, answerMessage(answer, { share })]),
  ),
  shared: answerMessage(typicalAnswers.facts, { byline: WORDS.sharedBy('nadia', 'how many *died*, <!channel>?') }),
  'did-you-mean': answerMessage(typicalAnswers.silent, {
    hints: [WORDS.didYouMean('/dateline sources'), WORDS.tryHelp],
    share,
  }),
  help: helpMessage(topics, SUBCOMMAND_HELP),
  failed: notice(WORDS.failed('3f9a12cd')),
  'too-long': notice(WORDS.tooLong(5000)),
};

const golden = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;

describe('what people see', () => {
  it.each(Object.entries(messages))('%s', async (name, message) => {
    expect(checkMessageBlocks(message.blocks)).toMatchObject({ ok: true });
    await expect(golden({ text: message.text, blocks: message.blocks })).toMatchFileSnapshot(`__golden__/${name}.json`);
  });

  it('home', async () => {
    const view = homeView({ dossiers: ferryRecord, digests: [], pages: FIRST_PAGES });
    await expect(golden(view)).toMatchFileSnapshot('__golden__/home.json');
  });
});
