import path from 'node:path';
import { SqlSnapshots, type SnapshotStatement } from '../../../test/support/sql-snapshots';
import { RESOURCES } from '../../resources/resources.module';
import type { Match } from '../binding/match';
import { ResourceRegistry } from '../registry';
import type { ResourceDescription } from '../resource';
import {
  classifySql,
  firstDependentRenameSql,
  onAllNewRows,
  onValidNewRows,
  type ClassifyStrategy,
} from './classify-sql';
import { ONE_ROW, createRecordsSql, updateRecordsSql } from './apply-sql';
import { createStageSql, findByCustomSql } from './stage-sql';
import {
  KEEP_FIRST_OF_DUPLICATES_SQL,
  KEEP_ROW_SQL,
  rejectDuplicatesSql,
  RESUME_DUPLICATES_SQL,
  SKIP_DUPLICATES_SQL,
  VALID_ROW_SQL,
  createDuplicatesSql,
  removeDuplicatesSql,
} from './duplicate-sql';
import { GivenFields } from './given-fields';
import { fillKeyRangesSql, hasKeyRanges, keyRangeStatisticsSql } from './key-range-sql';
import {
  CREATED_PARENTS_SQL,
  createNewParentsSql,
  createParentsSql,
  lockParentsSql,
  namedParentsSql,
  parentTakenSql,
} from './parent-key-sql';
import { otherPeriodSql } from './period-sql';
import { ruleStatements } from './rules';
import { CLEARS_CUSTOM, givenBit, layOutStage, type StageLayout } from './stage-layout';

const WORKSPACE = '00000000-0000-0000-0000-000000000001';
const registry = new ResourceRegistry(RESOURCES);
const snapshots = new SqlSnapshots(path.join(__dirname, 'sql-snapshots'));

/** Each way in which a file may say which record a row means. */
function layoutsOf(resource: ResourceDescription): [string, StageLayout][] {
  const matches: [string, Match][] = [
    ['matched by the natural key', { by: 'natural' }],
    ['matched by id', { by: 'id' }],
  ];
  if (resource.customFields && resource.naturalKey.length === 1)
    matches.push(['matched by a custom field', { by: 'custom', key: 'code' }]);
  return matches.map(([title, match]) => [title, layOutStage(resource, match)]);
}

/** A file whose rows give all fields, and one whose rows give different ones and clear custom fields. */
function givenOf(layout: StageLayout): [string, GivenFields][] {
  const bits = (fields: readonly string[]): number =>
    fields.reduce((sum, field) => sum | givenBit(layout, field), 0);
  const all = bits(layout.fields);
  const key = bits(layout.fields.filter((field) => layout.key.includes(field)));
  const file = (inAll: number, inAny: number): GivenFields => new GivenFields(layout).and({ inAll, inAny });
  return [
    ['every row gives every field', file(all, all)],
    ['rows give different fields', file(key, all | CLEARS_CUSTOM)],
  ];
}

const numbered = (title: string, texts: readonly string[]): SnapshotStatement[] =>
  texts.map((text, index) => ({ title: `${title}, ${index + 1} of ${texts.length}`, text }));

function stage(title: string, layout: StageLayout): SnapshotStatement[] {
  const { parentKey } = layout.resource;
  const { match } = layout;
  return [
    ...numbered(title, createStageSql(layout)),
    ...(parentKey ? [{ title: `${title}: parents to create`, text: createNewParentsSql(parentKey) }] : []),
    ...(match.by === 'custom'
      ? numbered(`${title}: find records`, findByCustomSql(layout.resource, match.key))
      : []),
  ];
}

function keyRanges(title: string, layout: StageLayout): SnapshotStatement[] {
  if (!hasKeyRanges(layout)) return [];
  return [
    { title: `${title}: fill`, text: fillKeyRangesSql(layout) },
    { title: `${title}: statistics`, text: keyRangeStatisticsSql(layout) },
  ];
}

function classify(title: string, layout: StageLayout): SnapshotStatement[] {
  const strategies: ClassifyStrategy[] = hasKeyRanges(layout)
    ? ['all', 'changes', 'changes_in_key_ranges']
    : ['all'];
  const keeping = { ...layout, keepsArchived: true };
  const keeps = givenOf(layout)
    .slice(0, 1)
    .flatMap(([file, given]) => [
      { title: `${title}, ${file}: archived records stay so`, text: classifySql(keeping, given, 'all') },
      {
        title: `${title}, ${file}: update, archived records stay so`,
        text: updateRecordsSql(keeping, given),
      },
    ]);
  const statements = givenOf(layout).flatMap(([file, given]) =>
    strategies.map((strategy) => ({
      title: `${title}, ${file}: strategy ${strategy}`,
      text: classifySql(layout, given, strategy),
    })),
  );
  return [...statements, ...keeps];
}

