import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LONGEST_QUESTION, questionText } from '../../../src/slack/format/question-text.ts';
import { hostileText } from '../../slack/support/arbitrary-answer.ts';

const BOT = 'U0APPBOT01';

describe('the text of a question', () => {
  it.each([
    [`<@${BOT}> how many died?`, 'how many died?'],
    [`<@${BOT}|dateline>: how many died?`, 'how many died?'],
    [`hey <@${BOT}> how many died?`, 'hey how many died?'],
    ['did <@U2|maria> file it?', 'did maria file it?'],
    ['did <@U2> file it?', 'did file it?'],
    ['as in <#C1|general> &amp; <#C2>', 'as in general &'],
    ['<!channel> <!here|here> <!subteam^S1|@desk> who?', 'channel here @desk who?'],
    ['on <!date^1392734382^{date}|18 Feb 2014>?', 'on 18 Feb 2014?'],
    ['see <https://a.example/b?c=1|this piece> and <https://b.example>', 'see this piece and https://b.example'],
    ['ask <mailto:desk@a.example|desk@a.example>', 'ask desk@a.example'],
    ['is 5 &lt; 6 &amp;&amp; 7 &gt; 6?', 'is 5 < 6 && 7 > 6?'],
    ['what did “Washington” say? it’s', `what did "Washington" say? it's`],
    ['a\u200Bb\u202Ec\u2066d\uFEFF', 'abcd'],
    ['  many \n\t blanks ', 'many blanks'],
    ['cafe\u0301', 'café'],
    ['broken \uD83D pair', 'broken \uFFFD pair'],
    ['👩🏽‍🚒 where?', '👩🏽🚒 where?'],
    ['كم عدد القتلى؟', 'كم عدد القتلى؟'],
  ])('%j is %j', (raw, text) => {
    expect(questionText(raw, BOT)).toEqual({ kind: 'question', text });
  });

  it.each(['', '   ', `<@${BOT}>`, '\u200B\u2060', '<#C1>'])('%j is empty', (raw) => {
    expect(questionText(raw, BOT)).toEqual({ kind: 'empty' });
  });

  it('a mention in front is the bot’s when its id is not known', () => {
    expect(questionText('<@U9> how many?')).toEqual({ kind: 'question', text: 'how many?' });
  });

  it('is refused when it is too long, not cut', () => {
    expect(questionText('x'.repeat(LONGEST_QUESTION))).toMatchObject({ kind: 'question' });
    expect(questionText('x'.repeat(5000))).toEqual({ kind: 'too-long', length: 5000 });
  });

  it('holds no markup, no entity of Slack’s escaping and nothing invisible, whatever was sent', () => {
    fc.assert(
      fc.property(hostileText, (raw) => {
        const read = questionText(raw, BOT);
        if (read.kind !== 'question') return;
        expect(read.text).not.toMatch(/[\u200B-\u200F\u202A-\u202E\u2066-\u2069\n\t]/);
        expect(read.text).toBe(read.text.trim());
        expect(read.text.isWellFormed()).toBe(true);
      }),
    );
  });

  it('takes 100,000 opening brackets in its stride', () => {
    const start = performance.now();
    questionText('<'.repeat(100_000), BOT);
    questionText(`${'<@'.repeat(50_000)}>`, BOT);
    expect(performance.now() - start).toBeLessThan(200);
  });
});
