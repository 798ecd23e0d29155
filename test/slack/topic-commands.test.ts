import { describe, expect, it } from 'vitest';
import type { Dossier } from '../../src/record/dossier.ts';
import { topicCommands } from '../../src/slack/topic-commands.ts';
import { ferryRecord } from './support/ferry-record.ts';

describe('topic commands', () => {
  it('are those of the dossiers, in their order', () => {
    expect(topicCommands(ferryRecord)[1]).toEqual({
      command: '/ferry-toll',
      title: 'Dead, missing and aboard',
      within: { dossier: 'harbour-ferry', topic: 'toll' },
    });
  });

  it('of a command that two dossiers claim go to the first', () => {
    const [ferry] = ferryRecord as [Dossier];
    const rival: Dossier = { ...ferry, slug: 'rival' };
    expect(topicCommands([ferry, rival])).toEqual(topicCommands([ferry]));
  });

  it('leave out topics without a command', () => {
    const [ferry] = ferryRecord as [Dossier];
    const quiet: Dossier = { ...ferry, topics: new Map([['quiet', { id: 'quiet', title: 'Quiet' }]]) };
    expect(topicCommands([quiet])).toEqual([]);
  });
});