function rules(title: string, layout: StageLayout): SnapshotStatement[] {
  const { parentKey } = layout.resource;
  const locks = parentKey
    ? [
        { title: `${title}: lock the parents`, text: lockParentsSql(layout, parentKey) },
        { title: `${title}: a parent was created under another key`, text: parentTakenSql(parentKey) },
      ]
    : [];
  const renames = layout.renames
    ? [{ title: `${title}: first dependent rename`, text: firstDependentRenameSql(layout) }]
    : [];
  const statements = givenOf(layout).flatMap(([file, given]) => {
    const context = { layout, given, registry, workspaceId: WORKSPACE, labelOf: (field: string) => field };
    return ruleStatements(context).map((rule, index) => ({
      title: `${title}, ${file}: rule ${index + 1}${rule.needsRecord === true ? ', of found records' : ''}`,
      text: rule.text,
      params: rule.params,
    }));
  });
  return [...locks, ...renames, ...statements];
}

function duplicates(title: string, layout: StageLayout): SnapshotStatement[] {
  return [
    ...numbered(title, createDuplicatesSql(layout)),
    { title: `${title}: identical rows`, text: removeDuplicatesSql(layout, 'identical') },
    { title: `${title}: all but the last rows`, text: removeDuplicatesSql(layout, 'last') },
  ];
}

function apply(title: string, layout: StageLayout): SnapshotStatement[] {
  const { period, parentKey } = layout.resource;
  const created = parentKey?.resource === null ? [CREATED_PARENTS_SQL, namedParentsSql(layout)] : [];
  const parents = parentKey ? created.map((named) => createParentsSql(parentKey, named)) : [];
  return [
    ...numbered(`${title}: create parents`, parents),
    ...givenOf(layout).flatMap(([file, given]) => {
      const create = { text: createRecordsSql(layout, given), params: [WORKSPACE] };
      const allNew = hasKeyRanges(layout)
        ? [
            { title: `${title}, ${file}: create, all rows are new`, ...onAllNewRows(create, 0, 1_000) },
            {
              title: `${title}, ${file}: create, all rows without an error are new`,
              ...onValidNewRows(create, 0, 1_000),
            },
          ]
        : [];
      const oneByOne = period
        ? [
            { title: `${title}, ${file}: create one row`, text: createRecordsSql(layout, given, ONE_ROW) },
            { title: `${title}, ${file}: update one row`, text: updateRecordsSql(layout, given, ONE_ROW) },
          ]
        : [];
      return [
        { title: `${title}, ${file}: create`, text: create.text },
        ...allNew,
        { title: `${title}, ${file}: update`, text: updateRecordsSql(layout, given) },
        ...oneByOne,
      ];
    }),
    ...(period
      ? [{ title: `${title}: the period that a row overlaps`, text: otherPeriodSql(layout, period) }]
      : []),
  ];
}

describe('The SQL of an import', () => {
  const importable = RESOURCES.filter((resource) => resource.importable === true);

  describe.each(importable.map((resource) => [resource.name, resource] as const))(
    'of %s',
    (name, resource) => {
      it.each([
        ['stage', stage],
        ['key-ranges', keyRanges],
        ['classify', classify],
        ['rules', rules],
        ['duplicates', duplicates],
        ['apply', apply],
      ] as const)('is what the snapshot %s shows', (what, statementsOf) => {
        const statements = layoutsOf(resource).flatMap(([title, layout]) => statementsOf(title, layout));
        if (statements.length > 0) snapshots.matches(`${name}.${what}`, statements);
      });
    },
  );

  it('of duplicate rows is what the snapshot shows, the same for all resources', () => {
    const plain = layOutStage(registry.get('instruments'), { by: 'natural' });
    snapshots.matches('duplicates', [
      { title: 'after a take-over: the first valid rows', text: RESUME_DUPLICATES_SQL },
      { title: 'the first valid rows of a range', text: KEEP_FIRST_OF_DUPLICATES_SQL },
      { title: 'skip the others', text: SKIP_DUPLICATES_SQL },
      { title: 'the valid row in place of a period', text: VALID_ROW_SQL },
      { title: 'a period that is valid', text: KEEP_ROW_SQL },
      { title: 'reject the others', text: rejectDuplicatesSql(plain) },
      {
        title: 'reject the others of an unpivoted file',
        text: rejectDuplicatesSql({ ...plain, unpivoted: ['instrument_id', 'value'] }),
      },
    ]);
  });

  it('has a snapshot for nothing else', () => snapshots.hasNoOthers());
});
