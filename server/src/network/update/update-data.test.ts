import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { pack } from 'tar-stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Block, writeMmdb } from '../databases/mmdb-writer.ts';
import { openNetworkDatabase } from '../databases/network-database.ts';
import { knownAddresses } from './check-database.ts';
import type { Source } from './source.ts';
import { type SourceOutcome, updateData } from './update-data.ts';

let folder: string;
let server: Server;
let base: string;
/** What the server does with each request; tests replace it. */
let answer: RequestListener;
let requests: IncomingMessage[];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'email-firewall-update-'));
  requests = [];
  server = await listen((request, response) => {
    requests.push(request);
    answer(request, response);
  });
  base = addressOf(server);
});
afterEach(async () => {
  server.closeAllConnections();
  server.close();
  await rm(folder, { recursive: true });
});

async function listen(listener: RequestListener): Promise<Server> {
  const started = createServer(listener);
  await new Promise<void>((resolve) => started.listen(0, '127.0.0.1', resolve));
  return started;
}

const addressOf = (of: Server) => `http://127.0.0.1:${(of.address() as AddressInfo).port}`;

const tor = (more: Partial<Source> = {}): Source =>
  ({
    id: 'tor',
    name: 'Tor exits',
    format: 'tor-exits',
    network: 'tor',
    url: `${base}/tor`,
    ...more,
  }) as Source;
const country = (more: Partial<Source> = {}): Source =>
  ({
    id: 'country',
    name: 'Countries',
    format: 'mmdb',
    gives: 'country',
    url: `${base}/c`,
    ...more,
  }) as Source;

function serve(body: string | Buffer, headers: Record<string, string> = {}): void {
  answer = (_request, response) => response.writeHead(200, headers).end(body);
}

async function run(
  source: Source,
  more: { acceptSize?: boolean; proxy?: string } = {},
): Promise<SourceOutcome> {
  const now = () => new Date('2026-11-24T12:00:00Z');
  const [outcome] = await updateData({ folder, sources: [source], now, ...more });
  if (!outcome) throw new Error('There is no outcome.');
  return outcome;
}

async function expectFault(source: Source, sentence: string | RegExp): Promise<void> {
  const outcome = await run(source);
  expect(outcome).toMatchObject({ kind: 'failed' });
  expect('fault' in outcome && outcome.fault).toMatch(sentence);
  expect((await readdir(folder)).filter((name) => name.startsWith('.'))).toEqual([]);
}

const exits = (count: number) => Array.from({ length: count }, (_, i) => `185.220.101.${i * 2}\n`).join('');
const rangesIn = async (name: string) => JSON.parse(await readFile(join(folder, name), 'utf8')).ranges.length;

/** A database that knows the known addresses, as many others as wished, and all of them in a country where one is given. */
function countries({
  filler = 0,
  builtAt = '2026-11-01',
  all,
}: {
  filler?: number;
  builtAt?: string;
  all?: string;
} = {}): Buffer {
  const entries = Object.entries(knownAddresses).map(
    ([address, { country: code }]) => [address, all ?? code] as const,
  );
  const blocks: Block[] = entries.map(([address, iso]) => ({
    bits: address.split('.').reduce((sum, part) => sum * 256n + BigInt(part), 0n),
    length: 128,
    record: { country: { iso_code: iso } },
  }));
  const more = Array.from(
    { length: filler },
    (_, i): Block => ({
      bits: (200n << 24n) + BigInt(i),
      length: 128,
      record: { country: { iso_code: 'BR' } },
    }),
  );
  return writeMmdb({
    type: 'DBIP-Country-Lite',
    description: '',
    builtAt: new Date(builtAt),
    blocks: [...blocks, ...more],
  });
}

async function countryOf(address: string): Promise<string | undefined> {
  return (await openNetworkDatabase(join(folder, 'country.mmdb'))).lookUp(address).country;
}

async function tarOf(name: string, content: Buffer): Promise<Buffer> {
  const archive = pack();
  archive.entry({ name: 'GeoLite2/LICENSE.txt' }, 'text');
  archive.entry({ name }, content);
  archive.finalize();
  const chunks: Uint8Array[] = [];
  for await (const chunk of archive) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks);
}

