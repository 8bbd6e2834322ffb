import type { Page } from '@playwright/test';

/** How long the screen took to answer what a person did, in milliseconds. */
export type Delays = { median: number; worst: number; count: number };

/**
 * Has the browser note how long each key, click or touch waits for the next drawing that shows what came of it (Event
 * Timing, W3C: `duration`, in steps of 8 ms; what takes less than 16 ms is not told, and counts as 16).
 */
export async function watchInteractions(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const delays = new Map<number, number>();
    Object.assign(window, { interactionDelays: delays });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { interactionId?: number })[]) {
        const { interactionId = 0, duration } = entry;
        if (interactionId > 0) delays.set(interactionId, Math.max(duration, delays.get(interactionId) ?? 0));
      }
    }).observe({ type: 'event', durationThreshold: 16, buffered: true } as PerformanceObserverInit);
  });
}

/**
 * Does something, and tells how long the screen took to answer.
 *
 * @param act several interactions of one kind
 * @param count how many
 */
export async function delaysOf(page: Page, count: number, act: () => Promise<void>): Promise<Delays> {
  await take(page);
  await act();
  // The browser tells of an interaction after the drawing.
  await page.waitForTimeout(300);
  const told = await take(page);
  const all = [...told, ...Array<number>(Math.max(0, count - told.length)).fill(16)].sort((a, b) => a - b);
  return {
    median: all[Math.floor(all.length / 2)] ?? Number.NaN,
    worst: all.at(-1) ?? Number.NaN,
    count: all.length,
  };
}

function take(page: Page): Promise<number[]> {
  return page.evaluate(() => {
    const { interactionDelays } = window as unknown as { interactionDelays: Map<number, number> };
    const values = [...interactionDelays.values()];
    interactionDelays.clear();
    return values;
  });
}
