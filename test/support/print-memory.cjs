/**
 * `node --require` of this file prints at the end of a process how much memory it had at most, in
 * KiB.
 */
process.once('exit', () => process.stderr.write(`maxRSS ${process.resourceUsage().maxRSS}\n`));
