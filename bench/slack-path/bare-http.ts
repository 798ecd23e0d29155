import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ECHO, SIGNING_SECRET } from './setup.ts';

/** The floor: node:http, Slack's signature checked, and an echo. */
const [slackApiUrl = ''] = process.argv.slice(2);

const server = createServer(async (request, response) => {
  const body = await readBody(request);
  if (!isSigned(request, body)) return void response.writeHead(401).end();
  if (request.headers['content-type'] !== 'application/json') {
    const answer = { response_type: 'ephemeral', text: ECHO + new URLSearchParams(body).get('text') };
    return void response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
  }
  response.writeHead(200).end();
  const { event } = JSON.parse(body);
  const reply = await fetch(`${slackApiUrl}chat.postMessage`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ channel: event.channel, thread_ts: event.ts, text: ECHO }),
  });
  await reply.text();
});
server.listen(0, '127.0.0.1', () =>
  console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events`),
);

function readBody(request: IncomingMessage): Promise<string> {
  return new Promise((resolve, reject) => {
    let body = '';
    request.setEncoding('utf8');
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => resolve(body));
    request.on('error', reject);
  });
}

function isSigned({ headers }: IncomingMessage, body: string): boolean {
  const timestamp = headers['x-slack-request-timestamp'];
  if (Math.abs(Date.now() / 1000 - Number(timestamp)) > 300) return false;
  const expected = createHmac('sha256', SIGNING_SECRET).update(`v0:${timestamp}:${body}`).digest('hex');
  const given = String(headers['x-slack-signature']);
  return given.length === expected.length + 3 && timingSafeEqual(Buffer.from(given.slice(3)), Buffer.from(expected));
}
process.on('SIGTERM', () => process.exit(0));
