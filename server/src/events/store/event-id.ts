/**
 * An event's number is its time and a random rest: so numbers sort by time, an index by number is one by time, and a
 * number tells nothing of how many events there are on the server. Fits a double until the year 2109.
 */
const perMillisecond = 2048;

/** A number for an event of that time (milliseconds since 1970), another one each time. */
export function drawEventNumber(time: number): number {
  return firstNumberAt(time) + Math.floor(Math.random() * perMillisecond);
}

/** Below every number of that time and later, and above all that are earlier. */
export function firstNumberAt(time: number): number {
  return Math.floor(time) * perMillisecond;
}

/** Milliseconds since 1970 (UTC). */
export function timeOf(number: number): number {
  return Math.floor(number / perMillisecond);
}

/** The number as the page sees it, as an event's id or a cursor. */
export function formatEventNumber(number: number): string {
  return number.toString(36);
}

/** @returns undefined for a text that `formatEventNumber` does not write */
export function parseEventNumber(text: string): number | undefined {
  const number = Number.parseInt(text, 36);
  return Number.isSafeInteger(number) && number >= 0 && formatEventNumber(number) === text
    ? number
    : undefined;
}
