import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: [
      'server/**/*.test.ts',
      'plugin/**/*.test.ts',
      'scripts/**/*.test.ts',
      'ui/src/**/*.test.{ts,tsx}',
      'ui/vite/**/*.test.ts',
    ],
    testTimeout: 20_000,
  },
});
