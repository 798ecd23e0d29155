import { z } from 'zod';
import { limits } from '../limits.ts';
import { richTextFields } from './rich-text.ts';
import { anyText, confirmation, identifier, imageLink, link, plainText } from './text.ts';

const action = { action_id: identifier.optional() };
const confirm = { confirm: confirmation.optional() };
const focus = { focus_on_load: z.boolean().optional() };
const placeholder = { placeholder: plainText(limits.placeholder.max).optional() };
const several = { max_selected_items: z.number().int().min(1).optional() };
const dispatch = {
  dispatch_action_config: z
    .strictObject({
      trigger_actions_on: z.array(z.enum(['on_enter_pressed', 'on_character_entered'])).optional(),
    })
    .optional(),
};
const menu = { ...action, ...confirm, ...focus, ...placeholder };
const typed = { ...action, ...dispatch, ...focus, ...placeholder };

const optionFields = {
  value: z.string().min(1).max(limits.optionText.max),
  description: plainText(limits.optionText.max).optional(),
};
/** An option of a menu. */
export const option = z.strictObject({ text: plainText(limits.optionText.max), ...optionFields });
const choice = z.strictObject({ text: anyText(limits.optionText.max), ...optionFields });
const overflowOption = z.strictObject({
  text: plainText(limits.optionText.max),
  value: z.string().min(1).max(limits.optionText.max).optional(),
  description: plainText(limits.optionText.max).optional(),
  url: link.optional(),
});
/** A group of options of a menu. */
export const optionGroup = z.strictObject({
  label: plainText(limits.optionText.max),
  options: z.array(option).min(1).max(limits.options.max),
});

interface Choosing {
  readonly options?: readonly { readonly value: string }[] | undefined;
  readonly option_groups?: readonly { readonly options: readonly { readonly value: string }[] }[] | undefined;
  readonly initial_option?: { readonly value: string } | undefined;
  readonly initial_options?: readonly { readonly value: string }[] | undefined;
}

/** A menu names its options once, and starts on some of them. */
const choosesFromItsOptions = (element: Choosing, context: z.RefinementCtx) => {
  if ((element.options === undefined) === (element.option_groups === undefined)) {
    context.addIssue({ code: 'custom', message: 'must define either `options` or `option_groups`, not both' });
  }
  const offered = [...(element.options ?? []), ...(element.option_groups ?? []).flatMap((group) => group.options)];
  const values = new Set(offered.map((one) => one.value));
  if (values.size < offered.length) context.addIssue({ code: 'custom', message: 'option values must be unique' });
  const initial = [...(element.initial_options ?? []), ...(element.initial_option ? [element.initial_option] : [])];
  if (initial.some((one) => !values.has(one.value))) {
    context.addIssue({ code: 'custom', message: 'initial option must be one of the options' });
  }
};

const staticOptions = {
  options: z.array(option).min(1).max(limits.options.max).optional(),
  option_groups: z.array(optionGroup).min(1).max(limits.options.max).optional(),
};
const filter = {
  filter: z
    .strictObject({
      include: z
        .array(z.enum(['im', 'mpim', 'private', 'public']))
        .min(1)
        .optional(),
      exclude_external_shared_channels: z.boolean().optional(),
      exclude_bot_users: z.boolean().optional(),
    })
    .optional(),
};
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, { error: 'must be a date as YYYY-MM-DD' });
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'must be a time as HH:mm' });
const style = z.enum(['primary', 'danger']).optional();

/** A button. */
export const button = z.strictObject({
  type: z.literal('button'),
  text: plainText(limits.buttonText.max),
  value: z.string().min(1).max(limits.buttonValue.max).optional(),
  url: link.optional(),
  style,
  accessibility_label: z.string().min(1).max(limits.buttonText.max).optional(),
  ...action,
  ...confirm,
});
/** An image inside a section or a context block. */
export const imageElement = z.strictObject({
  type: z.literal('image'),
  image_url: imageLink,
  alt_text: z.string().min(1).max(limits.altText.max),
});

const checkboxes = z
  .strictObject({
    type: z.literal('checkboxes'),
    options: z.array(choice).min(1).max(limits.choices.max),
    initial_options: z.array(choice).min(1).optional(),
    ...action,
    ...confirm,
    ...focus,
  })
  .superRefine(choosesFromItsOptions);
const radioButtons = z
  .strictObject({
    type: z.literal('radio_buttons'),
    options: z.array(choice).min(1).max(limits.choices.max),
    initial_option: choice.optional(),
    ...action,
    ...confirm,
    ...focus,
  })
  .superRefine(choosesFromItsOptions);
