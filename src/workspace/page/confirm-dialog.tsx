import { Dialog } from './dialog.tsx';
import { Plain, Text } from './mrkdwn.tsx';
import type { ElementActs } from './use-element.ts';

/** Asks before an element acts, where the app wants it asked. */
export const ConfirmDialog = ({ of: { asking, answer } }: { of: ElementActs }) => {
  if (!asking) return null;
  return (
    <Dialog
      role="alertdialog"
      className="dialog-small"
      title={asking.title ? <Plain text={asking.title.text} /> : 'Are you sure?'}
      onClose={() => answer(false)}
      footer={
        <footer>
          <button type="button" className="button" onClick={() => answer(false)}>
            {asking.deny ? <Plain text={asking.deny.text} /> : 'Cancel'}
          </button>
          <button
            type="button"
            className={`button button-${asking.style === 'danger' ? 'danger' : 'primary'}`}
            onClick={() => answer(true)}
          >
            {asking.confirm ? <Plain text={asking.confirm.text} /> : 'Yes'}
          </button>
        </footer>
      }
    >
      <p className="dialog-text">
        <Text of={asking.text} />
      </p>
    </Dialog>
  );
};
