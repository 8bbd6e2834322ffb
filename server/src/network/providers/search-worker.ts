import { parentPort, workerData } from 'node:worker_threads';
import { createProviderCatalogue } from '../catalogue/index.ts';
import { readProviderFile } from './provider-file.ts';
import type { Answer, Question } from './provider-search.ts';

// Apart from the thread that answers logins: to index 91,000 names and to search them takes time that no login should wait for.

const catalogue = createProviderCatalogue(await readProviderFile(String(workerData)));
parentPort?.on('message', ({ id, search, naming }: Question) => {
  const answer: Answer = {
    id,
    ...(search && { providers: catalogue.search(search.query, { country: search.country }) }),
    ...(naming && { names: catalogue.namesOf(naming.asns) }),
  };
  parentPort?.postMessage(answer);
});
