/** How long to wait for another process that is writing, in milliseconds. */
export const BUSY_TIMEOUT_MS = 8_000;
