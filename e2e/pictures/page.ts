import { join } from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import { chromiumOptions } from '../chromium.ts';
import type { Demo } from '../demo/demo.ts';
import { setPolicy } from '../tests/support/api.ts';
import { readByImap, readByPop3 } from '../tests/support/mail-programs.ts';
import { settle } from '../tests/support/settle.ts';
import { showcase } from './showcase.ts';

type Look = { file: string; place: string; width: number; scheme?: 'light' | 'dark'; language?: string };
type Act = (page: Page) => Promise<void>;

const rulesOf = (mailbox: string) => `/mailboxes/${encodeURIComponent(mailbox)}`;

/** What the README shows of the page: each a file, and what a person does to see it. */
const pictures: readonly (Look & { act?: Act })[] = [
  { file: 'mailboxes.png', place: '/', width: 1280 },
  { file: 'rules.png', place: rulesOf('info@demo.test'), width: 1280 },
  { file: 'add-rule.png', place: rulesOf('info@demo.test'), width: 1280, act: addRule },
  { file: 'test-address.png', place: `${rulesOf('info@demo.test')}?test=88.198.0.7`, width: 1280 },
  { file: 'protect-several.png', place: '/protect-several?from=info%40demo.test', width: 1280, act: tickTwo },
  { file: 'activity.png', place: `${rulesOf('info@demo.test')}/activity`, width: 1280 },
  { file: 'rules-phone.png', place: rulesOf('shop@demo.test'), width: 360 },
  { file: 'rules-dark.png', place: rulesOf('info@demo.test'), width: 1280, scheme: 'dark', language: 'fr' },
];

/** A rented server, a home in Brazil, another in Japan, a Tor exit, a Russian provider and an American one. */
const strangers = ['88.198.0.7', '177.32.1.7', '126.1.1.7', '185.220.101.5', '95.24.0.1', '8.8.8.8'] as const;

/** A dialog needs so much room, in pixels. */
const lowest = 640;

/** Takes the pictures of the page, in a real browser, of what is really set. */
export async function takePagePictures(demo: Demo, folder: string): Promise<void> {
  for (const [mailbox, policy] of Object.entries(showcase(new Date()))) {
    await setPolicy(demo, mailbox, policy);
  }
  await tryToLogIn(demo);
  const browser = await chromium.launch(chromiumOptions);
  try {
    for (const { act, ...look } of pictures) await takePicture(browser, demo, look, folder, act);
  } finally {
    await browser.close();
  }
}

/** Real logins from around the world, for the activity to show. */
async function tryToLogIn(demo: Demo): Promise<void> {
  const mailbox = 'info@demo.test';
  for (const from of strangers) await readByImap(demo, { mailbox, from });
  for (let tries = 0; tries < 5; tries++) await readByPop3(demo, { mailbox, from: strangers[0] });
  await readByImap(demo, { mailbox, from: '82.64.0.7', password: 'wrong' });
  await readByImap(demo, { mailbox, from: '90.12.34.56' });
}

async function takePicture(
  browser: Browser,
  demo: Demo,
  { file, place, width, scheme = 'light', language = 'en-GB' }: Look,
  folder: string,
  act?: Act,
): Promise<void> {
  const context = await browser.newContext({
    viewport: { width, height: 800 },
    locale: language,
    colorScheme: scheme,
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  await page.goto(`${demo.url}#${place}`);
  await settle(page);
  // The window as high as the page: what is fixed to the window's edges then lies where it belongs.
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width, height: Math.max(height, lowest) });
  await act?.(page);
  await settle(page);
  await page.screenshot({ path: join(folder, file) });
  await context.close();
}

async function addRule(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Add a rule' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio', { name: 'Country' }).check({ force: true });
  for (const country of ['Portugal', 'Brazil']) {
    await dialog.getByRole('combobox', { name: 'Countries' }).fill(country);
    await page.getByRole('option', { name: country }).click();
  }
  await dialog.getByRole('textbox', { name: 'Note (optional)' }).fill('Our suppliers');
  await dialog.getByLabel('Ends').selectOption({ label: 'In a week' });
}

async function tickTwo(page: Page): Promise<void> {
  for (const mailbox of ['bob@demo.test', 'alice@demo.test']) {
    await page.getByRole('checkbox', { name: mailbox }).check();
  }
}