describe('a source', () => {
  it('is fetched once, and again only when there is something newer', async () => {
    answer = (request, response) => {
      if (request.headers['if-none-match'] === '"1"') response.writeHead(304).end();
      else
        response
          .writeHead(200, { etag: '"1"', 'last-modified': 'Mon, 23 Nov 2026 10:00:00 GMT' })
          .end(exits(10));
    };
    expect((await run(tor())).kind).toBe('updated');
    expect((await run(tor())).kind).toBe('unchanged');
    expect(requests[1]?.headers['if-modified-since']).toBe('Mon, 23 Nov 2026 10:00:00 GMT');
    expect(JSON.parse(await readFile(join(folder, 'tor.json'), 'utf8'))).toMatchObject({
      network: 'tor',
      date: '2026-11-23T10:00:00.000Z',
    });
    await rm(join(folder, 'tor.json'));
    expect((await run(tor())).kind).toBe('updated');
  });

  it('keeps the file before it', async () => {
    serve(exits(10));
    await run(tor());
    serve(exits(12));
    await run(tor());
    expect(await rangesIn('tor.json')).toBe(12);
    expect(await rangesIn('tor.json.previous')).toBe(10);
  });

  it.each([
    ['plain', async (bytes: Buffer) => bytes],
    ['as .gz', async (bytes: Buffer) => gzipSync(bytes)],
    ['in a .tar.gz', async (bytes: Buffer) => gzipSync(await tarOf('GeoLite2/x.mmdb', bytes))],
  ])('of a database comes %s', async (_form, wrap) => {
    serve(await wrap(countries()));
    expect(await run(country())).toMatchObject({ kind: 'updated' });
    expect(await countryOf('90.12.34.56')).toBe('FR');
  });

  it('that comes out within the month is that of the month before until then', async () => {
    answer = (request, response) =>
      request.url === '/c-2026-10' ? response.end(countries()) : response.writeHead(404).end();
    expect((await run(country({ url: `${base}/c-{YYYY-MM}` }))).kind).toBe('updated');
    expect(requests.map(({ url }) => url)).toEqual(['/c-2026-11', '/c-2026-10']);
  });

  it('gets its password from a file, which another origin never sees, nor any file or sentence', async () => {
    const other = await listen((request, response) => {
      requests.push(request);
      response.end(exits(5));
    });
    answer = (_request, response) => response.writeHead(302, { location: `${addressOf(other)}/there` }).end();
    const passwordFile = join(folder, 'password');
    await writeFile(passwordFile, 's3cret\n');
    const outcome = await run(tor({ login: { user: '42', passwordFile } }));
    other.close();
    expect(outcome.kind).toBe('updated');
    const expected = `Basic ${Buffer.from('42:s3cret').toString('base64')}`;
    expect(requests.map(({ headers }) => headers.authorization)).toEqual([expected, undefined]);
    for (const name of ['tor.json', 'update-state.json']) {
      expect(await readFile(join(folder, name), 'utf8')).not.toMatch(/s3cret|NDI6/);
    }
  });

  it('is fetched through a proxy where one is set', async () => {
    const proxied: (string | undefined)[] = [];
    const proxy = createServer();
    proxy.on('connect', (request, socket) => {
      proxied.push(request.url);
      socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
    });
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
    const outcome = await run(tor({ url: 'http://lists.test/tor' }), { proxy: addressOf(proxy) });
    proxy.close();
    expect(outcome.kind).toBe('failed');
    expect(proxied).toEqual(['lists.test:80']);
  });

  it('that fails leaves the others alone', async () => {
    answer = (request, response) =>
      request.url === '/tor' ? response.end(exits(3)) : response.writeHead(500).end();
    const outcomes = await updateData({ folder, sources: [country(), tor()], now: () => new Date() });
    expect(outcomes.map(({ kind }) => kind)).toEqual(['failed', 'updated']);
  });
});

