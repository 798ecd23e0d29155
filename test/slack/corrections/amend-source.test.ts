import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer, ShownClaim } from '../../../src/ask/answer.ts';
import { createAsker } from '../../../src/ask/ask.ts';
import { showClaim } from '../../../src/ask/show-claim.ts';
import { createChecker } from '../../../src/check/checker.ts';
import { decideEdition } from '../../../src/digest/decide-edition.ts';
import type { Amendment } from '../../../src/record/amendment.ts';
import { claimVersions, versionOf } from '../../../src/record/claim-versions.ts';
import type { Claim, Dossier } from '../../../src/record/dossier.ts';
import type { Act, LedgerEntry } from '../../../src/record/ledger.ts';
import { thingsOf } from '../../../src/record/ledger-values.ts';
import { createReplay } from '../../../src/record/replay.ts';
import { answerMessage } from '../../../src/slack/blocks/answer-message.ts';
import { checkMessages } from '../../../src/slack/blocks/check-pages.ts';
import { editionMessages } from '../../../src/slack/blocks/edition-messages.ts';
import { inert } from '../../../src/slack/blocks/elements.ts';
import { LIMITS } from '../../../src/slack/blocks/limits.ts';
import type { Message } from '../../../src/slack/blocks/message.ts';
import type { Kept } from '../../../src/slack/blocks/message-source.ts';
import { renderSource } from '../../../src/slack/blocks/render-source.ts';
import { amendSource } from '../../../src/slack/corrections/amend-source.ts';
import { versionsShown } from '../../../src/slack/corrections/versions-shown.ts';
import { neutralText } from '../../../src/slack/format/neutral-text.ts';
import { checkMessageBlocks } from '../../../src/workspace/blocks/check-message.ts';
import { ferry } from '../../digest/moments.ts';
import { arbitraryAnswer, hostileText, shownClaim } from '../support/arbitrary-answer.ts';
import { FERRY } from './amend.ts';

const few = { numRuns: 40, endOnFailure: true };
const AT = '2026-11-22T04:50:00.000Z';

const filed: readonly Act[] = ferry.flatMap((dossier) =>
  thingsOf(dossier).map((thing): Act => ({ kind: 'added', dossier: dossier.slug, thing })),
);

/** The ferry's record after the files and some acts of editors. */
function recordAfter(acts: readonly Act[]) {
  const entries = [...filed, ...acts].map((act, n): LedgerEntry => ({ seq: n + 1, at: AT, by: 'U1', act }));
  const replay = createReplay(ferry);
  replay.take(entries);
  const versions = claimVersions(entries);
  return {
    dossiers: replay.dossiers(),
    versionOf: (claim: { dossier: string; claim: string }) => versionOf(versions, claim),
  };
}

const before = recordAfter([]);
const [dossier] = before.dossiers as [Dossier];
const claims = [...dossier.claims.values()];

const COPY = [
  'Nine people died, the coastguard said. Some 190 people were rescued. The ferry carried 214 passengers.',
  'The official toll is 37. The captain was charged. A freak gust capsized the ferry, the company said.',
].join(' ');

/** Messages of every kind, as they were before anything was amended. */
const messages: readonly Message[] = [
  ...[
    'how many died?',
    'how many were rescued?',
    'what caused it?',
    'timeline of the accident',
    'who was charged?',
  ].map((ask) => answerMessage(createAsker(before.dossiers).ask({ ask, now: AT }))),
  ...[...dossier.topics.keys()].map((topic) =>
    answerMessage(createAsker(before.dossiers).brief({ dossier: FERRY, topic }, AT)),
  ),
  ...checkMessages(createChecker(before.dossiers).check(COPY, AT), before.dossiers),
  ...editionOf(undefined),
  ...editionOf('2024-03-13'),
];

function editionOf(since: string | undefined): readonly Message[] {
  const earlier = since === undefined ? undefined : [{ ...dossier, claims: new Map([...dossier.claims].slice(0, 30)) }];
  const decision = decideEdition(earlier, before.dossiers, { today: '2024-08-17' });
  if (decision.kind !== 'edition') throw new Error('silent although nobody asked for that');
  const { main, thread } = editionMessages(decision.edition);
  return [main, ...thread];
}

