import { readFileSync } from 'node:fs';

/**
 * The most this process held at any time, in megabytes. Linux counts a new process's `maxRSS` from what its parent held
 * when it was begun; its own peak is the high-water mark of its memory (proc(5), VmHWM).
 */
export function peakMegabytes(read = readFileSync): number {
  const own =
    process.platform === 'linux'
      ? /^VmHWM:\s+(\d+) kB/m.exec(read('/proc/self/status', 'utf8'))?.[1]
      : undefined;
  return Number(own ?? process.resourceUsage().maxRSS) / 1024;
}
