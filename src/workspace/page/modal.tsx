import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { SubmitOutcome } from '../acts/submit.ts';
import type { Entries } from '../state/form.ts';
import type { SlackView } from '../state/views.ts';
import { Blocks } from './blocks.tsx';
import { Dialog } from './dialog.tsx';
import { Plain } from './mrkdwn.tsx';
import { SurfaceProvider, useDesk } from './surface.tsx';
import type { TextObject } from './use-element.ts';

/** The view on top of a person's modals. */
export const Modal = ({ view, deep }: { readonly view: SlackView; readonly deep: boolean }) => {
  const { act } = useDesk();
  const [entries, setEntries] = useState<Entries>({});
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const [trouble, setTrouble] = useState<string>();
  const [busy, setBusy] = useState(false);
  /** Counts how often the form came back with errors. */
  const [returns, setReturns] = useState(0);
  const form = useRef<HTMLFormElement>(null);
  const text = (name: string) => (view[name] as TextObject | null)?.text;
  const submit = text('submit');

  useEffect(() => {
    if (returns === 0) return;
    const wrong = form.current?.querySelector<HTMLElement>('.input-wrong');
    // Where only the field came into sight, what is wrong with it could be below the edge.
    wrong?.scrollIntoView({ block: 'center' });
    wrong?.querySelector<HTMLElement>('input, textarea')?.focus({ preventScroll: true });
  }, [returns]);

  const send = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setErrors({});
    setTrouble(undefined);
    try {
      const outcome = (await act({ act: 'submit', viewId: view.id, entries })) as SubmitOutcome;
      if (outcome.status === 'errors') {
        setErrors(outcome.errors);
        setReturns(returns + 1);
      }
      if (outcome.status === 'failed') setTrouble(outcome.why);
    } catch {
      setTrouble('The workspace does not answer.');
    } finally {
      setBusy(false);
    }
  };
  const close = () => void act({ act: 'close' });

  return (
    <Dialog title={<Plain text={text('title') ?? ''} />} closeLabel={deep ? 'Back' : 'Close'} onClose={close}>
      <form ref={form} onSubmit={(event) => void send(event)} noValidate>
        <div className="dialog-body">
          {trouble && (
            <p className="trouble" role="alert">
              {trouble}
            </p>
          )}
          <SurfaceProvider
            surface={{
              on: { viewId: view.id },
              entries,
              errors,
              enter: (blockId, actionId, entry) => {
                setEntries((now) => ({ ...now, [blockId]: { ...now[blockId], [actionId]: entry } }));
                setErrors(({ [blockId]: _, ...others }) => others);
              },
            }}
          >
            <Blocks of={view.blocks} />
          </SurfaceProvider>
        </div>
        <footer>
          <button type="button" className="button" onClick={close}>
            <Plain text={text('close') ?? (submit ? 'Cancel' : 'Close')} />
          </button>
          {submit && (
            <button type="submit" className="button button-primary" disabled={busy} aria-busy={busy}>
              <Plain text={submit} />
            </button>
          )}
        </footer>
      </form>
    </Dialog>
  );
};
