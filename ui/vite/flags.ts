import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';

const folder = join(
  dirname(createRequire(import.meta.url).resolve('country-flag-icons/package.json')),
  '3x2',
);
const country = /^[A-Z]{2}\.svg$/;

/**
 * Lays the flags of all countries beside the built scripts, each under its country's code: a browser fetches those alone
 * that are on the screen, and no font decides how they look.
 */
export function flags(): Plugin {
  return {
    name: 'flags',
    generateBundle() {
      for (const name of readdirSync(folder).filter((file) => country.test(file))) {
        this.emitFile({
          type: 'asset',
          fileName: `assets/flags/${name}`,
          source: readFileSync(join(folder, name)),
        });
      }
    },
    configureServer(server) {
      server.middlewares.use('/assets/flags/', (request, response, next) => {
        const name = request.url?.slice(1) ?? '';
        if (!country.test(name)) return next();
        response.setHeader('content-type', 'image/svg+xml');
        response.end(readFileSync(join(folder, name)));
      });
    },
  };
}
