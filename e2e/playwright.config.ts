import { existsSync } from 'node:fs';
import { defineConfig } from '@playwright/test';
import type { WorkerParts } from './tests/support/demo-fixture.ts';

const browsers = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const executablePath = process.env['CHROMIUM'] ?? browsers.find((path) => existsSync(path)) ?? 'chromium';

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
    launchOptions: {
      executablePath,
      // Chromium's own sandbox needs an ordinary user; the other options keep it from calling home.
      args: [
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        '--disable-gpu',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
      ],
    },
    locale: 'en-GB',
    screenshot: 'only-on-failure',
  },
});
