import { useRef, useState } from 'react';
import type { Fields } from '../blocks/walk-blocks.ts';
import type { Snapshot } from '../http/snapshot.ts';
import type { Entry } from '../state/form.ts';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { Picker } from './picker.tsx';
import type { Suggestion } from './suggestions.tsx';
import { useDesk, useSurface } from './surface.tsx';
import { type TextObject, useElement } from './use-element.ts';

interface Option {
  readonly text: TextObject;
  readonly value: string;
  readonly description?: TextObject;
}

const ofOption = (option: Option, group?: string): Suggestion => ({
  key: option.value,
  label: option.text.text,
  ...(option.description ? { detail: option.description.text } : {}),
  ...(group === undefined ? {} : { group }),
});

const staticChoices = (element: Fields): Suggestion[] => [
  ...((element.options as Option[] | undefined) ?? []).map((option) => ofOption(option)),
  ...((element.option_groups as { label: TextObject; options: Option[] }[] | undefined) ?? []).flatMap((group) =>
    group.options.map((option) => ofOption(option, group.label.text)),
  ),
];

const people = ({ people: all }: Snapshot): Suggestion[] =>
  all.filter((user) => !user.isBot).map((user) => ({ key: user.id, label: user.realName, detail: user.title }));

const channels = ({ channels: all, app }: Snapshot, kinds: readonly string[]): Suggestion[] =>
  all
    .filter((channel) => kinds.includes(channel.kind) && !channel.archived)
    .map((channel) => ({ key: channel.id, label: channel.kind === 'im' ? app.name : `#${channel.name}` }));

const choicesOf = (snapshot: Snapshot, element: Fields): Suggestion[] => {
  const type = String(element.type).replace('multi_', '');
  if (type === 'users_select') return people(snapshot);
  if (type === 'channels_select') return channels(snapshot, ['public']);
  if (type !== 'conversations_select') return staticChoices(element);
  const include = (element.filter as { include?: string[] } | undefined)?.include;
  return channels(snapshot, include ?? ['public', 'private', 'im']);
};

const initialKeys = (element: Fields): unknown[] => {
  const { initial_option: option, initial_options: options } = element as {
    initial_option?: Option;
    initial_options?: Option[];
  };
  if (option || options) return [option, ...(options ?? [])].filter(Boolean);
  const names = ['user', 'conversation', 'channel'];
  const ids = names.map((name) => element[`initial_${name}s`] ?? element[`initial_${name}`]).find(Boolean);
  return Array.isArray(ids) ? ids : [ids].filter(Boolean);
};

const listed = (entry: Entry): unknown[] => {
  if (Array.isArray(entry)) return entry;
  return entry ? [entry] : [];
};

/** Every kind of menu: static, external, people, channels; one or several. */
export const Select = ({
  block,
  element,
  acts,
  label,
  describedBy,
  invalid = false,
}: {
  readonly block: Fields;
  readonly element: Fields;
  readonly acts: boolean;
  readonly label?: string | undefined;
  readonly describedBy?: string | undefined;
  readonly invalid?: boolean;
}) => {
  const bound = useElement(block, element, acts);
  const { snapshot, act } = useDesk();
  const { on } = useSurface();
  const [found, setFound] = useState<readonly Option[]>([]);
  const search = useRef(0);
  const multiple = String(element.type).startsWith('multi_');
  const external = String(element.type).endsWith('external_select');
  const choices = external ? found.map((option) => ofOption(option)) : choicesOf(snapshot, element);

  const asChoice = (held: unknown): Suggestion => {
    if (typeof held === 'object' && held !== null) return ofOption(held as Option);
    return choices.find((choice) => choice.key === held) ?? { key: String(held), label: String(held) };
  };
  const chosen = (bound.entry === undefined ? initialKeys(element) : listed(bound.entry)).map(asChoice);

  const load = async (typed: string) => {
    if (typed.length < Number(element.min_query_length ?? 3)) return setFound([]);
    search.current += 1;
    const mine = search.current;
    const ids = { blockId: String(block.block_id), actionId: String(element.action_id) };
    const options = (await act({ act: 'suggest', on, ...ids, typed })) as Option[];
    // An earlier answer that comes late would show the wrong options.
    if (mine === search.current) setFound(options);
  };
  const change = (now: readonly Suggestion[]) => {
    const max = Number(element.max_selected_items ?? Number.POSITIVE_INFINITY);
    const kept = now
      .slice(0, max)
      .map((choice): string | Fields =>
        external ? { text: { type: 'plain_text', text: choice.label }, value: choice.key } : choice.key,
      );
    bound.enter(multiple ? (kept as Entry) : (kept[0] ?? null));
  };
  const placeholder = (element.placeholder as TextObject | undefined)?.text;

  return (
    <>
      <Picker
        label={label ?? placeholder ?? 'Choose'}
        placeholder={placeholder}
        chosen={chosen}
        multiple={multiple}
        choices={choices}
        onSearch={external ? (typed) => void load(typed) : undefined}
        onChange={change}
        describedBy={describedBy}
        invalid={invalid}
      />
      <ConfirmDialog of={bound} />
    </>
  );
};
