import { greeting } from './dates.ts';
import { useDesk } from './surface.tsx';

/** The start of a channel, with questions to click. */
export const Welcome = ({ onAsk }: { readonly onAsk: (text: string) => void }) => {
  const { snapshot } = useDesk();
  const { app, examples, me } = snapshot;
  return (
    <section className="welcome" aria-label="Start here">
      <h2>
        {greeting()}, {me.realName.split(' ')[0]}.
      </h2>
      <p>
        This is a small Slack on your own machine; nothing leaves it. Ask with <kbd>@{app.name}</kbd>, type <kbd>/</kbd>{' '}
        for commands, and take another chair under “You are”.
      </p>
      {examples.length > 0 && (
        <>
          <h3>Try a question</h3>
          <ul>
            {examples.map((example) => (
              <li key={example}>
                <button type="button" onClick={() => onAsk(example)}>
                  {example}
                  <span aria-hidden>→</span>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
};
