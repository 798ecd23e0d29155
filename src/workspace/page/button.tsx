import type { Fields } from '../blocks/walk-blocks.ts';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { Menu } from './menu.tsx';
import { Plain } from './mrkdwn.tsx';
import { type TextObject, useElement } from './use-element.ts';

interface Props {
  readonly block: Fields;
  readonly element: Fields;
}

/** A button, or a link where it has a url: both tell the app. */
export const Button = ({ block, element }: Props) => {
  const acts = useElement(block, element, true);
  const style = element.style ? ` button-${element.style}` : '';
  const label = <Plain text={(element.text as TextObject).text} />;
  const shared = {
    className: `button${style}`,
    'aria-label': element.accessibility_label as string | undefined,
    'data-action': String(element.action_id),
    onClick: () => acts.press(),
  };
  return (
    <>
      {element.url ? (
        <a {...shared} href={String(element.url)} target="_blank" rel="noreferrer">
          {label}
        </a>
      ) : (
        <button {...shared} type="button" disabled={acts.busy} aria-busy={acts.busy}>
          {label}
        </button>
      )}
      <ConfirmDialog of={acts} />
    </>
  );
};

interface Option {
  readonly text: TextObject;
  readonly value?: string;
  readonly url?: string;
  readonly description?: TextObject;
}

/** Three dots that open a menu. */
export const Overflow = ({ block, element }: Props) => {
  const acts = useElement(block, element, true);
  return (
    <>
      <Menu
        label="More actions"
        className="button button-overflow"
        items={(element.options as Option[]).map((option, place) => ({
          key: String(place),
          label: <Plain text={option.text.text} />,
          detail: option.description && <Plain text={option.description.text} />,
          onChoose: () => {
            if (option.url) window.open(option.url, '_blank', 'noreferrer');
            acts.press(option.value ?? null);
          },
        }))}
      >
        <span aria-hidden>⋯</span>
      </Menu>
      <ConfirmDialog of={acts} />
    </>
  );
};

/** Two buttons that say whether an answer was any good. */
export const FeedbackButtons = ({ block, element }: Props) => {
  const acts = useElement(block, element, true);
  return ['positive_button', 'negative_button'].map((half) => {
    const { text, value, accessibility_label: name } = element[half] as Fields & { text: TextObject };
    return (
      <button
        key={half}
        type="button"
        className="button"
        disabled={acts.busy}
        aria-label={name as string | undefined}
        onClick={() => acts.press(String(value))}
      >
        <Plain text={text.text} />
      </button>
    );
  });
};
