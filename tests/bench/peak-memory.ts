import { readFileSync } from 'node:fs';

/**
 * The most a process held at any time, in megabytes: this one, or one of its own by its number, of which 0 is told once
 * it has ended. Linux counts a new process's `maxRSS` from what its parent held when it was begun; its own peak is the
 * high-water mark of its memory (proc(5), VmHWM).
 */
export function peakMegabytes(read = readFileSync, which = 'self'): number {
  const own =
    process.platform === 'linux'
      ? /^VmHWM:\s+(\d+) kB/m.exec(read(`/proc/${which}/status`, 'utf8'))?.[1]
      : undefined;
  return Number(own ?? (which === 'self' ? process.resourceUsage().maxRSS : 0)) / 1024;
}
