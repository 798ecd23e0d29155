import type { HomeView, ModalView } from '@slack/types';
import type { Message } from './blocks/message.ts';

export { messageBody } from './delivery/message-body.ts';

/** Where a message goes: a channel and a thread in it, or a direct message. */
export interface Place {
  /** The id of a channel, of a direct message, or of a person, who is then written to directly. */
  readonly channel: string;
  readonly thread?: string;
}

/** What became of a post. `no-access`: the bot may not write there (it is not a member, the channel is archived ...). */
export type PostOutcome = { readonly kind: 'posted'; readonly ts: string } | { readonly kind: 'no-access' };

/** What became of a message to one person in a channel. `no-access`: the bot, or that person, is not in it. */
export type WhisperOutcome = { readonly kind: 'shown' } | { readonly kind: 'no-access' };

/** Who sees a response: only the person who acted, everyone in the channel, or in place of what they acted on. */
export type ResponseMode = 'private' | 'in-channel' | 'replace';

/** Who acted, and where: they get a direct message when the response URL is no longer taken. */
export interface Reader {
  readonly user: string;
  readonly channel?: string | undefined;
}

/** A message that is to be there exactly once, whatever is killed when and however many instances try. */
export interface Parcel {
  /** Unique for ever: what is sent, where, and which time. Slack gets only a hash of it. */
  readonly key: string;
  readonly to: Place;
  /** The message. Where it shows claims, the first attempt's is the one that is sent and recorded. */
  readonly message: Message;
  /** Every attempt makes it show the same claims: what is sent is what the last one made, which may say how late it is. */
  readonly isRemade?: true;
  /** It cannot have been posted before this, in ms since 1970: an earlier attempt's message is looked for from here on. */
  readonly since: number;
  /** The run of messages that it belongs to, such as one channel's digest. */
  readonly series?: string;
  /** When an edition was due, in ms since 1970: its lateness is counted. */
  readonly due?: number;
  /** The longest to wait for the channel where Slack asks to, in ms: longer, it is pending at once. Absent: any time. */
  readonly patienceMs?: number;
}

/** A parcel that is not to be sent any more: under which key it was, and where it may be. */
export type Withdrawn = Pick<Parcel, 'key' | 'to' | 'since' | 'series'>;

/** What became of a parcel. After `posted` and `refused` it is settled and never sent again under its key. */
export type ParcelOutcome =
  | { readonly kind: 'posted'; readonly channel: string; readonly ts: string }
  /** Given up for good, and logged. `no-access`: the bot may not write there. */
  | { readonly kind: 'refused'; readonly why: string; readonly noAccess: boolean }
  /** Not settled: someone else has it, Slack or the store cannot be reached. Deliver again, in so many ms at the earliest. */
  | { readonly kind: 'pending'; readonly inMs: number; readonly why: string };

/** What became of an edit. `refused`: it never will be taken. `pending`: to be tried again, in so many ms at the earliest. */
export type EditOutcome =
  | { readonly kind: 'edited' }
  | { readonly kind: 'refused'; readonly why: string }
  | { readonly kind: 'pending'; readonly inMs: number };

/** The one way out: everything that Dateline sends to Slack of its own accord goes through here. */
export interface Delivery {
  /** Delivers a parcel. Rejects only with mistakes of ours. */
  deliver(parcel: Parcel): Promise<ParcelOutcome>;
  /**
   * Settles a parcel that is not to be sent any more: as `posted` where an attempt did post it, looking for it in Slack
   * where nobody knows; otherwise as `refused`, and it never will be.
   */
  withdraw(parcel: Withdrawn, why: string): Promise<ParcelOutcome>;
  /**
   * Posts a message that no one will ask for again: once, whatever Slack does, but not across a crash of ours.
   * Throws when Slack fails; a place that is closed to the bot is an outcome.
   */
  post(place: Place, message: Message): Promise<PostOutcome>;
  /**
   * Answers an interaction through its response URL, which Slack takes 5 times in 30 minutes; afterwards the reader
   * gets it as a direct message.
   */
  respond(responseUrl: string, message: Message, mode: ResponseMode, reader?: Reader): Promise<void>;
  /** Replaces a message that the bot posted. */
  update(posted: { readonly channel: string; readonly ts: string }, message: Message): Promise<void>;
  /**
   * Replaces a message that the bot posted, if that can begin before a moment on `elapsedMs()`. What it shows is
   * for the caller to record.
   */
  edit(
    posted: { readonly channel: string; readonly ts: string },
    message: Message,
    before: number,
  ): Promise<EditOutcome>;
  /** Shows a message in a channel to one person alone. A thread has to have replies already: Slack shows it nowhere else. */
  whisper(place: Place, user: string, message: Message): Promise<WhisperOutcome>;
  /** Records that a person was shown a message in a channel by other means: in an acknowledgement. Never rejects. */
  record(reader: Required<Reader>, message: Message): void;
  /** Shows a person's Home tab. */
  publish(user: string, view: HomeView): Promise<void>;
  /** Opens a modal for whoever acted; Slack takes a trigger once, within three seconds. */
  openModal(triggerId: string, view: ModalView): Promise<void>;
  /** Shows another view in a modal that is open. */
  updateModal(viewId: string, view: ModalView): Promise<void>;
  /** Resolves when everything that was posted is in the store. */
  settled(): Promise<void>;
}
