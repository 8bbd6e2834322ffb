import { Worker } from 'node:worker_threads';
import type { Answer, Question, TaskName, Tasks, WorkerOptions } from './log-worker.ts';

/** The thread that holds the log's file. */
export type LogThread = {
  /** @throws what the task throws, or that the thread has ended */
  ask<Name extends TaskName>(task: Name, ...input: Parameters<Tasks[Name]>): Promise<ReturnType<Tasks[Name]>>;
  /** Closes the file, and ends the thread. */
  stop(): Promise<void>;
};

type Waiting = { resolve: (value: never) => void; reject: (cause: Error) => void };

/**
 * Starts with the first task, and again with the next if it has died.
 *
 * @param onDamage told why the file was moved aside
 */
export function createLogThread(options: WorkerOptions, onDamage: (fault: string) => void): LogThread {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | undefined;
  let lastId = 0;

  function start(): Worker {
    const started = new Worker(new URL('./log-worker.ts', import.meta.url), { workerData: options });
    started.unref();
    started.on('message', ({ id, value, fault, damage }: Answer) => {
      if (damage !== undefined) onDamage(damage);
      if (id === undefined) return;
      const asked = waiting.get(id);
      waiting.delete(id);
      if (waiting.size === 0) started.unref();
      if (fault === undefined) asked?.resolve(value as never);
      else asked?.reject(new Error(fault));
    });
    started.on('error', (error) => end(started, error instanceof Error ? error : new Error(String(error))));
    started.on('exit', () => end(started, new Error("The event log's thread has ended.")));
    return started;
  }

  function end(ended: Worker, cause: Error): void {
    if (worker !== ended) return;
    worker = undefined;
    for (const { reject } of waiting.values()) reject(cause);
    waiting.clear();
  }

  const ask: LogThread['ask'] = (task, ...[input]) => {
    worker ??= start();
    const asked = worker;
    const id = ++lastId;
    return new Promise((resolve, reject) => {
      waiting.set(id, { resolve, reject });
      // A process that ends waits for what has been asked.
      asked.ref();
      asked.postMessage({ id, task, input } satisfies Question);
    });
  };

  return {
    ask,
    async stop() {
      if (!worker) return;
      await ask('close').catch(() => {});
      await worker?.terminate();
    },
  };
}