function kept(message: Message): Kept & { source: NonNullable<Kept['source']> } {
  if (message.source === undefined) throw new Error('nothing is kept of a message without claims');
  return { claims: versionsShown(message, before), source: message.source };
}

const sourced = messages.filter(({ source }) => source !== undefined);
/** A claim that some message shows, rather than any. */
const told = [...new Set(sourced.flatMap(({ claims: refs = [] }) => refs.map(({ claim }) => claim)))];

const act = fc
  .record({
    claim: fc.constantFrom(...told),
    kind: fc.constantFrom('corrected', 'corrected', 'retracted', 'superseded'),
    by: fc.constantFrom(...claims.map(({ id }) => id)),
    n: fc.nat(9),
  })
  .filter(({ claim, by }) => claim !== by)
  .map(({ claim, kind, by, n }): Act => {
    const why = `Reason ${n}.`;
    if (kind === 'retracted') return { kind, dossier: FERRY, claim, why, source: `Note ${n}` };
    if (kind === 'superseded') return { kind, dossier: FERRY, claim, by, things: [], why };
    const thing = thingsOf(dossier).find((one) => one.subject === 'claim' && one.value.id === claim);
    if (thing?.subject !== 'claim') throw new Error('no such claim');
    const value = { ...thing.value, statement: `Mended wording ${n} of ${claim}.` };
    return {
      kind: 'corrected',
      dossier: FERRY,
      claim,
      things: [{ subject: 'claim', value }],
      why,
      source: `Note ${n}`,
    };
  });
const acts = fc.array(act, { minLength: 1, maxLength: 8 });

const amendedBy = (message: Message, record: { dossiers: readonly Dossier[] }) =>
  renderSource(amendSource(kept(message), record.dossiers));
const isMended = (amendments: readonly Amendment[] = []) => amendments.some(({ kind }) => kind !== 'superseded');
const withoutHeadline = ({ text, blocks }: Message) =>
  JSON.stringify([text, blocks]).replaceAll(/(?:Corrected|Overtaken) on \d+ \w+ \d{4}\.(?: |\\n)?/g, '');

