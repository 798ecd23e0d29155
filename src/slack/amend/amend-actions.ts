import { FILE_NEWER_ACTION } from '../blocks/amend-modals.ts';
import { AMEND_ACTION, actActionId, CLAIM_ACTS } from '../blocks/claim-menu-modal.ts';
import { HISTORY_ACTIONS } from '../blocks/history-blocks.ts';
import { fromPagesValue, HOME_ACTION, HOME_HISTORY_ACTION } from '../blocks/home-view.ts';
import { KEEP_ACTION } from '../blocks/keep-button.ts';
import type { Dependencies } from '../dependencies.ts';
import type { Action } from '../listeners/actions/index.ts';
import { createChooseAct } from './choose-act.ts';
import { createOpenClaimMenu } from './open-claim-menu.ts';
import { createOpenHistory, createShowHistory } from './show-history.ts';
import { createSwitchFiling } from './switch-filing.ts';

/** What buttons and menus do that correct and trace claims, and those of App Home. */
export function createAmendActions(dependencies: Dependencies): Readonly<Record<string, Action>> {
  const { home } = dependencies;
  const chooseAct = createChooseAct(dependencies);
  const showHistory = createShowHistory(dependencies);
  const turnPage: Action = {
    async now({ value = '', user }) {
      const pages = fromPagesValue(value);
      if (pages) await home.show(user.id, pages);
    },
  };
  return {
    [KEEP_ACTION]: createOpenClaimMenu(dependencies),
    [AMEND_ACTION]: chooseAct,
    ...Object.fromEntries(CLAIM_ACTS.map((act) => [actActionId(act), chooseAct])),
    [FILE_NEWER_ACTION]: createSwitchFiling(dependencies),
    ...Object.fromEntries(Object.values(HISTORY_ACTIONS).map((id) => [id, showHistory])),
    [HOME_HISTORY_ACTION]: createOpenHistory(dependencies),
    [`${HOME_ACTION}:next`]: turnPage,
    [`${HOME_ACTION}:previous`]: turnPage,
  };
}
