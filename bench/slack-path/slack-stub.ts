import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** As little of Slack's Web API as mentions need, as fast as it can be: every call succeeds. Counts what is posted. */
let posted = 0;
let last = 0;
const server = createServer((request, response) => {
  request.resume();
  if (request.url === '/posted') {
    response.end(JSON.stringify({ posted, last }));
    return;
  }
  request.on('end', () => {
    if (request.url?.endsWith('chat.postMessage')) {
      posted += 1;
      last = Date.now();
    }
    const ts = `${Math.floor(last / 1000)}.${String(posted % 1_000_000).padStart(6, '0')}`;
    response.writeHead(200, { 'content-type': 'application/json' }).end(`{"ok":true,"channel":"C1","ts":"${ts}"}`);
  });
});
server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}/api/`));
process.on('SIGTERM', () => process.exit(0));