describe('a message that was amended', { timeout: 60_000 }, () => {
  it('of everything that the record says, says nothing in its old form unmarked', () => {
    fc.assert(
      fc.property(fc.constantFrom(...sourced), acts, (message, all) => {
        const record = recordAfter(all);
        const { text, blocks } = amendedBy(message, record);
        const [now] = record.dossiers as [Dossier];
        for (const { id, statement } of claims) {
          if (!isMended(now.amendments.get(id)) || now.claims.get(id)?.statement === statement) continue;
          for (const line of text.split('\n').filter((one) => one.includes(neutralText(statement)))) {
            expect(line).toMatch(/\bwas: /);
            expect(line).toMatch(/\[(?:corrected|retracted) on /);
          }
          for (const spoken of elementsWith(blocks, inert(statement))) {
            expect(spoken).toMatchObject({ text: inert(statement), style: { strike: true } });
          }
        }
      }),
      { ...few, numRuns: 150 },
    );
  });

  it('tells of every claim that it had shown and that was corrected how it reads now', () => {
    fc.assert(
      fc.property(fc.constantFrom(...sourced), acts, (message, all) => {
        const record = recordAfter(all);
        const [now] = record.dossiers as [Dossier];
        const { text } = amendedBy(message, record);
        for (const { claim } of message.claims ?? []) {
          const current = now.claims.get(claim);
          if (!isMended(now.amendments.get(claim)) || !current) continue;
          expect(text).toContain(neutralText(current.statement));
        }
      }),
      few,
    );
  });

  it('is the same whatever the order in which claims were amended, and however often it was edited on the way', () => {
    const ofDistinct = fc.uniqueArray(act, {
      minLength: 2,
      maxLength: 6,
      selector: (one) => 'claim' in one && one.claim,
    });
    fc.assert(
      fc.property(fc.constantFrom(...sourced), ofDistinct, fc.nat(), (message, all, seed) => {
        const other = all.toSorted((a, b) => hash(JSON.stringify(a), seed) - hash(JSON.stringify(b), seed));
        const one = amendedBy(message, recordAfter(all));
        for (let n = 1; n < other.length; n += 1) amendedBy(message, recordAfter(other.slice(0, n)));
        expect(withoutHeadline(amendedBy(message, recordAfter(other)))).toBe(withoutHeadline(one));
      }),
      few,
    );
  });

  it('carries the notes on handling what it tells now, and tells nothing that needs care in passing', () => {
    const note = dossier.policy.selfHarm ?? '';
    expect(note).not.toBe('');
    const [one, other] = told as [string, string];
    const value = thingsOf(dossier).find((it) => it.subject === 'claim' && it.value.id === one);
    if (value?.subject !== 'claim') throw new Error('no such claim');
    const statement = 'What is said of it now needs care.';
    const things = [{ ...value, value: { ...value.value, statement, sensitive: 'self-harm' as const } }];
    const correction: Act = { kind: 'corrected', dossier: FERRY, claim: one, things, why: 'Why.', source: 'Note' };
    const overtaking: Act = { kind: 'superseded', dossier: FERRY, claim: other, by: one, things: [], why: 'Since.' };
    let amended = 0;
    for (const message of sourced.filter(({ source }) => source?.kind !== 'check')) {
      const { text } = amendedBy(message, recordAfter([correction, overtaking]));
      if (text.includes(statement)) expect(text).toContain(neutralText(note));
      amended += Number(text.includes(statement));
      const marked = text.split('\n').filter((line) => line.includes('[overtaken on'));
      for (const line of marked) expect(line.split('[overtaken on')[1]).not.toContain(statement);
    }
    expect(amended).toBeGreaterThan(0);
  });

  it('still quotes what was not amended beside what was', () => {
    const [one, other, third] = told as [string, string, string];
    const [claim, quoted] = [one, third].map((id) => dossier.claims.get(id) as Claim) as [Claim, Claim];
    const mark = { kind: 'disputed', text: 'disputed: both', claims: [other, third] } as const;
    const shown: ShownClaim = { ...showClaim({ dossier }, claim), marks: [mark] };
    const lead = 'On record:';
    const answer: Answer = {
      declined: false,
      dossier: FERRY,
      form: 'facts',
      lead,
      claims: [shown],
      notes: [],
      more: 0,
    };
    const retraction: Act = { kind: 'retracted', dossier: FERRY, claim: other, why: 'Why.', source: 'Note' };
    const { text } = amendedBy(answerMessage(answer), recordAfter([retraction]));
    expect(text).toContain('a claim that was named here was retracted on');
    expect(text).toContain(neutralText(quoted.statement));
  });

  it('is left as it was when nothing in it was amended', () => {
    for (const message of sourced) {
      const { source } = kept(message);
      expect(amendSource(kept(message), before.dossiers)).toEqual(source);
    }
  });

  it('is known to show what it says, even when it is sent after a correction', () => {
    fc.assert(
      fc.property(fc.constantFrom(...sourced), acts, (message, all) => {
        const record = recordAfter(all);
        const [now] = record.dossiers as [Dossier];
        for (const { claim, version } of versionsShown(message, record)) {
          const mending = (now.amendments.get(claim) as readonly Amendment[] | undefined)?.findLast(
            ({ kind }) => kind !== 'superseded',
          );
          const isToldNow = now.claims.get(claim)?.statement === dossier.claims.get(claim)?.statement;
          const isTold = message.claims?.some((one) => one.claim === claim);
          if (mending && isTold && !isToldNow) expect(version).toBeLessThan(mending.seq);
        }
      }),
      few,
    );
  });
});

describe('however long and hostile what was said and what is said now', { timeout: 60_000 }, () => {
  /** An answer, some of whose claims were amended. */
  const amendedAnswer = fc
    .tuple(
      arbitraryAnswer,
      fc.array(fc.tuple(shownClaim, hostileText, fc.constantFrom('corrected', 'retracted', 'superseded')), {
        maxLength: 4,
      }),
    )
    .map(([answer, changes]) => {
      const shown: Answer = { ...answer, dossier: 'd' };
      const current = new Map<string, Claim>(shown.claims.map(({ claim }) => [claim.id, claim]));
      const amendments = new Map<string, [Amendment]>();
      for (const [n, [{ claim }, text, kind]] of changes.entries()) {
        const was = shown.claims[shown.claims.length - 1 - n]?.claim;
        if (was === undefined) continue;
        const by = { seq: 5 + n, at: AT, by: 'U1', why: text, was };
        const now = { ...claim, id: was.id, statement: `${was.id} ${claim.statement}` };
        if (kind === 'superseded') {
          current.set(claim.id, claim);
          amendments.set(was.id, [{ ...by, kind, now: claim }]);
        } else {
          current.delete(was.id);
          if (kind === 'corrected') current.set(was.id, now);
          amendments.set(was.id, [
            kind === 'corrected' ? { ...by, kind, source: text, now } : { ...by, kind: 'retracted', source: text },
          ]);
        }
      }
      const holder: Dossier = { ...dossier, slug: 'd', people: new Map(), claims: current, amendments };
      const versions = shown.claims.map(({ claim }) => ({ dossier: 'd', claim: claim.id, version: 1 }));
      const source = { kind: 'answer', answer: shown, frame: {} } as const;
      return { holder, amended: amendSource({ claims: versions, source }, [holder]) };
    });

  it('it stays within every limit of Slack, and nothing in it pings, links or formats', () => {
    fc.assert(
      fc.property(amendedAnswer, ({ amended }) => {
        const { text, blocks } = renderSource(amended);
        expect(text.length).toBeLessThanOrEqual(LIMITS.messageText);
        expect(blocks.length).toBeLessThanOrEqual(LIMITS.messageBlocks);
        expect(JSON.stringify(blocks).length).toBeLessThanOrEqual(LIMITS.messageCharacters);
        expect(checkMessageBlocks(blocks)).toMatchObject({ ok: true });
        expect(text).not.toMatch(/[<>*_~`]|&(?!amp;|lt;|gt;)|:\/\/|@\w|:[a-z0-9+-]+:/i);
        expect(JSON.stringify(blocks)).not.toMatch(/<[!@#]|<https?:|"type":"(?:mrkdwn|markdown|user|broadcast|emoji)"/);
      }),
      { ...few, numRuns: 60 },
    );
  });

  it('what was amended is the last to be left out, and no citation is cut', () => {
    fc.assert(
      fc.property(amendedAnswer, ({ amended }) => {
        if (amended.kind !== 'answer') throw new Error('an answer stays one');
        const { text } = renderSource(amended);
        const isShown = ({ claim, revision }: ShownClaim) =>
          text.includes(`${revision === undefined ? '• ' : `${revision}: `}${claim.id}`) ||
          (amended.answer.form === 'timeline' && text.includes(`: ${revision ? `${revision}: ` : ''}${claim.id}`));
        const all = amended.answer.claims;
        const plainLeft = all.some((shown) => shown.revision === undefined && isShown(shown));
        const amendedGone = all.some((shown) => shown.revision !== undefined && !isShown(shown));
        expect(plainLeft && amendedGone).toBe(false);
        for (const shown of all.filter(isShown)) {
          for (const { outlet, date } of shown.citations) expect(text).toContain(neutralText(`${outlet}, ${date}`));
        }
      }),
      few,
    );
  });
});

/** The text elements in blocks that hold a text. */
function elementsWith(value: unknown, text: string): readonly { readonly text: string }[] {
  if (Array.isArray(value)) return value.flatMap((one) => elementsWith(one, text));
  if (typeof value !== 'object' || value === null) return [];
  const own =
    'text' in value && typeof value.text === 'string' && value.text.includes(text) ? [value as { text: string }] : [];
  return [...own, ...Object.values(value).flatMap((one) => elementsWith(one, text))];
}

function hash(text: string, seed: number): number {
  let sum = seed;
  for (const character of text) sum = (sum * 31 + character.charCodeAt(0)) % 1_000_003;
  return sum;
}
