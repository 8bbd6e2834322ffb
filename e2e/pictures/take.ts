import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createCleanup } from '../demo/cleanup.ts';
import { startDemo } from '../demo/demo.ts';
import { messageOf } from '../demo/failure.ts';
import { takePagePictures } from './page.ts';
import { takeThunderbirdPicture } from './thunderbird.ts';

// Takes the pictures of the README anew, of a demo of its own: npm run screenshots.

const folder = fileURLToPath(new URL('../../ui/pictures/', import.meta.url));

const interrupted = 130; // 128 + SIGINT, as shells count

const cleanup = createCleanup();
const abort = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    abort.abort();
    cleanup.run().finally(() => process.exit(interrupted));
  });
}

async function takePictures(): Promise<void> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'email-firewall-data-'));
  cleanup.add(() => rm(dataFolder, { recursive: true }));
  const starting = startDemo({ dataFolder, delayFailures: false, signal: abort.signal });
  // What has not started yet stops by itself.
  cleanup.add(() =>
    starting.then(
      ({ stop }) => stop(),
      () => undefined,
    ),
  );
  const demo = await starting;
  await takePagePictures(demo, folder);
  await takeThunderbirdPicture(demo, join(folder, 'thunderbird.png'));
}

try {
  await takePictures();
  process.stdout.write(`The pictures lie in ${folder}.\n`);
} catch (error) {
  if (!abort.signal.aborted) process.stderr.write(`${messageOf(error)}\n`);
  process.exitCode = 1;
} finally {
  await cleanup.run();
}
