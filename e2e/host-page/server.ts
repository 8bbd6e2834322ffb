import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import express, { type Express } from 'express';
import { apiRoutes } from '../demo/api-routes.ts';
import type { Demo } from '../demo/demo.ts';
import { listen } from '../demo/listen.ts';
import { loopback } from '../demo/ports.ts';
import { hostPage, readPluginTags } from './html.ts';

/** Pages that style bare elements, as hosting panels and their themes do. */
export const frames = ['bootstrap3', 'bootstrap5', 'reset'] as const;
export type Frame = (typeof frames)[number];

/** As deep as cPanel's: a session, a theme, the plugin. */
const basePath = '/cpsess1234567890/frontend/jupiter/email_firewall';

const require = createRequire(import.meta.url);
const hostFiles = {
  'require.js': require.resolve('requirejs/require.js'),
  'bootstrap3.css': require.resolve('bootstrap3/dist/css/bootstrap.css'),
  'bootstrap5.css': require.resolve('bootstrap/dist/css/bootstrap.css'),
  'reset.css': fileURLToPath(new URL('reset.css', import.meta.url)),
};

/** The built page inside pages of somebody else's. */
export type HostPage = {
  /** Where a page with the plugin is, or the same page without it. */
  urlOf(frame: Frame, options?: { plugin: boolean }): string;
  /** What every address of the page begins with. */
  base: string;
  stop(): Promise<void>;
};

/** Starts a server that stands in for cPanel's where a theme and RequireJS are loaded; the API is a demo's. */
export async function startHostPage(demo: Demo): Promise<HostPage> {
  const plugin = await readPluginTags(demo.pageFolder);
  const { port, stop } = await listen(0, () => createApp(demo, plugin));
  const base = `http://${loopback}:${port}${basePath}/`;
  return {
    urlOf: (frame, options) =>
      `${base}index.live.php?with=${frame}${options?.plugin === false ? '&without=plugin' : ''}`,
    base,
    stop,
  };
}

function createApp(demo: Demo, plugin: string): Express {
  const app = express();
  app.get(`${basePath}/index.live.php`, ({ query }, response) => {
    const frame = frames.find((name) => name === query['with']);
    if (!frame)
      response
        .status(404)
        .type('text')
        .send(`?with= one of ${frames.join(', ')}\n`);
    else response.send(hostPage(`host/${frame}.css`, query['without'] === 'plugin' ? '' : plugin));
  });
  for (const [name, file] of Object.entries(hostFiles)) {
    app.get(`${basePath}/host/${name}`, (_request, response) => response.sendFile(file));
  }
  app.use(`${basePath}/assets`, express.static(join(demo.pageFolder, 'assets')));
  app.use(`${basePath}/api`, apiRoutes(demo.paths.apiSocket, demo.visitor));
  return app;
}
