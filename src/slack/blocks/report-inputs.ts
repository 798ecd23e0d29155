import type { ActionsBlock, InputBlock, KnownBlock } from '@slack/types';
import { EMPTY_ARTICLE, type FilledArticle, type FilledReport, LONGEST } from '../../desk/filled-form.ts';
import type { Dossier } from '../../record/dossier.ts';
import { outletValue } from '../desk/option-values.ts';
import { articleOption } from '../desk/suggestions.ts';
import { DESK_WORDS } from '../desk/words.ts';
import { button, literal } from './elements.ts';
import { formInput, option, textElement } from './form-inputs.ts';
import { LIMITS } from './limits.ts';

/** The action id of the button that asks for an article on record in place of a new one, and the other way round. */
export const ARTICLE_TOGGLE = 'article-toggle';

const { fields: FIELDS } = DESK_WORDS;

/** The inputs that say where a claim was published: an article on record, or one entered anew. */
export function reportInputs(filled: FilledReport, dossier: Dossier): KnownBlock[] {
  const { newArticle, paragraph, quote } = filled;
  return [
    ...(newArticle ? articleInputs(newArticle, dossier) : [articleInput(filled.article, dossier)]),
    toggle(newArticle ? 'record' : 'new'),
    formInput('paragraph', FIELDS.paragraph, textElement(paragraph, LONGEST.paragraph)),
    formInput('quote', { ...FIELDS.quote, optional: true }, textElement(quote, LONGEST.quote)),
  ];
}

function toggle(to: 'record' | 'new'): ActionsBlock {
  const pressed = button(DESK_WORDS.articleToggle[to], ARTICLE_TOGGLE, to);
  return { type: 'actions', block_id: ARTICLE_TOGGLE, elements: [pressed] };
}

function articleInput(slug: string, dossier: Dossier): InputBlock {
  const article = dossier.articles.get(slug);
  return formInput(
    'article',
    FIELDS.article,
    {
      type: 'external_select',
      placeholder: literal(FIELDS.article.placeholder, LIMITS.placeholder),
      min_query_length: 0,
      ...(article ? { initial_option: articleOption(article) } : {}),
    },
    dossier.slug,
  );
}

function articleInputs(filled: FilledArticle, { slug }: Dossier): InputBlock[] {
  const { outlet } = filled;
  const text = (field: 'headline' | 'url' | 'basis' | 'chain', isOptional: boolean) =>
    formInput(field, { ...FIELDS[field], optional: isOptional }, textElement(filled[field], LONGEST[field]));
  const day = (field: 'published' | 'notBefore' | 'notAfter') => {
    const initial = filled[field] === EMPTY_ARTICLE[field] ? {} : { initial_date: filled[field] };
    return formInput(field, { ...FIELDS[field], optional: true }, { type: 'datepicker', ...initial });
  };
  return [
    formInput(
      'outlet',
      FIELDS.outlet,
      {
        type: 'external_select',
        placeholder: literal(FIELDS.outlet.placeholder, LIMITS.placeholder),
        min_query_length: 0,
        ...(outlet ? { initial_option: option(outlet, outletValue(outlet)) } : {}),
      },
      slug,
    ),
    text('headline', false),
    text('url', true),
    day('published'),
    day('notBefore'),
    day('notAfter'),
    text('basis', true),
    text('chain', true),
  ];
}
