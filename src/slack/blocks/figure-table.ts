import type { TableBlock } from '@slack/types';
import type { FigureRow } from '../../ask/answer.ts';
import { WORDS } from '../words.ts';
import { inert } from './elements.ts';
import { LIMITS } from './limits.ts';

/** Figures side by side, in the order given. A message takes one such table. */
export function figureTable(rows: readonly FigureRow[]): TableBlock {
  const titles = WORDS.table;
  const body = rows
    .slice(0, LIMITS.tableRows - 1)
    .map(({ figure, measure, voice, source }) => [figure, measure, voice, source]);
  return {
    type: 'table',
    column_settings: [{ align: 'right' }, { is_wrapped: true }, { is_wrapped: true }, { is_wrapped: true }],
    // Figures go as text too: Slack refuses `raw_number` in a posted table.
    rows: [[titles.figure, titles.measure, titles.voice, titles.source], ...body].map((cells) =>
      cells.map((text) => ({ type: 'raw_text', text: inert(text) || '–' })),
    ),
  };
}
