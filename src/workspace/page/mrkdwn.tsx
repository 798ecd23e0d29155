import { get as emojiOf } from 'node-emoji';
import { Children, type ReactNode } from 'react';
import { type Node, NodeType, parse } from 'slack-message-parser';
import { formatDate } from './dates.ts';
import { useDesk } from './surface.tsx';

const plain = (text: string) => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

const Mention = ({ id, kind }: { id: string; kind: 'user' | 'channel' }) => {
  const { snapshot } = useDesk();
  const user = snapshot.people.find((one) => one.id === id);
  const channel = snapshot.channels.find((one) => one.id === id);
  const name = kind === 'user' ? `@${user?.realName ?? id}` : `#${channel?.name ?? id}`;
  return <span className={`mention${id === snapshot.me.id ? ' mention-me' : ''}`}>{name}</span>;
};

const Command = ({ name, args, label }: { name: string; args: readonly string[]; label: ReactNode }) => {
  if (name === 'date') {
    const [seconds = '', format = '', url] = args;
    const date = formatDate(Number(seconds), format) ?? label;
    const time = <time dateTime={new Date(Number(seconds) * 1000).toISOString()}>{date}</time>;
    return url ? <a href={url}>{time}</a> : time;
  }
  if (name === 'subteam') return <span className="mention">{label ?? `@${args[0]}`}</span>;
  return <span className="mention mention-all">@{name}</span>;
};

const safe = (url: string) => (/^(https?|mailto):/.test(plain(url)) ? plain(url) : undefined);

const all = (nodes: readonly Node[]) => Children.toArray(nodes.map(one));

const one = (node: Node): ReactNode => {
  switch (node.type) {
    case NodeType.Text:
      return plain(node.text);
    case NodeType.Bold:
      return <strong>{all(node.children)}</strong>;
    case NodeType.Italic:
      return <em>{all(node.children)}</em>;
    case NodeType.Strike:
      return <s>{all(node.children)}</s>;
    case NodeType.Code:
      return <code>{plain(node.text)}</code>;
    case NodeType.PreText:
      return <pre>{plain(node.text)}</pre>;
    case NodeType.Quote:
      return <blockquote>{all(node.children)}</blockquote>;
    case NodeType.UserLink:
      return <Mention id={node.userID} kind="user" />;
    case NodeType.ChannelLink:
      return <Mention id={node.channelID} kind="channel" />;
    case NodeType.Command:
      return <Command name={node.name} args={node.arguments} label={node.label && all(node.label)} />;
    case NodeType.Emoji:
      return emojiOf(node.name) ?? `:${node.name}:`;
    case NodeType.URL: {
      const href = safe(node.url);
      const label = node.label ? all(node.label) : plain(node.url);
      return href ? (
        <a href={href} target="_blank" rel="noreferrer">
          {label}
        </a>
      ) : (
        label
      );
    }
    case NodeType.Root:
      return all(node.children);
  }
};

/** Text in Slack's markup. A quote may be written with `>` or `&gt;`. */
export const Mrkdwn = ({ text }: { text: string }) => one(parse(text.replaceAll(/^(?:>|&gt;) ?/gm, '&gt;')));

/** Plain text: only emoji names mean anything in it. */
export const Plain = ({ text }: { text: string }) =>
  plain(text).replaceAll(/:([a-z0-9_+-]+):/g, (written, name: string) => emojiOf(name) ?? written);

/** A text object, of either kind. */
export const Text = ({ of }: { of: { readonly type: string; readonly text: string } }) =>
  of.type === 'mrkdwn' ? <Mrkdwn text={of.text} /> : <Plain text={of.text} />;
