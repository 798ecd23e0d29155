/** What an operator reads when the store fails: what is wrong, and what mends it. */
export const words = {
  readOnly: (store: string) =>
    `Cannot write the store ${store}: it or its folder is read-only. Make both writable for this user, or name another file in DATELINE_STORE.`,
  full: (store: string) =>
    `The disk of the store ${store} is full. Nothing that was acknowledged is lost: free some space and start again.`,
  busy: (store: string) =>
    `Another process has kept the store ${store} locked for too long. Find it and stop it, or wait and try again.`,
  damaged: (store: string) =>
    `The store ${store} is damaged or is not a store of Dateline. Move it away and restore a copy, or name another in DATELINE_STORE.`,
  cannotOpen: (store: string, problem: string) => `Cannot open the store ${store}: ${problem}.`,
  unreachable: (store: string, problem: string) =>
    `Cannot reach the store ${store}: ${problem}. Check DATABASE_URL and that the server runs.`,
  databaseReadOnly: (store: string) =>
    `The store ${store} accepts no writes: it is a standby or set read-only. Point DATABASE_URL at the primary.`,
  newer: (store: string, applied: string, known: string) =>
    `The store ${store} was written by a newer Dateline: it has "${applied}", and this one knows up to "${known}". Start the newer version, or name another store.`,
  newerEntry: (seq: number) =>
    `Entry ${seq} of the ledger cannot be read: a newer Dateline wrote it, or it was changed by hand. Start the newer version, or restore a copy.`,
  unreadable: (what: string) => `The store holds ${what} that cannot be read. Restore a copy, or remove it by hand.`,
  closed: (store: string) => `The store ${store} is closed.`,
  failed: (store: string, problem: string) => `The store ${store} failed: ${problem}.`,
} as const;
