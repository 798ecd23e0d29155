import { z } from 'zod';
import { limits } from '../limits.ts';
import { accessory, actionsElement, button, contextActionsElement, imageElement, inputElement } from './elements.ts';
import { richTextFields } from './rich-text.ts';
import { anyText, identifier, imageLink, mrkdwn, plainText } from './text.ts';

const block = { block_id: identifier.optional() };

const section = z
  .strictObject({
    type: z.literal('section'),
    text: anyText(limits.sectionText.max).optional(),
    fields: z.array(anyText(limits.sectionField.max)).min(1).max(limits.sectionFields.max).optional(),
    accessory: accessory.optional(),
    expand: z.boolean().optional(),
    ...block,
  })
  .superRefine((value, context) => {
    if (value.text === undefined && value.fields === undefined) {
      context.addIssue({ code: 'custom', message: 'must define either `text` or `fields`' });
    }
  });
const header = z.strictObject({ type: z.literal('header'), text: plainText(limits.headerText.max), ...block });
const divider = z.strictObject({ type: z.literal('divider'), ...block });
const image = z.strictObject({
  type: z.literal('image'),
  image_url: imageLink,
  alt_text: z.string().min(1).max(limits.altText.max),
  title: plainText(limits.altText.max).optional(),
  ...block,
});
const contextBlock = z.strictObject({
  type: z.literal('context'),
  elements: z
    .array(
      z.discriminatedUnion('type', [imageElement, plainText(limits.sectionText.max), mrkdwn(limits.sectionText.max)]),
    )
    .min(1)
    .max(limits.contextElements.max),
  ...block,
});
const actions = z.strictObject({
  type: z.literal('actions'),
  elements: z.array(actionsElement).min(1).max(limits.actionsElements.max),
  ...block,
});
const contextActions = z.strictObject({
  type: z.literal('context_actions'),
  elements: z.array(contextActionsElement).min(1).max(limits.contextActionsElements.max),
  ...block,
});
const richText = z.strictObject({ ...richTextFields, ...block });
const markdown = z.strictObject({
  type: z.literal('markdown'),
  text: z.string().min(1).max(limits.markdownText.max),
  ...block,
});
const input = z.strictObject({
  type: z.literal('input'),
  label: plainText(limits.label.max),
  element: inputElement,
  hint: plainText(limits.label.max).optional(),
  optional: z.boolean().optional(),
  dispatch_action: z.boolean().optional(),
  ...block,
});
const alert = z.strictObject({
  type: z.literal('alert'),
  text: anyText(limits.alertText.max),
  level: z.enum(['default', 'info', 'warning', 'error', 'success']).optional(),
  ...block,
});

const rawText = z.strictObject({ type: z.literal('raw_text'), text: z.string().min(1) });
const rawNumber = z.strictObject({ type: z.literal('raw_number'), value: z.number(), text: z.string().min(1) });
const richTextCell = z.strictObject(richTextFields);
// raw_number is in Slack's types for tables, and refused when posted.
const table = z.strictObject({
  type: z.literal('table'),
  rows: z
    .array(
      z
        .array(z.discriminatedUnion('type', [rawText, richTextCell]))
        .min(1)
        .max(limits.tableColumns.max),
    )
    .min(1)
    .max(limits.tableRows.max),
  column_settings: z
    .array(
      z
        .strictObject({ align: z.enum(['left', 'center', 'right']).optional(), is_wrapped: z.boolean().optional() })
        .nullable(),
    )
    .max(limits.tableColumns.max)
    .optional(),
  ...block,
});
const dataTable = z
  .strictObject({
    type: z.literal('data_table'),
    caption: z.string().min(1),
    rows: z
      .array(
        z
          .array(z.discriminatedUnion('type', [rawText, rawNumber, richTextCell]))
          .min(1)
          .max(limits.tableColumns.max),
      )
      .min(limits.dataTableRows.min)
      .max(limits.dataTableRows.max),
    page_size: z.number().int().min(1).max(limits.pageSize.max).optional(),
    row_header_column_index: z.number().int().min(0).optional(),
    ...block,
  })
  .superRefine((value, context) => {
    if (new Set(value.rows.map((row) => row.length)).size > 1) {
      context.addIssue({ code: 'custom', message: 'rows must all have the same number of cells', path: ['rows'] });
    }
    if (value.rows[0]?.some((cell) => cell.type === 'rich_text')) {
      context.addIssue({ code: 'custom', message: 'the header row may not hold rich_text', path: ['rows', 0] });
    }
  });

