/** What the groups of operations are about, by their name without case, blanks and dashes. */
const DESCRIPTIONS: Readonly<Record<string, string>> = {
  workspaces: 'Workspaces are the tenants: nothing of one is visible in another.',
  robots: 'Robots are the principals of a workspace. Each has a role and any number of tokens.',
  imports: 'Upload a file of records; a job writes it and reports every row that is wrong.',
  exports: 'A job writes one consistent snapshot of a resource to a file for download.',
  instruments: 'What is traded or quoted, with the custom fields of its type.',
  instrumenttypes: 'Types of instruments and the custom fields that they have.',
  markets: 'Where instruments are listed, with the custom fields of their type.',
  markettypes: 'Types of markets and the custom fields that they have.',
  series: 'Types of time series: scalar, or composite with items.',
  timeseriesvalues: 'Points of scalar time series.',
  compositetimeseriesvalues: 'Points of composite time series: several items at one instant.',
  marketlistings: 'Which instrument is listed at which market.',
  marketlistingsuspensions: 'Periods in which a listing does not trade.',
  marketcalendars: 'Which days a market is open, and from when to when.',
  health: 'Whether the server runs, for people and for orchestrators.',
  metrics: 'Figures for Prometheus.',
  operator: 'What only the operator of the server does in a browser.',
};

/** The tags of the document, in order of their names, each with a sentence. */
export function describeTags(names: Iterable<string>): { name: string; description: string }[] {
  const sorted = [...new Set(names)].sort();
  return sorted.map((name) => ({
    name,
    description:
      DESCRIPTIONS[name.toLowerCase().replace(/[^a-z]/g, '')] ?? `Operations on ${name.toLowerCase()}.`,
  }));
}
