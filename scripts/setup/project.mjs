import { fileURLToPath } from 'node:url';

/** The folder of the clone. */
export const projectFolder = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');

/** Node 24, as it comes with the npm packages. */
export const projectNode = `${projectFolder}/node_modules/.bin/node`;
