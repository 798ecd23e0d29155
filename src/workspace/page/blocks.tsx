import { useId } from 'react';
import type { Fields } from '../blocks/walk-blocks.ts';
import { Button, FeedbackButtons, Overflow } from './button.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { Field } from './field.tsx';
import { keyed } from './keyed.ts';
import { Library } from './library.tsx';
import { Plain, Text } from './mrkdwn.tsx';
import { useSurface } from './surface.tsx';
import { Table } from './table.tsx';
import type { TextObject } from './use-element.ts';

const Picture = ({ of: image }: { of: Fields }) => <img src={String(image.image_url)} alt={String(image.alt_text)} />;

const ElementOf = ({ block, element }: { block: Fields; element: Fields }) => {
  switch (element.type) {
    case 'button':
    case 'icon_button':
      return <Button block={block} element={element} />;
    case 'overflow':
      return <Overflow block={block} element={element} />;
    case 'feedback_buttons':
      return <FeedbackButtons block={block} element={element} />;
    case 'image':
      return <Picture of={element} />;
    default:
      return <Field block={block} element={element} acts />;
  }
};

const Section = ({ block }: { block: Fields }) => {
  const accessory = block.accessory as Fields | undefined;
  const fields = (block.fields as TextObject[] | undefined) ?? [];
  const text = block.text as TextObject | undefined;
  return (
    <div className="block section">
      <div className="section-text">
        {text && (
          <p className="text">
            <Text of={text} />
          </p>
        )}
        {fields.length > 0 && (
          <div className="fields">
            {keyed(fields).map(({ key, item }) => (
              <p key={key} className="text">
                <Text of={item} />
              </p>
            ))}
          </div>
        )}
      </div>
      {accessory && (
        <div className="accessory">
          <ElementOf block={block} element={accessory} />
        </div>
      )}
    </div>
  );
};

const Input = ({ block }: { block: Fields }) => {
  const id = useId();
  const { errors } = useSurface();
  const element = block.element as Fields;
  const error = errors[String(block.block_id)];
  const hint = block.hint as TextObject | undefined;
  const label = (block.label as TextObject).text;
  const own = /_input$|picker$/.test(String(element.type));
  const describedBy = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined;
  return (
    <div className={`block input${error ? ' input-wrong' : ''}`}>
      <label htmlFor={own ? id : undefined}>
        <Plain text={label} />
        {block.optional === true && <span className="optional"> (optional)</span>}
      </label>
      <Field
        block={block}
        element={element}
        acts={block.dispatch_action === true}
        id={own ? id : undefined}
        label={label}
        describedBy={describedBy}
        invalid={error !== undefined}
      />
      {hint && (
        <p id={`${id}-hint`} className="hint">
          <Plain text={hint.text} />
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className="error" role="alert">
          {error}
        </p>
      )}
    </div>
  );
};

const Card = ({ block }: { block: Fields }) => {
  const text = (name: string) => block[name] as TextObject | undefined;
  const [hero, icon, title, subtitle, body] = [
    block.hero_image as Fields | undefined,
    block.icon as Fields | undefined,
    text('title'),
    text('subtitle'),
    text('body'),
  ];
  return (
    <article className="card">
      {hero && <Picture of={hero} />}
      {icon && <Picture of={icon} />}
      {title && (
        <h3>
          <Text of={title} />
        </h3>
      )}
      {subtitle && (
        <p className="hint">
          <Text of={subtitle} />
        </p>
      )}
      {body && (
        <p className="text">
          <Text of={body} />
        </p>
      )}
      <div className="actions">
        {((block.actions as Fields[] | undefined) ?? []).map((element) => (
          <ElementOf key={String(element.action_id)} block={block} element={element} />
        ))}
      </div>
    </article>
  );
};

const Container = ({ block }: { block: Fields }) => {
  const title = block.title as TextObject | undefined;
  const heading = title ? <Plain text={title.text} /> : <Library blocks={[block.rich_text_title as Fields]} />;
  const subtitle = block.subtitle as TextObject | undefined;
  const inside = (
    <>
      {subtitle && (
        <p className="hint">
          <Text of={subtitle} />
        </p>
      )}
      <Blocks of={block.child_blocks as Fields[]} />
    </>
  );
  return block.is_collapsible ? (
    <details className="container" open={block.default_collapsed !== true}>
      <summary>{heading}</summary>
      {inside}
    </details>
  ) : (
    <div className="container">
      <h3>{heading}</h3>
      {inside}
    </div>
  );
};

const BlockOf = ({ block }: { block: Fields }) => {
  switch (block.type) {
    case 'section':
      return <Section block={block} />;
    case 'header':
      return (
        <h2 className="block header">
          <Plain text={(block.text as TextObject).text} />
        </h2>
      );
    case 'divider':
      return <hr className="block" />;
    case 'context':
      return (
        <div className="block context">
          {keyed(block.elements as (Fields & TextObject)[]).map(({ key, item }) =>
            item.type === 'image' ? (
              <Picture key={key} of={item} />
            ) : (
              <p key={key} className="text">
                <Text of={item} />
              </p>
            ),
          )}
        </div>
      );
    case 'actions':
    case 'context_actions':
      return (
        <div className="block actions">
          {(block.elements as Fields[]).map((element) => (
            <ElementOf key={String(element.action_id)} block={block} element={element} />
          ))}
        </div>
      );
    case 'input':
      return <Input block={block} />;
    case 'table':
    case 'data_table':
      return (
        <div className="block">
          <Table block={block} />
        </div>
      );
    case 'card':
      return <Card block={block} />;
    case 'carousel':
      return (
        <div className="block carousel">
          {(block.elements as Fields[]).map((card) => (
            <Card key={String(card.block_id)} block={card} />
          ))}
        </div>
      );
    case 'container':
      return <Container block={block} />;
    default:
      return (
        <div className="block">
          <Library blocks={[block]} />
        </div>
      );
  }
};

/** The blocks of a message or view. One that cannot be drawn says so and leaves the others alone. */
export const Blocks = ({ of: blocks }: { of: readonly Fields[] }) =>
  blocks.map((block) => (
    <ErrorBoundary
      key={String(block.block_id)}
      fallback={<p className="error">A block of type {String(block.type)} cannot be drawn here.</p>}
    >
      <BlockOf block={block} />
    </ErrorBoundary>
  ));
