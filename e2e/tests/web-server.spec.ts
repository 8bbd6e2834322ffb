import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Demo } from '../demo/demo.ts';
import { expect, test } from './support/demo-fixture.ts';

/** What curl gets: the status and the error's code, if there is one. */
async function curl(
  demo: Demo,
  path: string,
  ...options: string[]
): Promise<{ status: number; code?: string }> {
  const { stdout } = await promisify(execFile)('curl', [
    '-sS',
    '-w',
    '\n%{http_code}',
    ...options,
    demo.url + path,
  ]);
  const [status = '', ...lines] = stdout.split('\n').reverse();
  const code = /"code":"(\w+)"/.exec(lines.join('\n'))?.[1];
  return { status: Number(status), ...(code !== undefined && { code }) };
}

const list = ['-H', 'content-type: application/json', '--data', '{}'];
const foreign = { status: 403, code: 'forbidden_origin' };

test('the page’s own requests are served', async ({ demo }) => {
  const { host } = new URL(demo.url);
  expect(await curl(demo, 'api/list_mailboxes', ...list)).toEqual({ status: 200 });
  const own = ['-H', `origin: http://${host}`, '-H', 'sec-fetch-site: same-origin'];
  expect(await curl(demo, 'api/list_mailboxes', ...list, ...own)).toEqual({ status: 200 });
});

test('another name for this machine is refused, for the page and for the API', async ({ demo }) => {
  for (const host of [
    'evil.example',
    `evil.example:${demo.ports.web}`,
    '127.0.0.1:1',
    '127.0.0.1.evil.example',
  ]) {
    expect(await curl(demo, 'api/list_mailboxes', ...list, '-H', `host: ${host}`)).toEqual(foreign);
    expect(await curl(demo, '', '-H', `host: ${host}`)).toEqual(foreign);
  }
});

test('another site’s page is refused', async ({ demo }) => {
  for (const header of [
    'origin: http://evil.example',
    'origin: null',
    `origin: http://localhost:${demo.ports.web}`,
    'sec-fetch-site: cross-site',
    'sec-fetch-site: same-site',
  ]) {
    expect(await curl(demo, 'api/list_mailboxes', ...list, '-H', header), header).toEqual(foreign);
  }
});

test('what a form of another site can send is refused', async ({ demo }) => {
  for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x']) {
    expect(await curl(demo, 'api/list_mailboxes', '-H', `content-type: ${type}`, '--data', '{}')).toEqual({
      status: 400,
      code: 'invalid_request',
    });
  }
  expect(await curl(demo, 'api/list_mailboxes')).toEqual({ status: 404, code: 'unknown_function' });
});

test('who calls is for the server to say, not for the browser', async ({ demo }) => {
  expect(await curl(demo, 'api/list_mailboxes', ...list, '-H', 'x-email-firewall-account: nobody')).toEqual({
    status: 200,
  });
});

test('the service’s refusals arrive as they are', async ({ demo }) => {
  const json = ['-H', 'content-type: application/json', '--data'];
  expect(await curl(demo, 'api/no_such_function', ...list)).toEqual({
    status: 404,
    code: 'unknown_function',
  });
  expect(await curl(demo, 'api/get_policy', ...json, '{"mailbox":"nobody@demo.test"}')).toEqual({
    status: 404,
    code: 'mailbox_not_found',
  });
  expect(await curl(demo, 'api/get_policy', ...json, '{')).toEqual({ status: 400, code: 'invalid_request' });
});

test('while the service is away the answer says so', async ({ demo }) => {
  await demo.service.kill('SIGKILL');
  expect(await curl(demo, 'api/list_mailboxes', ...list)).toEqual({
    status: 503,
    code: 'service_unavailable',
  });
  await demo.service.restart();
  expect(await curl(demo, 'api/list_mailboxes', ...list)).toEqual({ status: 200 });
});
