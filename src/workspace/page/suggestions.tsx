import { type ReactNode, type RefObject, useEffect } from 'react';
import { Popup } from './popup.tsx';

/** One thing to choose. */
export interface Suggestion {
  readonly key: string;
  readonly label: string;
  readonly detail?: ReactNode;
  /** A heading that it stands under. */
  readonly group?: string;
}

/** The id of an option, for `aria-activedescendant`. */
export const optionId = (list: string, key: string): string => `${list}-${key}`;

/** The list under a combobox. The field keeps the focus and takes the keys; `current` is what Enter would choose. */
export const Suggestions = <Item extends Suggestion>({
  id,
  label,
  anchor,
  items,
  current,
  onChoose,
  onClose,
}: {
  readonly id: string;
  readonly label: string;
  readonly anchor: RefObject<HTMLElement | null>;
  readonly items: readonly Item[];
  readonly current: Item | undefined;
  readonly onChoose: (item: Item) => void;
  readonly onClose: () => void;
}) => {
  const currentKey = current?.key;
  useEffect(() => {
    if (currentKey !== undefined)
      document.getElementById(optionId(id, currentKey))?.scrollIntoView({ block: 'nearest' });
  }, [id, currentKey]);
  return (
    <Popup anchor={anchor} manual wide onClose={onClose}>
      {items.length === 0 && <p className="nothing">Nothing found</p>}
      <div id={id} role="listbox" aria-label={label} className="menu" hidden={items.length === 0}>
        {items.map((item, place) => (
          <div key={item.key} role="none">
            {item.group && item.group !== items[place - 1]?.group && (
              <div className="menu-group" role="presentation">
                {item.group}
              </div>
            )}
            {/* biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the focus and takes the keys */}
            <div
              id={optionId(id, item.key)}
              role="option"
              tabIndex={-1}
              aria-selected={item.key === currentKey}
              className="option"
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => onChoose(item)}
            >
              {item.label}
              {item.detail && <small>{item.detail}</small>}
            </div>
          </div>
        ))}
      </div>
    </Popup>
  );
};
