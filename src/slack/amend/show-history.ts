import { z } from 'zod';
import { historyMessage, historyModal } from '../blocks/history-blocks.ts';
import type { Dependencies } from '../dependencies.ts';
import type { Action } from '../listeners/actions/index.ts';
import { createTellHistory } from './tell-history.ts';

const valueSchema = z.tuple([z.string(), z.string(), z.number().int().nonnegative()]);

/** Shows a page of a claim's history in place of what the button stands in, which one person alone sees. */
export function createShowHistory(dependencies: Pick<Dependencies, 'record' | 'delivery' | 'store'>): Action {
  const { delivery } = dependencies;
  const tellHistory = createTellHistory(dependencies);

  return {
    async now({ value = '', view, responseUrl, user, channel }) {
      const read = readValue(value);
      const history = read && (await tellHistory(read));
      if (!history) return;
      if (view) return delivery.updateModal(view.id, historyModal(history, read.page));
      if (responseUrl === undefined) return;
      await delivery.respond(responseUrl, historyMessage(history, read.page), 'replace', { user: user.id, channel });
    },
  };
}

/** Opens a claim's history in a modal, from a Home tab. */
export function createOpenHistory(dependencies: Pick<Dependencies, 'record' | 'delivery' | 'store'>): Action {
  const tellHistory = createTellHistory(dependencies);

  return {
    async now({ value = '', triggerId }) {
      const read = readValue(value);
      const history = read && (await tellHistory(read));
      if (history && triggerId) await dependencies.delivery.openModal(triggerId, historyModal(history, read.page));
    },
  };
}

function readValue(value: string) {
  try {
    const [dossier, claim, page] = valueSchema.parse(JSON.parse(value));
    return { dossier, claim, page };
  } catch {
    return undefined;
  }
}
