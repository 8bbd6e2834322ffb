import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { firstScreenBudget } from './vite/first-screen-budget.ts';
import { flags } from './vite/flags.ts';
import { worldMap } from './vite/world-map.ts';

export default defineConfig({
  // The page lies at a path that cPanel chooses, with a session in it: everything is found relative to the page.
  base: './',
  plugins: [react(), flags(), worldMap(), firstScreenBudget(130)],
  server: { proxy: { '/api': 'http://127.0.0.1:8080' } },
});
