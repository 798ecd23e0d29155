/** After so many seconds a contestant that is not ready, or has not answered all, is given up. */
export const PATIENCE_S = 600;
/** One that needs longer than this for a question is not asked further. */
export const SLOWEST_S = 5;
/** The memory that a contestant may take for its own and the claims' objects. */
export const HEAP_MB = 10_000;
/** How a process ends whose contestant is too slow a one. */
export const TOO_SLOW = 3;
