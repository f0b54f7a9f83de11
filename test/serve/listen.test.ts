import { createServer, type Server } from 'node:http';
import { afterEach, expect, test } from 'vitest';
import { listen } from '../../src/serve/listen.ts';

const open: Server[] = [];
function server(): Server {
  const made = createServer();
  open.push(made);
  return made;
}
afterEach(async () => {
  for (const each of open.splice(0)) await new Promise((resolve) => each.close(resolve));
});

test('a taken port leads to the next free one', async () => {
  const taken = await listen(server(), 0, '127.0.0.1');
  const next = await listen(server(), taken, '127.0.0.1');
  expect(next).toBeGreaterThan(taken);
  expect(next).toBeLessThan(taken + 50);
});

test('an address that this machine does not have is refused with a sentence', async () => {
  await expect(listen(server(), 0, '203.0.113.7')).rejects.toMatchObject({ code: 'host-unknown' });
});
