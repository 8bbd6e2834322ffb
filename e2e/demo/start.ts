import { type Demo, type DemoOptions, startDemo } from './demo.ts';
import { DemoFailure, messageOf } from './failure.ts';
import { invitation } from './invitation.ts';
import { readStartOptions, startUsage } from './start-options.ts';

const wrongUsage = 2;

/** How often the demo looks whether npm is still there, in milliseconds. */
const parentInterval = 500;

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** Kept when the person wants the demo to end. */
function untilAsked(): Promise<'asked'> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      // Also the second time: npm passes on a Ctrl-C that has arrived already.
      process.on(signal, () => resolve('asked'));
    }
    const { npm_lifecycle_event: startedByNpm } = process.env;
    if (startedByNpm === undefined) return;
    // A signal to npm alone may end npm, or the shell that it starts scripts with, and never come here.
    const parent = process.ppid;
    setInterval(() => process.ppid !== parent && resolve('asked'), parentInterval).unref();
  });
}

async function run(options: DemoOptions): Promise<number> {
  const abort = new AbortController();
  const asked = untilAsked();
  asked.then(() => abort.abort());
  // A terminal that was closed takes no more words; the stopping goes on.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  say('Starting Dovecot and the decision service...');
  let demo: Demo;
  try {
    demo = await startDemo({ ...options, signal: abort.signal, report: say });
  } catch (error) {
    if (abort.signal.aborted) return 0;
    throw error;
  }
  say(invitation(demo));
  const end = await Promise.race([asked, demo.lost]);
  say(end === 'asked' ? 'Stopping...' : end);
  await demo.stop();
  return end === 'asked' ? 0 : 1;
}

async function main(): Promise<number> {
  let options: DemoOptions | undefined;
  try {
    options = readStartOptions();
  } catch (error) {
    process.stderr.write(`${messageOf(error)}\n\n${startUsage}`);
    return wrongUsage;
  }
  if (!options) {
    process.stdout.write(startUsage);
    return 0;
  }
  try {
    return await run(options);
  } catch (error) {
    const isExpected = error instanceof DemoFailure || !(error instanceof Error);
    process.stderr.write(`${isExpected ? messageOf(error) : error.stack}\n`);
    return 1;
  }
}

process.exit(await main());
