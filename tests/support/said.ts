import { jest } from '@jest/globals';
import { main } from '../../pipeline/commands/main.ts';

/** Runs a command line as a shell would and gives its exit code and what it said. */
export async function said(...args: readonly string[]): Promise<{ code: number; out: string; err: string }> {
  const heard = { out: '', err: '' };
  const listen = (to: 'out' | 'err') => (text: unknown) => {
    heard[to] += String(text);
    return true;
  };
  jest.spyOn(process.stdout, 'write').mockImplementation(listen('out'));
  jest.spyOn(process.stderr, 'write').mockImplementation(listen('err'));
  const code = await main(args);
  jest.restoreAllMocks();
  return { code, ...heard };
}
