import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { DemoOptions } from './demo.ts';
import { defaultPorts, readPort } from './port-option.ts';
import { defaultVisitor, readVisitor } from './visitor-option.ts';

export const startUsage = `Usage: npm start -- [OPTION]...

Runs the Email Firewall on this machine: the page, the decision service, and a real Dovecot with four mailboxes.

  --data DIR          where the rules are kept (default .demo in the project's folder)
  --port PORT         of the page (default ${defaultPorts.web})
  --imap-port PORT    (default ${defaultPorts.imap})
  --pop3-port PORT    (default ${defaultPorts.pop3})
  --visitor ADDRESS   where the page takes you to be (default ${defaultVisitor})
`;

const defaultDataFolder = fileURLToPath(new URL('../../.demo', import.meta.url));

/**
 * Reads the command line of `npm start`.
 *
 * @returns undefined where only help is asked for
 * @throws a sentence, where it says something else than the usage
 */
export function readStartOptions(): DemoOptions | undefined {
  const { values } = parseArgs({
    options: {
      data: { type: 'string' },
      port: { type: 'string' },
      'imap-port': { type: 'string' },
      'pop3-port': { type: 'string' },
      visitor: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) return undefined;
  if (values.data === '') throw new Error('--data: the name of the folder is missing.');
  const { INIT_CWD = process.cwd() } = process.env;
  const portOf = (option: 'port' | 'imap-port' | 'pop3-port', otherwise: number) =>
    values[option] === undefined ? otherwise : readPort(values[option], `--${option}`);
  return {
    // npm runs scripts in the project's folder; the person may have called it from another (INIT_CWD, npm-run(1)).
    dataFolder: values.data ? resolve(INIT_CWD, values.data) : defaultDataFolder,
    webPort: portOf('port', defaultPorts.web),
    imapPort: portOf('imap-port', defaultPorts.imap),
    pop3Port: portOf('pop3-port', defaultPorts.pop3),
    visitor: values.visitor === undefined ? defaultVisitor : readVisitor(values.visitor, '--visitor'),
  };
}
