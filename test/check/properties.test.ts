import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createClaimIndex } from '../../src/ask/claim-index.ts';
import { readAssertion } from '../../src/check/assertion.ts';
import { checkText } from '../../src/check/check-text.ts';
import { createChecker } from '../../src/check/checker.ts';
import { ferry, NOW, prisoners } from './records.ts';

const checker = createChecker([...prisoners, ...ferry]);
const claims = [...prisoners, ...ferry].flatMap((dossier) => [...dossier.claims.values()]);
const ids = new Set(claims);
const statement = fc.constantFrom(...claims.map((claim) => claim.statement));
/** Copy made of what is on record, cut and joined anyhow, with what nobody would write. */
const copy = fc
  .array(
    fc.oneof(
      statement,
      statement.map((text) => text.slice(0, text.length / 2)),
      fc.string({ unit: 'grapheme' }),
    ),
    {
      maxLength: 4,
    },
  )
  .map((parts) => parts.join(' '));

test('a statement in which any word that tells is another, unheard of, is never supported', () => {
  // Whom a sentence credits is held against the sayers, not against the statement's words.
  const places = [...prisoners, ...ferry].flatMap((dossier) => {
    const index = createClaimIndex(dossier);
    return index.claims.flatMap(({ statement: text }) =>
      readAssertion(index, text, NOW.slice(0, 10))
        .matter.filter(({ names, weight }) => names.length === 0 && weight >= 0.5)
        .map(({ start, end }) => ({ text, start, end })),
    );
  });
  fc.assert(
    fc.property(fc.constantFrom(...places), ({ text, start, end }) => {
      const changed = `${text.slice(0, start)}flibberts${text.slice(end)}`;
      expect(checker.checkSentence(changed, NOW).verdict, changed).not.toBe('supported');
    }),
    { numRuns: 300 },
  );
});

describe('whatever the copy', () => {
  test('checking it does not throw, and every claim shown is on record with outlet and date', () => {
    fc.assert(
      fc.property(copy, (text) => {
        const result = checker.check(text, NOW);
        for (const { claims: shown, verdict, reason } of result.sentences) {
          for (const { claim, citations } of shown) {
            expect(ids.has(claim)).toBe(true);
            for (const { outlet, date } of citations) expect(outlet && date).toBeTruthy();
          }
          if (verdict !== 'nothing-to-check') expect(reason).not.toBe('');
          if (verdict !== 'nothing-to-check' && verdict !== 'unsupported') expect(shown.length).toBeGreaterThan(0);
        }
        expect(checkText(result)).not.toContain('undefined');
      }),
      { numRuns: 60 },
    );
  });

  test('the same record, copy and day give the same result', () => {
    const another = createChecker([...prisoners, ...ferry]);
    fc.assert(
      fc.property(copy, (text) => {
        expect(JSON.stringify(another.check(text, NOW))).toBe(JSON.stringify(checker.check(text, NOW)));
      }),
      { numRuns: 30 },
    );
  });

  test('a sentence is never supported with a number that none of its claims has', () => {
    const counted = claims.filter(({ statement: text }) => / \d{2},?\d{3} | \d{3} /.test(text));
    fc.assert(
      fc.property(fc.constantFrom(...counted), fc.integer({ min: 71_001, max: 998_999 }), (claim, number) => {
        const text = claim.statement.replace(/ \d{2},?\d{3} | \d{3} /, ` ${number.toLocaleString('en-GB')} `);
        expect(checker.checkSentence(text, NOW).verdict).not.toBe('supported');
      }),
      { numRuns: 60 },
    );
  });

  test('a reason that is added to a statement leaves it unsupported', () => {
    fc.assert(
      fc.property(statement, (text) => {
        const added = `${text.replace(/\.$/, '')} because farmers in Portugal had complained.`;
        expect(checker.checkSentence(added, NOW).verdict).not.toBe('supported');
      }),
      { numRuns: 60 },
    );
  });

  test('an empty record finds nothing', () => {
    const { dossier, sentences } = createChecker([]).check('North Korea sent 12,000 troops.', NOW);
    expect(dossier).toBeUndefined();
    expect(sentences.map(({ verdict }) => verdict)).toEqual(['nothing-to-check']);
  });
});