const chartLabel = z.string().min(1).max(limits.chartLabel.max);
const plotted = <Type extends string>(type: Type) =>
  z.strictObject({
    type: z.literal(type),
    series: z
      .array(
        z.strictObject({
          name: chartLabel,
          data: z
            .array(z.strictObject({ label: chartLabel, value: z.number() }))
            .min(1)
            .max(limits.chartPoints.max),
        }),
      )
      .min(1)
      .max(limits.chartSeries.max),
    axis_config: z.strictObject({
      categories: z.array(chartLabel).min(1).max(limits.chartPoints.max),
      x_label: z.string().min(1).max(limits.chartTitle.max).optional(),
      y_label: z.string().min(1).max(limits.chartTitle.max).optional(),
    }),
  });
const dataVisualization = z.strictObject({
  type: z.literal('data_visualization'),
  title: z.string().min(1).max(limits.chartTitle.max),
  chart: z.discriminatedUnion('type', [
    plotted('line'),
    plotted('bar'),
    plotted('area'),
    z.strictObject({
      type: z.literal('pie'),
      segments: z
        .array(z.strictObject({ label: chartLabel, value: z.number().positive() }))
        .min(1)
        .max(limits.chartSeries.max),
    }),
  ]),
  ...block,
});

const cardFields = {
  type: z.literal('card'),
  hero_image: imageElement.optional(),
  icon: imageElement.optional(),
  title: mrkdwn(limits.cardTitle.max).optional(),
  subtitle: mrkdwn(limits.cardTitle.max).optional(),
  body: mrkdwn(limits.cardBody.max).optional(),
  actions: z.array(button).min(1).max(limits.cardActions.max).optional(),
  ...block,
};
const card = z.strictObject(cardFields).superRefine((value, context) => {
  if (!value.hero_image && !value.title && !value.actions && !value.body) {
    context.addIssue({ code: 'custom', message: 'must define `hero_image`, `title`, `actions` or `body`' });
  }
});
const carousel = z.strictObject({
  type: z.literal('carousel'),
  elements: z.array(card).min(1).max(limits.carouselCards.max),
  ...block,
});
const everywhere = [section, header, divider, image, contextBlock, actions, richText, input] as const;
const container = z
  .strictObject({
    type: z.literal('container'),
    title: plainText(limits.cardTitle.max).optional(),
    rich_text_title: richTextCell.optional(),
    subtitle: anyText(limits.cardTitle.max).optional(),
    child_blocks: z
      .array(z.discriminatedUnion('type', [...everywhere, table]))
      .min(1)
      .max(limits.containerBlocks.max),
    width: z.enum(['narrow', 'standard', 'wide', 'full']).optional(),
    icon: imageElement.optional(),
    is_collapsible: z.boolean().optional(),
    default_collapsed: z.boolean().optional(),
    has_header_divider: z.boolean().optional(),
    ...block,
  })
  .superRefine((value, context) => {
    if (!value.title && !value.rich_text_title) {
      context.addIssue({ code: 'custom', message: 'must define either `title` or `rich_text_title`' });
    }
  });

/** A block of a message. Blocks that need files or workflows of Slack's own are left out, so refused. */
export const messageBlock = z.discriminatedUnion('type', [
  ...everywhere,
  contextActions,
  markdown,
  table,
  dataTable,
  dataVisualization,
  card,
  carousel,
  container,
]);
/** A block of a modal: the one place where `alert` may stand. */
export const modalBlock = z.discriminatedUnion('type', [...everywhere, alert]);
/** A block of a Home tab. */
export const homeBlock = z.discriminatedUnion('type', [...everywhere]);
