import { defineConfig } from '@playwright/test';
import { chromiumOptions } from './chromium.ts';
import type { WorkerParts } from './tests/support/demo-fixture.ts';

/** Run on a Dovecot with its cache of passwords and on one without. */
const enforcement = /enforcement/;

export default defineConfig<object, WorkerParts>({
  testDir: 'tests',
  outputDir: 'test-results',
  timeout: 60_000,
  expect: { timeout: 10_000 },
  // Each file has a demo of its own; two of them fill a small machine.
  workers: 2,
  forbidOnly: true,
  reporter: 'list',
  projects: [
    { name: 'page', testIgnore: enforcement },
    { name: 'auth cache on', testMatch: enforcement, use: { authCache: true } },
    { name: 'auth cache off', testMatch: enforcement, use: { authCache: false } },
  ],
  use: {
    launchOptions: chromiumOptions,
    locale: 'en-GB',
    screenshot: 'only-on-failure',
  },
});
