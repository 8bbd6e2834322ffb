import { connect, type Socket } from 'node:net';
import type { Log } from '../log.ts';
import type { NewEvent } from './new-event.ts';

/** The system's mail log, where administrators and programs like fail2ban look for refusals. */
export type MailLog = {
  /** One line for a refusal, none for anything else. Never waits and never throws. */
  write(event: NewEvent): void;
  close(): void;
};

/**
 * What journald wants to be told before the first line, one a line: the identifier, the unit, the priority, whether lines
 * have one of their own, and whether they also go to syslog, kernel log and console by order of this stream. The priority is
 * facility * 8 + level: mail (2), info (6). Measured on systemd 252; RHEL 8 reads the same (journald-stream.c).
 */
const header = 'email-firewall\n\n22\n0\n0\n0\n0\n';

/** A stream is used for so long, in milliseconds: one that journald has kept over its own restart has lost its facility. */
const lifetime = 5000;

/** Where nobody listens, the next try comes so much later, in milliseconds. */
const retryTime = 10_000;

/** So many bytes wait for a journald that does not read; what comes beyond is left out. */
const maxWaiting = 262_144;

/**
 * Writes to journald's stream socket, from where lines reach the mail log as its facility asks. Node knows no datagram
 * sockets of unix, so `/dev/log` and journald's own protocol are out of reach without native code.
 *
 * @param path /run/systemd/journal/stdout
 */
export function createMailLog(path: string, log: Log): MailLog {
  let stream: Socket | undefined;
  let retryAt = Number.NEGATIVE_INFINITY;
  let isLosing = false;

  function lose(fault: string): void {
    if (!isLosing) log('warn', 'Refusals cannot be written to the mail log.', { socket: path, fault });
    isLosing = true;
  }

  function end(ended: Socket): void {
    if (stream === ended) stream = undefined;
    ended.end();
  }

  function open(): Socket {
    const opened = connect(path);
    // Lines that wait must not keep a process that ends.
    opened.unref();
    opened.on('connect', () => {
      isLosing = false;
    });
    opened.on('error', (error) => {
      lose(error.message);
      retryAt = performance.now() + retryTime;
      if (stream === opened) stream = undefined;
    });
    opened.on('close', () => {
      if (stream === opened) stream = undefined;
    });
    opened.write(header);
    setTimeout(end, lifetime, opened).unref();
    return opened;
  }

  return {
    write(event) {
      if (event.outcome !== 'refused' || performance.now() < retryAt) return;
      stream ??= open();
      if (stream.writableLength > maxWaiting) lose('It is not being read.');
      else stream.write(`${mailLogLine(event)}\n`);
    },
    close() {
      if (stream) end(stream);
    },
  };
}

/** The line of a refusal. Its form is documented (server/docs/mail-log.md): filters rely on it. */
export function mailLogLine({ address, mailbox, protocol, decidedBy }: NewEvent): string {
  const rule = decidedBy?.kind === 'rule' ? decidedBy.ruleNumber : 'default';
  return `refused address=${word(address)} mailbox=${word(mailbox)} protocol=${protocol} rule=${rule}`;
}

/** A name can hold neither space nor line break, whatever was typed: nobody writes a line, or a field, of his own. */
function word(text: string): string {
  return text.replaceAll(/[^A-Za-z0-9.:_+&'=~@-]/g, '?');
}
