/**
 * Milliseconds of this process's time that `work` took: what other programs take from the machine meanwhile does not
 * count, so that a test on a busy one says the same.
 */
export function processorTime(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
