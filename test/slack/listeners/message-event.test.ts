import { describe, expect, it } from 'vitest';
import { personMessage } from '../../../src/slack/listeners/events/message-event.ts';
import { openNewsroom } from '../support/open-newsroom.ts';
import { sendEvent } from '../support/send-signed.ts';

const message = { type: 'message', channel_type: 'im', channel: 'D1', user: 'U1', text: 'how many?', ts: '1.2' };
const authorizations = [{ user_id: 'UBOT' }];

describe('a message event', () => {
  it('of a person is read with what an answer needs', () => {
    expect(personMessage({ event_id: 'Ev1', authorizations, event: { ...message, thread_ts: '1.1' } })).toEqual({
      channel: 'D1',
      user: 'U1',
      isDirect: true,
      text: 'how many?',
      ts: '1.2',
      threadTs: '1.1',
      botUserId: 'UBOT',
    });
  });

  it.each([
    ['of our own', { user: 'UBOT' }],
    ['of another bot', { bot_id: 'B1' }],
    ['of a bot without a user', { user: undefined, bot_id: 'B1', subtype: 'bot_message' }],
    ['of Slackbot', { user: 'USLACKBOT' }],
    ['that was edited', { edited: { user: 'U1', ts: '1.3' } }],
    ['about an edit', { subtype: 'message_changed' }],
    ['about a deletion', { subtype: 'message_deleted' }],
    ['about someone who joined', { subtype: 'channel_join' }],
    ['without a channel', { channel: undefined }],
  ])('%s is passed over', (_, difference) => {
    expect(personMessage({ authorizations, event: { ...message, ...difference } })).toBeUndefined();
  });

  it.each(['file_share', 'thread_broadcast'])('with words and %s is a message like any other', (subtype) => {
    expect(personMessage({ event: { ...message, subtype } })).toMatchObject({ text: 'how many?' });
  });

  it.each([undefined, null, 'text', {}, { event: 'message' }])('that is %j is passed over', (body) => {
    expect(personMessage(body)).toBeUndefined();
  });
});

describe('one message in two events', () => {
  it('is answered once, whatever the ids of the events', async () => {
    const { slack, appUrl } = await openNewsroom();
    const dm = slack.channels.find(({ id }) => id.startsWith('D'))?.id ?? 'D0';
    const event = { ...message, channel: dm, text: '<@U0APPBOT01> how many?' };
    await sendEvent(appUrl, 'Ev1', event);
    await sendEvent(appUrl, 'Ev2', { ...event, type: 'app_mention' });
    await sendEvent(appUrl, 'Ev1', event);
    await slack.until(() => slack.calls.find(({ method }) => method === 'chat.postMessage'));
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(slack.calls.filter(({ method }) => method === 'chat.postMessage')).toHaveLength(1);
  });
});
