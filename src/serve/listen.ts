import type { Server } from 'node:http';
import { UsageError } from '../model/diagnostic.ts';

const TRIES = 50;

/** Listens on `port`, or on the next free one; resolves to the port taken. Port 0 takes any. */
export async function listen(server: Server, port: number, host: string): Promise<number> {
  for (let tried = 0; tried < TRIES; tried++) {
    const taken = await tryPort(server, port === 0 ? 0 : port + tried, host);
    if (taken !== null) return taken;
    if (port + tried >= 65_535) break;
  }
  throw new UsageError(
    'port-taken',
    `Ports ${port} to ${port + TRIES - 1} of ${host} are all taken; name another one.`,
  );
}

function tryPort(server: Server, port: number, host: string): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const onError = (error: NodeJS.ErrnoException): void => {
      if (error.code === 'EADDRINUSE') resolve(null);
      else if (error.code === 'EACCES')
        reject(new UsageError('port-refused', `Port ${port} needs more rights; name one above 1024.`));
      else if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND')
        reject(new UsageError('host-unknown', `${host} is no address of this machine.`));
      else reject(error);
    };
    server.once('error', onError);
    server.listen(port, host, () => {
      server.off('error', onError);
      const address = server.address();
      resolve(address && typeof address === 'object' ? address.port : port);
    });
  });
}
