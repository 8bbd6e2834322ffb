import { Worker } from 'node:worker_threads';
import type { OperatorName, Provider } from '@email-firewall/contract';

type Search = { query: string; country: string | undefined };
type Naming = { asns: readonly number[] };
export type Question = { id: number; search?: Search; naming?: Naming };
export type Answer = { id: number; providers?: Provider[]; names?: OperatorName[] };

export type ProviderSearch = {
  /**
   * @param query a name, a part of it, or an AS number; nothing gives suggestions
   * @param country whose providers come first; ISO 3166-1 alpha-2
   * @throws where the list of operators cannot be read
   */
  search(query: string, country: string | undefined): Promise<Provider[]>;
  /**
   * The operators of these AS numbers, as far as they are known, each under the provider that `search` shows it in.
   *
   * @throws where the list of operators cannot be read
   */
  namesOf(asns: readonly number[]): Promise<OperatorName[]>;
  close(): Promise<void>;
};

/** Without a question for so long, in milliseconds, the names are let go: they take some 100 MB of memory. */
const idleTime = 5 * 60_000;

type Waiting = { resolve: (answer: Answer) => void; reject: (cause: Error) => void };

/**
 * Searches the operators of a provider file in a thread of its own, which starts with the first question.
 *
 * @param path the file as it is at the time of a start
 */
export function openProviderSearch(path: () => string): ProviderSearch {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | undefined;
  let lastId = 0;
  let idle: NodeJS.Timeout | undefined;

  function start(): Worker {
    const started = new Worker(new URL('./search-worker.ts', import.meta.url), { workerData: path() });
    started.unref();
    started.on('message', (answer: Answer) => {
      waiting.get(answer.id)?.resolve(answer);
      waiting.delete(answer.id);
    });
    started.on('error', (error) => end(started, error instanceof Error ? error : new Error(String(error))));
    started.on('exit', () => end(started, new Error('The search was stopped.')));
    return started;
  }

  function end(ended: Worker, cause: Error): void {
    if (worker !== ended) return;
    worker = undefined;
    for (const { reject } of waiting.values()) reject(cause);
    waiting.clear();
  }

  function stop(): Promise<unknown> {
    clearTimeout(idle);
    return worker?.terminate() ?? Promise.resolve();
  }

  function ask(question: Omit<Question, 'id'>): Promise<Answer> {
    worker ??= start();
    clearTimeout(idle);
    idle = setTimeout(stop, idleTime).unref();
    const id = ++lastId;
    return new Promise((resolve, reject) => {
      waiting.set(id, { resolve, reject });
      worker?.postMessage({ id, ...question } satisfies Question);
    });
  }

  return {
    async search(query, country) {
      const { providers = [] } = await ask({ search: { query, country } });
      return providers;
    },
    async namesOf(asns) {
      if (asns.length === 0) return [];
      const { names = [] } = await ask({ naming: { asns } });
      return names;
    },
    async close() {
      await stop();
    },
  };
}
