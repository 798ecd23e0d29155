import type { AppSetup } from '../../../src/slack/app.ts';

/** The editors are Tom and Ines, and everyone is in the desk's channel. */
export const DESK = {
  editors: { kind: 'group', group: 'S0EDITORS1' },
  channel: 'C0DESK0001',
  fourEyes: false,
} as const satisfies AppSetup['desk'];
