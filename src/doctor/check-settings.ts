import type { Settings } from '../config/settings';
import { isUnnamed, UNNAMED_SERVER } from '../config/wildcard-host';
import { fault, type Finding, ok, warning } from './finding';

const NAME = 'settings';

/** Settings that are well-formed one by one and contradict each other. */
export function checkSettings(settings: Settings): Finding[] {
  const { leaseMs, leaseRenewMs } = settings;
  const findings: Finding[] = [];
  if (leaseRenewMs * 2 > leaseMs) {
    const says = `LEASE_RENEW_MS is ${leaseRenewMs} and LEASE_MS ${leaseMs}: one late renewal loses a running job.`;
    findings.push(fault(NAME, says, 'Set LEASE_RENEW_MS to a third of LEASE_MS.'));
  }
  if (isUnnamed(settings))
    findings.push(
      warning(NAME, `HOST is ${settings.host} and there is ${UNNAMED_SERVER.says}`, UNNAMED_SERVER.fix),
    );
  return findings.length > 0 ? findings : [ok(NAME, 'well-formed')];
}
