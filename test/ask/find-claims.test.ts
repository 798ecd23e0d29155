import { describe, expect, it } from 'vitest';
import { carryOver } from '../../src/ask/carry-over.ts';
import { chooseClaims } from '../../src/ask/choose-claims.ts';
import { type ClaimIndex, createClaimIndex } from '../../src/ask/claim-index.ts';
import { findClaims } from '../../src/ask/find-claims.ts';
import { isConfined, sieveOf, unmetBy } from '../../src/ask/holds.ts';
import type { Inquiry } from '../../src/ask/inquiry.ts';
import { kindredOf } from '../../src/ask/kindred.ts';
import { readQuestion } from '../../src/ask/read-question.ts';
import type { Claim } from '../../src/record/dossier.ts';
import { loadRecord } from '../../src/record/load-record.ts';
import { readJsonl } from '../read-jsonl.ts';

const TODAY = '2025-11-03';
const [prisoners] = loadRecord('data').map(createClaimIndex);
const [ferry] = loadRecord('test/fixtures/harbour-ferry/data').map(createClaimIndex);
if (!prisoners || !ferry) throw new Error('a dossier is missing');

function read(index: ClaimIndex, ...asked: string[]): Inquiry {
  let inquiry: Inquiry | undefined;
  for (const ask of asked) inquiry = carryOver(inquiry, readQuestion(index, ask, TODAY));
  return inquiry as Inquiry;
}

function holding(index: ClaimIndex, inquiry: Inquiry) {
  return findClaims(index, inquiry).filter(({ unmet }) => unmet.length === 0);
}

/** The ids of the claims that an answer to the last of these questions would show. */
function chosen(index: ClaimIndex, ...asked: string[]): string[] {
  const inquiry = read(index, ...asked);
  const [best, ...others] = holding(index, inquiry);
  return best ? chooseClaims(index, inquiry, [best, ...others]).map(({ id }) => id) : [];
}

describe('finding', () => {
  it('puts a claim that says it before one whose people only are it', () => {
    const [best] = findClaims(prisoners, read(prisoners, 'rifleman'));
    expect(best?.claim.id).toBe('baek-rifleman');
  });

  it('knows how old someone is by a figure of age', () => {
    expect(chosen(prisoners, 'how old is Ri')).toContain('ri-age');
  });

  it('tells what a claim fails of what is stated', () => {
    const inquiry = read(prisoners, 'what did UPI report about the troops sent as of 19 February 2025');
    const at = prisoners.claims.findIndex(({ id }) => id === 'troops-sent-asia-review');
    const november = prisoners.claims[at] as Claim;
    expect(unmetBy(prisoners, inquiry, november, prisoners.profile(at))).toEqual(['unknown-then', 'outlet']);
  });

  it('sieves out nothing that meets what is stated, numbers aside', () => {
    let confined = 0;
    for (const [index, file] of [
      [prisoners, 'test/questions/north-korean-pows.jsonl'],
      [ferry, 'test/fixtures/harbour-ferry/questions.jsonl'],
    ] as const) {
      for (const { ask } of readJsonl<{ ask: string }>(file)) {
        const inquiry = { ...read(index, ask), figures: [] };
        if (!isConfined(inquiry)) continue;
        confined++;
        const sieve = sieveOf(index, inquiry);
        const lost = index.claims.filter(
          (claim, at) =>
            unmetBy(index, inquiry, claim, index.profile(at)).length === 0 &&
            !(sieve.accepts(at) && (sieve.among?.includes(at) ?? true)),
        );
        expect(lost.map(({ id }) => `${ask}: ${id}`)).toEqual([]);
      }
    }
    expect(confined).toBeGreaterThan(100);
  });

  it('gives the nearest where nothing meets what is stated', () => {
    const inquiry = read(ferry, 'What did Tidewatch report about the lifeboats as of 1 January 2020?');
    const found = findClaims(ferry, inquiry);
    expect(found.length).toBeGreaterThan(0);
    expect(found.every(({ unmet }) => unmet.length > 0)).toBe(true);
  });

  it('leads to claims by constraints alone', () => {
    const inquiry = read(ferry, 'What did Tidewatch report?');
    const found = holding(ferry, inquiry);
    expect(found.length).toBeGreaterThan(2);
    for (const { claim } of found)
      expect(
        claim.reports.some(({ article, via }) => article.outlet === 'Tidewatch' || via.includes('Tidewatch')),
      ).toBe(true);
  });

  it('lets a claim on the coverage itself wait until the coverage is asked about', () => {
    const rank = (ask: string) =>
      findClaims(ferry, read(ferry, ask)).findIndex(({ claim }) => claim.id === 'tidewatch-source');
    expect(rank('Where did Tidewatch get its story?')).toBeLessThan(rank('What did Tidewatch report?'));
  });

  it('takes the general secretary’s words for the union’s', () => {
    const inquiry = read(ferry, 'What does the union say?');
    expect(inquiry.voices).toEqual(['hsu']);
    expect(holding(ferry, inquiry).map(({ claim }) => claim.id)).toContain('own-homework');
  });
});

