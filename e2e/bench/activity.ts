import type { Page } from '@playwright/test';
import type { Demo } from '../demo/demo.ts';
import { openToAll, setPolicy } from '../tests/support/api.ts';
import { readByImap } from '../tests/support/mail-programs.ts';

const mailbox = 'bob@demo.test';
const stranger = '203.0.113.7';

/** Each ends another way: refused, let in with the right password, with a wrong one. */
const logins = [
  { from: stranger, result: 'Refused' },
  { from: '90.12.34.56', result: 'Logged in' },
  { from: '82.64.0.7', password: 'wrong', result: 'Wrong password' },
] as const;

/** How long it takes from a login on a real Dovecot to its being read, as what it came to, on an open page; in milliseconds. */
export async function measureActivity(page: Page, demo: Demo): Promise<Record<string, number>> {
  await setPolicy(demo, mailbox, {
    ...openToAll,
    rules: [
      { id: 'stranger', action: 'block', enabled: true, condition: { kind: 'address', ranges: [stranger] } },
    ],
  });
  await page.goto(`${demo.url}#/mailboxes/${encodeURIComponent(mailbox)}/activity`);
  await page.reload();
  await page.getByRole('searchbox').waitFor();
  const measured: Record<string, number> = {};
  for (const { result, ...login } of logins) {
    await readByImap(demo, { mailbox, ...login });
    const ended = performance.now();
    await page.getByRole('row', { name: login.from }).getByText(result, { exact: true }).waitFor();
    measured[result] = Math.round(performance.now() - ended);
  }
  return measured;
}
