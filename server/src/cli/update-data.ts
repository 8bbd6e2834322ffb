import { defaultSources, type SourceOutcome, updateData } from '../network/index.ts';
import type { Settings } from './settings.ts';

const megabyte = 1_000_000;

/** Between two words on how far a transfer has come, in milliseconds. */
const progressInterval = 500;

/**
 * Brings the network data up to date, and says of each source what became of it.
 *
 * @returns the exit code: 0, or 1 where a source failed
 * @throws where the settings name no folder for the data, or it cannot be written to
 */
export async function runUpdateData(
  { networkData }: Settings,
  acceptSize: boolean,
  output: NodeJS.WriteStream,
): Promise<number> {
  if (networkData?.folder === undefined) {
    throw new Error('The settings name no folder for network data (networkData.folder).');
  }
  let saidAt = 0;
  const outcomes = await updateData({
    folder: networkData.folder,
    sources: networkData.sources ?? defaultSources,
    proxy: networkData.proxy,
    acceptSize,
    now: () => new Date(),
    onProgress({ name }, received, total) {
      if (!output.isTTY || performance.now() - saidAt < progressInterval) return;
      saidAt = performance.now();
      const of = total === undefined ? '' : ` of ${(total / megabyte).toFixed(1)}`;
      output.write(`\r\u001b[K${name}: ${(received / megabyte).toFixed(1)}${of} MB`);
    },
    onOutcome(outcome) {
      output.write(`${output.isTTY ? '\r\u001b[K' : ''}${sentenceOf(outcome)}\n`);
    },
  });
  const failed = outcomes.filter(({ kind }) => kind === 'failed').length;
  if (failed > 0)
    output.write(`${failed} of ${outcomes.length} sources failed. What was there stays in force.\n`);
  return failed > 0 ? 1 : 0;
}

function sentenceOf(outcome: SourceOutcome): string {
  const { name, url } = outcome.source;
  switch (outcome.kind) {
    case 'updated':
      return `${name}: updated`;
    case 'unchanged':
      return `${name}: up to date`;
    case 'failed':
      return `${name}: failed, nothing was changed. ${outcome.fault} (${url})`;
  }
}
