/** What a command's exit code says to a script. */
export const EXIT = { answered: 0, fault: 1, misuse: 2, declined: 3 } as const;