describe('likeness', () => {
  const likest = (index: ClaimIndex, id: string) => {
    const at = index.claims.findIndex((claim) => claim.id === id);
    const claim = index.claims[at];
    if (!claim) throw new Error(`no claim ${id}`);
    const all = index.claims.map((other, document) => ({ claim: other, document }));
    return kindredOf(index, { claim, document: at, profile: index.profile(at) }, all);
  };

  it('finds the same matter from another voice', () => {
    expect(
      likest(prisoners, 'western-intelligence-reported-orders')
        .slice(0, 4)
        .map(({ claim }) => claim.id),
    ).toContain('nis-instructed-not-to-be-captured');
  });

  it('is never of a claim with itself, and is told from the likest on', () => {
    for (const { id } of ferry.claims) {
      const kindred = likest(ferry, id);
      expect(kindred.map(({ claim }) => claim.id)).not.toContain(id);
      const likenesses = kindred.map(({ likeness }) => likeness);
      expect(likenesses).toEqual([...likenesses].sort((a, b) => b - a));
    }
  });
});

describe('choosing', () => {
  it('shows every figure of what is counted, and the one that overtook another', () => {
    expect(chosen(prisoners, 'how many North Korean troops were sent to Russia?')).toEqual(
      expect.arrayContaining(['troops-sent-washington', 'troops-sent-seoul', 'troops-sent-asia-review']),
    );
  });

  it('gives a timeline in order of time', () => {
    const ids = chosen(ferry, 'timeline of the case against Brekk');
    const days = ids.map((id) => ferry.dossier.claims.get(id)?.when?.from ?? '');
    const dated = days.filter(Boolean);
    expect(dated.length).toBeGreaterThan(3);
    expect(dated).toEqual([...dated].sort());
  });

  it('gives both sides of a comparison what answers the other', () => {
    const ids = chosen(ferry, 'How do the harbour master and the coastguard differ on the place?');
    expect(ids).toEqual(expect.arrayContaining(['place-harbour-mouth', 'place-lighthouse']));
  });

  it('puts what a claim was overtaken by before it, unless its time is asked for', () => {
    const newest = chosen(ferry, 'how many dead');
    expect(newest).toContain('dead-36-ministry');
    const then = chosen(ferry, 'how many dead as of 14 March 2024');
    expect(then).toContain('dead-23-ministry');
    expect(then).not.toContain('dead-36-ministry');
  });

  it('shows the second source of a sourcing question', () => {
    expect(chosen(prisoners, 'Is there a second source for the suicide orders?')).toEqual(
      expect.arrayContaining(['western-intelligence-reported-orders', 'nis-instructed-not-to-be-captured']),
    );
  });
});

describe('a follow-up', () => {
  it('keeps the matter and changes the voice', () => {
    const inquiry = read(ferry, 'How many passengers does the union say were on the ferry?', 'And the operator?');
    expect(inquiry.wanted).toBe('figure');
    expect(inquiry.names).toContain('tollesund');
    expect(findClaims(ferry, inquiry)[0]?.claim.id).toBe('passengers-214-tollesund');
  });

  it('knows who “he” is by the question before', () => {
    expect(chosen(prisoners, 'when did Ri arrive in Vladivostok', 'how old is he')).toContain('ri-age');
  });

  it('that stands by itself takes nothing over', () => {
    const alone = read(prisoners, 'How many artillery pieces did Seoul count?');
    const after = read(prisoners, 'who is Jang Se-yul', 'How many artillery pieces did Seoul count?');
    expect(after).toEqual(alone);
  });
});