const overflow = z.strictObject({
  type: z.literal('overflow'),
  options: z.array(overflowOption).min(1).max(limits.overflowOptions.max),
  ...action,
  ...confirm,
});
const datepicker = z.strictObject({ type: z.literal('datepicker'), initial_date: day.optional(), ...menu });
const timepicker = z.strictObject({
  type: z.literal('timepicker'),
  initial_time: time.optional(),
  timezone: z.string().optional(),
  ...menu,
});
const datetimepicker = z.strictObject({
  type: z.literal('datetimepicker'),
  initial_date_time: z.number().int().min(1e9).max(9_999_999_999).optional(),
  ...action,
  ...confirm,
  ...focus,
});
const selects = [
  z
    .strictObject({ type: z.literal('static_select'), initial_option: option.optional(), ...staticOptions, ...menu })
    .superRefine(choosesFromItsOptions),
  z.strictObject({
    type: z.literal('external_select'),
    initial_option: option.optional(),
    min_query_length: z.number().int().min(0).optional(),
    ...menu,
  }),
  z.strictObject({ type: z.literal('users_select'), initial_user: z.string().optional(), ...menu }),
  z.strictObject({
    type: z.literal('conversations_select'),
    initial_conversation: z.string().optional(),
    default_to_current_conversation: z.boolean().optional(),
    response_url_enabled: z.boolean().optional(),
    ...filter,
    ...menu,
  }),
  z.strictObject({
    type: z.literal('channels_select'),
    initial_channel: z.string().optional(),
    response_url_enabled: z.boolean().optional(),
    ...menu,
  }),
  z
    .strictObject({
      type: z.literal('multi_static_select'),
      initial_options: z.array(option).min(1).optional(),
      ...staticOptions,
      ...several,
      ...menu,
    })
    .superRefine(choosesFromItsOptions),
  z.strictObject({
    type: z.literal('multi_external_select'),
    initial_options: z.array(option).min(1).optional(),
    min_query_length: z.number().int().min(0).optional(),
    ...several,
    ...menu,
  }),
  z.strictObject({
    type: z.literal('multi_users_select'),
    initial_users: z.array(z.string()).optional(),
    ...several,
    ...menu,
  }),
  z.strictObject({
    type: z.literal('multi_conversations_select'),
    initial_conversations: z.array(z.string()).optional(),
    default_to_current_conversation: z.boolean().optional(),
    ...filter,
    ...several,
    ...menu,
  }),
  z.strictObject({
    type: z.literal('multi_channels_select'),
    initial_channels: z.array(z.string()).optional(),
    ...several,
    ...menu,
  }),
] as const;

const textLength = z.number().int().max(limits.inputLength.max).optional();
const textInputs = [
  z.strictObject({
    type: z.literal('plain_text_input'),
    initial_value: z.string().max(limits.inputLength.max).optional(),
    multiline: z.boolean().optional(),
    min_length: textLength,
    max_length: textLength,
    ...typed,
  }),
  z.strictObject({
    type: z.literal('number_input'),
    is_decimal_allowed: z.boolean(),
    initial_value: z.string().optional(),
    min_value: z.string().optional(),
    max_value: z.string().optional(),
    ...typed,
  }),
  z.strictObject({ type: z.literal('email_text_input'), initial_value: z.string().optional(), ...typed }),
  z.strictObject({ type: z.literal('url_text_input'), initial_value: z.string().optional(), ...typed }),
] as const;
const richTextInput = z.strictObject({
  type: z.literal('rich_text_input'),
  initial_value: z.strictObject(richTextFields).optional(),
  ...typed,
});

const feedback = z.strictObject({
  text: plainText(limits.buttonText.max),
  value: z.string().min(1).max(limits.buttonValue.max),
  accessibility_label: z.string().min(1).max(limits.buttonText.max).optional(),
});
/** What a context_actions block holds. */
export const contextActionsElement = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('feedback_buttons'),
    positive_button: feedback,
    negative_button: feedback,
    ...action,
  }),
  z.strictObject({
    type: z.literal('icon_button'),
    icon: z.string().min(1),
    text: plainText(limits.buttonText.max),
    value: z.string().min(1).max(limits.buttonValue.max).optional(),
    accessibility_label: z.string().min(1).max(limits.buttonText.max).optional(),
    visible_to_user_ids: z.array(z.string()).optional(),
    ...action,
    ...confirm,
  }),
]);

const choosers = [checkboxes, radioButtons, datepicker, timepicker, ...selects] as const;
/** What an actions block holds. */
export const actionsElement = z.discriminatedUnion('type', [
  button,
  overflow,
  datetimepicker,
  richTextInput,
  ...choosers,
]);
/** What stands beside the text of a section. */
export const accessory = z.discriminatedUnion('type', [button, overflow, imageElement, ...choosers]);
/** What an input block asks with. */
export const inputElement = z.discriminatedUnion('type', [datetimepicker, richTextInput, ...textInputs, ...choosers]);
