import { setTimeout as sleep } from 'node:timers/promises';

const interval = 20;

/**
 * Waits until something holds.
 *
 * @param milliseconds how long at most
 * @param signal ends the waiting by throwing its reason
 * @returns whether it came to hold
 */
export async function waitUntil(
  holds: () => boolean | Promise<boolean>,
  milliseconds: number,
  signal?: AbortSignal,
): Promise<boolean> {
  const deadline = performance.now() + milliseconds;
  while (!(await holds())) {
    signal?.throwIfAborted();
    if (performance.now() > deadline) return false;
    await sleep(interval);
  }
  signal?.throwIfAborted();
  return true;
}
