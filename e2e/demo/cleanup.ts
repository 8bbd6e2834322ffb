/** What has to be undone, gathered while things are started. */
export type Cleanup = {
  add(undo: () => Promise<void>): void;
  /** Undoes all of it, the last first; a step that fails does not hold up the others. Does it once, however often called. */
  run(): Promise<void>;
};

export function createCleanup(): Cleanup {
  const steps: (() => Promise<void>)[] = [];
  let running: Promise<void> | undefined;
  async function undoAll(): Promise<void> {
    const failures: unknown[] = [];
    for (const undo of steps.toReversed()) {
      await undo().catch((error: unknown) => failures.push(error));
    }
    if (failures.length > 0)
      throw new AggregateError(failures, `Not all was stopped: ${failures.join('; ')}`);
  }
  return {
    add: (undo) => {
      steps.push(undo);
    },
    run() {
      running ??= undoAll();
      return running;
    },
  };
}
