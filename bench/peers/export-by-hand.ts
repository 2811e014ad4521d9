import { CSV, type Step } from './step';

/** Writes byte for byte the file of our export of values, with a query for these tables only. */
export const exportValues = (to: string, gzip: boolean): Step[] => [
  {
    select: `
      SELECT i.identifier AS instrument_id, s.identifier AS type_id,
             to_char(v."timestamp" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "timestamp", v.value
      FROM time_series_values v
      JOIN instrument_series x ON x.id = v.series_id
      JOIN instruments i ON i.workspace_id = x.workspace_id AND i.id = x.instrument_id
      JOIN series s ON s.workspace_id = x.workspace_id AND s.id = x.type_id
      WHERE x.workspace_id = (SELECT id FROM workspaces WHERE slug = 'default')
        AND v.archived_at IS NULL AND i.archived_at IS NULL AND s.archived_at IS NULL
      ORDER BY i.identifier COLLATE "C", s.identifier COLLATE "C", v."timestamp"`,
    to,
    options: CSV,
    gzip,
  },
];
