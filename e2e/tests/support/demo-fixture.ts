import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base } from '@playwright/test';
import { type Demo, startDemo } from '../../demo/demo.ts';

/** Short, so that hanging services are waited for often without waiting long. */
const hookTimeout = 1500;

export type WorkerParts = {
  /** Dovecot's cache of passwords, with cPanel's values. */
  authCache: boolean;
  /** Mailboxes beside the four that have a mail store; none unless a file says `test.use`. */
  mailboxes: readonly string[];
  /** A demo for the tests of one file, on ports and a data folder of its own. */
  demo: Demo;
};

export const test = base.extend<object, WorkerParts>({
  authCache: [true, { option: true, scope: 'worker' }],
  mailboxes: [[], { option: true, scope: 'worker' }],
  demo: [
    async ({ authCache, mailboxes }, use) => {
      const dataFolder = await mkdtemp(join(tmpdir(), 'email-firewall-data-'));
      const demo = await startDemo({ dataFolder, authCache, mailboxes, delayFailures: false, hookTimeout });
      await use(demo);
      await demo.stop();
      await rm(dataFolder, { recursive: true });
    },
    { scope: 'worker', timeout: 60_000 },
  ],
});

export { expect } from '@playwright/test';
