import fs from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';

/*
 * Loaded with --import before the program: makes the n-th call to the file system that concerns an output folder fail,
 * or ends the process there. FAULT_UNDER is a part of the paths concerned, FAULT_AT is n counted from 1, FAULT_CODE the
 * error (`ENOSPC`, `EIO`) or `KILL`. A program under test may set them itself: `globalThis.fault`.
 */

const under = process.env.FAULT_UNDER ?? '';
const fault = { at: Number(process.env.FAULT_AT ?? 0), code: process.env.FAULT_CODE ?? 'EIO', calls: 0 };
globalThis.fault = fault;

async function faulty(name, path, call) {
  fault.calls += 1;
  if (fault.calls !== fault.at) return await call();
  const { code } = fault;
  if (code === 'KILL') {
    process.kill(process.pid, 'SIGKILL');
    await new Promise(() => undefined);
  }
  throw Object.assign(new Error(`${code}: injected, ${name} '${path}'`), { code, syscall: name, path });
}

for (const name of ['mkdir', 'readdir', 'rename', 'rm', 'stat', 'open']) {
  const original = fs[name];
  fs[name] = async (path, ...rest) => {
    if (!String(path).includes(under)) return await original(path, ...rest);
    const result = await faulty(name, path, () => original(path, ...rest));
    if (name !== 'open') return result;
    for (const method of ['writeFile', 'sync']) {
      const own = result[method].bind(result);
      result[method] = (...args) => faulty(method, path, () => own(...args));
    }
    return result;
  };
}
syncBuiltinESMExports();
