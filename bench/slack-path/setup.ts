/** What all contestants and the load agree on. */
export const SIGNING_SECRET = 'a-secret-of-the-bench';
export const BOT_TOKEN = 'xoxb-local-bench';
/** What the bare ones answer, before the words that they were sent. */
export const ECHO = 'You said: ';
