import { readFileSync } from 'node:fs';

// What the kernel counts processor time in, wherever Node runs on Linux.
const TICKS_PER_S = 100;

/** The processor time that a process has used, all threads together, in ms. Linux only; NaN elsewhere. */
export function processorMs(pid: number): number {
  const fields = readProc(`/proc/${pid}/stat`)
    .replace(/^.*\) /, '')
    .split(' ');
  return ((Number(fields[11]) + Number(fields[12])) * 1000) / TICKS_PER_S;
}

/** The memory of a process that is in RAM, in MB. Linux only; NaN elsewhere. */
export function residentMb(pid: number): number {
  return Number(/VmRSS:\s+(\d+)/.exec(readProc(`/proc/${pid}/status`))?.[1]) / 1024;
}

function readProc(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
