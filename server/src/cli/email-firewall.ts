#!/usr/bin/env node
import { parseArgs } from 'node:util';
import { logTo } from '../log.ts';
import { examineData, examinePolicies } from './doctor.ts';
import { serve } from './serve.ts';
import { readSettings, type Settings } from './settings.ts';
import { runUpdateData } from './update-data.ts';

const usage = `Usage: email-firewall COMMAND [--settings FILE]

  serve         answers Dovecot and serves the page's API until it is stopped
  doctor        looks for policy files and network data that cannot be used; exit 1 where there are any
  update-data   fetches newer network data; what fails its checks changes nothing, and the exit code is 1

  --settings FILE   where things are (default /etc/email-firewall/settings.json)
  --accept-size     update-data: take files that have grown or shrunk by more than 30 %
`;

const defaultSettings = '/etc/email-firewall/settings.json';

/** @returns the exit code, or undefined while the command goes on running */
async function main(): Promise<number | undefined> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      settings: { type: 'string', default: defaultSettings },
      'accept-size': { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) {
    process.stdout.write(usage);
    return 0;
  }
  const [command, ...rest] = positionals;
  if (rest.length === 0 && command === 'serve') return runService(await readSettings(values.settings));
  if (rest.length === 0 && command === 'doctor') return runDoctor(await readSettings(values.settings));
  if (rest.length === 0 && command === 'update-data') {
    return runUpdateData(await readSettings(values.settings), values['accept-size'], process.stdout);
  }
  process.stderr.write(usage);
  return 2;
}

async function runService(settings: Settings): Promise<undefined> {
  const log = logTo(process.stderr);
  const stop = await serve(settings, log);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      log('info', 'stopping', { signal });
      stop().then(
        () => process.exit(0),
        (error: unknown) => {
          log('error', 'The service did not stop cleanly.', { fault: String(error) });
          process.exit(1);
        },
      );
    });
  }
  // Said last: who waits for it may stop the service at once.
  log('info', 'ready', { decisionSocket: settings.decisionSocket, apiSocket: settings.apiSocket });
}

async function runDoctor(settings: Settings): Promise<number> {
  const policies = await examinePolicies(settings);
  const { faults, warnings } = await examineData(settings);
  const findings = [
    ...(policies.length === 0 ? ['All policy files can be used.'] : policies),
    ...(faults.length === 0 ? ['All network data can be used.'] : faults),
    ...warnings,
  ];
  process.stdout.write(`${findings.join('\n')}\n`);
  return policies.length + faults.length === 0 ? 0 : 1;
}

try {
  const code = await main();
  if (code !== undefined) process.exitCode = code;
} catch (error) {
  process.stderr.write(`email-firewall: ${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
}
