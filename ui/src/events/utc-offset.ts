/** Minutes that the person's clock is ahead of UTC, as the server takes them: by quarters of an hour. */
export function utcOffsetMinutes(now = new Date()): number {
  // Adding 0 makes a plain zero of the negative one that London has in winter.
  return Math.round(-now.getTimezoneOffset() / 15) * 15 + 0;
}
