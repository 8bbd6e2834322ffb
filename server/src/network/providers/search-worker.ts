import { parentPort, workerData } from 'node:worker_threads';
import { createProviderCatalogue } from '../catalogue/index.ts';
import { readProviderFile } from './provider-file.ts';
import type { Question } from './provider-search.ts';

// Apart from the thread that answers logins: to index 91,000 names and to search them takes time that no login should wait for.

const catalogue = createProviderCatalogue(await readProviderFile(String(workerData)));
parentPort?.on('message', ({ id, query, country }: Question) => {
  const providers = catalogue.search(query, country === undefined ? {} : { country });
  parentPort?.postMessage({ id, providers });
});
