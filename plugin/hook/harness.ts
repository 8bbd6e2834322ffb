import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The hook as compiled; another build of it (with sanitizers, say) through HOOK. */
export const hook = process.env['HOOK'] ?? fileURLToPath(new URL('build/checkpassword', import.meta.url));

/** What the password in every test is; it must never come out again. */
export const password = 'cOrrect-horse';

/** How the hook ends without a refusal: see the table in checkpassword.c. */
export const noOpinion = 1;
export const noOpinionLookup = 3;
export const fault = 111;

/** What Dovecot says where it wants to know of a user and has no password to check. */
export const lookup = { AUTHORIZED: '1' };

/** Long for a machine that is busy; a hook that hangs runs into it. */
const patience = 10_000;

export type Run = {
  /** Exit code, or the signal that ended it. */
  code: number | string;
  /** What the reply program wrote to Dovecot: the environment it was given. Empty where it was not run. */
  reply: Record<string, string>;
  /** Everything the hook and the reply program said anywhere. */
  output: string;
};

type RunOptions = {
  /** Undefined takes a variable away. */
  env?: Record<string, string | undefined>;
  /** Variables of any bytes; those of `env` are text. */
  bytes?: Record<string, Buffer>;
  /** What Dovecot writes to fd 3, or what does the writing; null closes it at once. */
  input?: string | Buffer | null | ((fd3: Socket) => void);
  /** Starts the hook without a fd 3. */
  hasNoInput?: boolean;
  /** Leaves fd 3 without an end, as when another process holds its pipe. */
  keepsInputOpen?: boolean;
  timeout?: number;
  markers?: string;
  socket?: string;
  replyProgram?: string;
  /** Options of the hook. */
  args?: string[];
  /** Arguments of the reply program. */
  replyArgs?: string[];
  /** Another copy of the hook. */
  program?: string;
  uid?: number;
};

/** A folder with markers, a reply program and a place for the service's socket. */
export type Bench = {
  folder: string;
  run(options?: RunOptions): Promise<Run>;
  mark(name: string): Promise<void>;
  /** A service on the hook's socket. */
  serve(connection: (socket: Socket) => void): Promise<void>;
  /** A service that hears the whole question, then says this; what it heard comes back. */
  answer(text: string | ((socket: Socket) => void)): Promise<{ heard: string[] }>;
  close(): Promise<void>;
};

const replyProgram = `#!/bin/sh
env -0 >&4
printf 'arguments=%s\\0' "$*" >&4
`;

/** What Dovecot gives a hook that checks a password. */
const dovecotEnvironment = {
  AUTH_USER: 'alice@demo.test',
  SERVICE: 'imap',
  TCPREMOTEIP: '90.12.34.56',
  // Dovecot's reply program wants to see that nobody has emptied the environment.
  ORIG_UID: String(process.getuid?.()),
};

export async function startBench(): Promise<Bench> {
  const folder = await mkdtemp(join(tmpdir(), 'email-firewall-hook-'));
  const socket = join(folder, 's');
  const markers = join(folder, 'markers');
  const reply = join(folder, 'reply');
  await mkdir(markers);
  await writeFile(reply, replyProgram);
  await chmod(reply, 0o755);
  let server: Server | undefined;
  const open = new Set<Socket>();

  async function serve(connection: (socket: Socket) => void): Promise<void> {
    server = createServer((client) => {
      open.add(client.on('error', () => {}));
      connection(client);
    });
    server.listen(socket);
    await once(server, 'listening');
  }

  return {
    folder,
    serve,
    async run({
      env = {},
      bytes = {},
      input = `alice@demo.test\0${password}\0${Date.now()}\0`,
      hasNoInput = false,
      keepsInputOpen = false,
      timeout = 5000,
      replyProgram: program = reply,
      args = [],
      replyArgs = [],
      ...places
    } = {}) {
      const command = [
        places.program ?? hook,
        `--socket=${places.socket ?? socket}`,
        `--markers=${places.markers ?? markers}`,
        `--timeout-ms=${timeout}`,
        ...args,
        program,
        ...replyArgs,
      ];
      const child = spawn('/bin/sh', ['-c', `${assignments(bytes)} exec "$@"`, 'sh', ...command], {
        env: { ...dovecotEnvironment, ...env },
        stdio: ['ignore', 'pipe', 'pipe', hasNoInput ? 'ignore' : 'pipe', 'pipe'],
        timeout: patience,
        killSignal: 'SIGKILL',
        ...(places.uid === undefined ? {} : { uid: places.uid }),
      });
      const [, stdout, stderr, fd3, fd4] = child.stdio as unknown as [
        null,
        Socket,
        Socket,
        Socket | null,
        Socket,
      ];
      fd3?.on('error', () => {});
      if (typeof input === 'function') {
        if (fd3) input(fd3);
      } else {
        fd3?.write(input ?? '');
        if (!keepsInputOpen) fd3?.end();
      }
      const [said, complained, replied, [code, signal]] = await Promise.all([
        textOf(stdout),
        textOf(stderr),
        textOf(fd4),
        once(child, 'close'),
      ]);
      return { code: code ?? signal, reply: readEnvironment(replied), output: said + complained + replied };
    },
    async mark(name) {
      await writeFile(join(markers, name), '');
    },
    async answer(reaction) {
      const heard: string[] = [];
      await serve((client) => {
        let text = '';
        client.on('data', (chunk) => {
          text += chunk.toString('latin1');
          const [head = '', body] = text.split('\r\n\r\n');
          const length = Number(/content-length: (\d+)/i.exec(head)?.[1]);
          if (body?.length !== length) return;
          heard.push(text);
          if (typeof reaction === 'string') client.end(reaction);
          else reaction(client);
        });
      });
      return { heard };
    },
    async close() {
      for (const client of open) client.destroy();
      server?.close();
      await rm(folder, { recursive: true });
    },
  };
}

export const passing = 'HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n';
export const temporaryFailure = 'HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\n\r\n';
export const reason = 'Access denied by email firewall rule no. 1';
export const refusing = refusal(reason);

/** An answer that refuses, with a body and its length as announced. */
export function refusal(body: string, length: number | string = body.length): string {
  return `HTTP/1.1 403 Forbidden\r\nContent-Type: text/plain\r\nContent-Length: ${length}\r\n\r\n${body}`;
}

/** Has the shell set variables of any bytes: Node's own are text. */
function assignments(bytes: Record<string, Buffer>): string {
  return Object.entries(bytes)
    .map(([name, value]) => {
      const octal = [...value].map((byte) => `\\0${byte.toString(8).padStart(3, '0')}`).join('');
      return `export ${name}="$(printf %b '${octal}')";`;
    })
    .join(' ');
}

async function textOf(stream: Socket): Promise<string> {
  let text = '';
  stream.setEncoding('latin1');
  stream.on('data', (chunk: string) => {
    text += chunk;
  });
  await once(stream, 'close');
  return text;
}

function readEnvironment(text: string): Record<string, string> {
  return Object.fromEntries(
    text.split('\0').flatMap((line) => {
      const equals = line.indexOf('=');
      return equals > 0 ? [[line.slice(0, equals), line.slice(equals + 1)]] : [];
    }),
  );
}
