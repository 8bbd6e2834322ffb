import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { extract } from 'tar-stream';

const isGzip = (bytes: Buffer) => bytes[0] === 0x1f && bytes[1] === 0x8b;

/** Where a tar archive says that it is one (POSIX.1, ustar). */
const tarMagicAt = 257;
const isTar = (bytes: Buffer) => bytes.toString('latin1', tarMagicAt, tarMagicAt + 5) === 'ustar';

/**
 * Takes a database out of what it came in: gzip, tar, both, or nothing, as its first bytes say.
 *
 * @param maxBytes what it may hold unpacked: a small file can unpack to one that fills the memory
 * @throws a sentence where it is damaged or holds no database
 */
export async function unpack(bytes: Buffer, maxBytes: number): Promise<Buffer> {
  const plain = isGzip(bytes) ? await inflate(bytes, maxBytes) : bytes;
  return isTar(plain) ? findDatabase(plain) : plain;
}

async function inflate(bytes: Buffer, maxOutputLength: number): Promise<Buffer> {
  try {
    return await promisify(gunzip)(bytes, { maxOutputLength });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ERR_BUFFER_TOO_LARGE') {
      throw new Error(`The file unpacks to more than ${maxOutputLength} bytes (maxBytes).`);
    }
    throw new Error(`The file cannot be unpacked (${code}). It may have come through in part.`, {
      cause: error,
    });
  }
}

async function findDatabase(archive: Buffer): Promise<Buffer> {
  let found: Buffer | undefined;
  const entries = extract();
  entries.on('entry', ({ name }, stream, next) => {
    const chunks: Uint8Array[] = [];
    stream.on('data', (chunk) => chunk instanceof Uint8Array && chunks.push(chunk));
    stream.on('end', () => {
      if (name.endsWith('.mmdb')) found ??= Buffer.concat(chunks);
      next();
    });
  });
  await pipeline([archive], entries);
  if (!found) throw new Error('The archive holds no database (*.mmdb).');
  return found;
}