describe('what is there stays, and a sentence says why, when', () => {
  beforeEach(async () => {
    serve(countries({ filler: 2000 }));
    await run(country());
    serve(exits(100));
    await run(tor());
  });
  afterEach(async () => {
    expect(await countryOf('90.12.34.56')).toBe('FR');
    expect(await rangesIn('tor.json')).toBe(100);
  });

  it('the server answers 404', async () => {
    answer = (_request, response) => response.writeHead(404).end('no');
    await expectFault(country(), 'The server answered 404 Not Found.');
    await expectFault(tor(), 'The server answered 404 Not Found.');
    const state = JSON.parse(await readFile(join(folder, 'update-state.json'), 'utf8'));
    expect(state.sources.tor.fault).toContain('404');
  });

  it('nobody answers', async () => {
    const closed = await listen(() => undefined);
    const url = addressOf(closed);
    await new Promise((resolve) => closed.close(resolve));
    await expectFault(tor({ url }), 'The transfer failed (ECONNREFUSED).');
  });

  it('a page of HTML comes', async () => {
    serve('<!doctype html><title>Sign in</title>');
    await expectFault(country(), /What came is not a database/);
    await expectFault(tor(), 'This is a web page, and no list.');
  });

  it('half a file comes', async () => {
    const whole = countries({ filler: 2000 });
    answer = (_request, response) => {
      response.writeHead(200, { 'content-length': whole.length });
      response.write(whole.subarray(0, whole.length / 2), () => response.destroy());
    };
    await expectFault(country(), 'The transfer failed');
    serve(gzipSync(whole).subarray(0, 1000));
    await expectFault(country(), 'The file cannot be unpacked');
    serve(whole.subarray(0, whole.length / 2));
    await expectFault(country(), 'is not a database');
  });

  it('the database does not know what everybody knows', async () => {
    serve(countries({ filler: 2000, all: 'ZW' }));
    await expectFault(country(), /known addresses the database says something else, as of 8\.8\.8\.8/);
  });

  it('the database is one of something else, or older', async () => {
    serve(writeMmdb({ type: 'GeoLite2-ASN', description: '', builtAt: new Date(), blocks: [] }));
    await expectFault(country(), 'does not tell the country');
    serve(countries({ filler: 2000, builtAt: '2026-10-01' }));
    await expectFault(country(), 'It is of 2026-10-01, and what is there of 2026-11-01.');
  });

  it.each([10, 69, 125])('the list has shrunk or grown to %i of 100', async (count) => {
    serve(
      Array.from({ length: count * 1.1 }, (_, i) => `185.220.${i % 200}.${i}\n`)
        .slice(0, count === 125 ? 131 : count)
        .join(''),
    );
    await expectFault(tor(), /a change of more than 30 %/);
  });

  it('the database has shrunk', async () => {
    serve(countries());
    await expectFault(country(), /a change of more than 30 %.*--accept-size/);
  });

  it('the list would lock people out', async () => {
    serve(`${exits(100)}0.0.0.0\n`);
    await expectFault(tor(), '0.0.0.0 is not part of the public Internet.');
  });

  it('it takes too long', async () => {
    answer = (_request, response) => response.writeHead(200).write('185.220.101.5\n');
    await expectFault(tor({ timeoutSeconds: 0.3 }), 'It took longer than 0.3 s');
  });

  it('it is too large, also once unpacked', async () => {
    serve(exits(127));
    await expectFault(tor({ maxBytes: 1000 }), 'The file is larger than 1000 bytes');
    serve(gzipSync(Buffer.alloc(10_000_000)));
    await expectFault(country({ maxBytes: 1_000_000 }), 'The file unpacks to more than 1000000 bytes');
  });

  it('the archive holds no database', async () => {
    serve(gzipSync(await tarOf('README', Buffer.from('x'))));
    await expectFault(country(), 'The archive holds no database');
  });

  it('the password file is missing', async () => {
    const login = { user: '42', passwordFile: join(folder, 'none') };
    await expectFault(tor({ login }), /The password file .*none cannot be read/);
  });

  it.runIf(process.getuid?.() === 0)('the disk is full', async () => {
    const small = join(folder, 'small');
    await mkdir(small);
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', small]);
    try {
      const sources = [country()];
      const now = () => new Date();
      serve(countries());
      expect((await updateData({ folder: small, sources, now })).map(({ kind }) => kind)).toEqual([
        'updated',
      ]);
      const before = await readFile(join(small, 'country.mmdb'));
      serve(countries({ filler: 20_000 }));
      const [outcome] = await updateData({ folder: small, sources, now, acceptSize: true });
      expect(outcome).toMatchObject({ kind: 'failed', fault: expect.stringContaining('ENOSPC') });
      expect(await readFile(join(small, 'country.mmdb'))).toEqual(before);
      expect((await readdir(small)).filter((name) => name.startsWith('.'))).toEqual([]);
    } finally {
      execFileSync('umount', [small]);
    }
  });
});

describe('a change in size', () => {
  it('counts where the administrator says so', async () => {
    serve(exits(100));
    await run(tor());
    serve(exits(10));
    expect((await run(tor(), { acceptSize: true })).kind).toBe('updated');
    expect(await rangesIn('tor.json')).toBe(10);
  });
});

describe('what a killed run has left behind', () => {
  it('is removed by the next', async () => {
    await writeFile(join(folder, '.unfinished-123'), 'half');
    serve(exits(3));
    await run(tor());
    expect((await readdir(folder)).toSorted()).toEqual(['tor.json', 'update-state.json']);
  });
});
