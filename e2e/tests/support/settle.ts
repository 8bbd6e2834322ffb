import type { Page } from '@playwright/test';

/** How long nothing may change before a page counts as finished, in milliseconds. */
const quiet = 500;

/** Waits until all that a screen fetches is there, and takes the pointer off it. */
export async function settle(page: Page): Promise<void> {
  await page.mouse.move(0, 0);
  await page.waitForLoadState('networkidle');
  let last = '';
  for (;;) {
    const now = await page.locator('#email-firewall').innerHTML();
    if (now === last) return;
    last = now;
    await page.waitForTimeout(quiet);
  }
}
