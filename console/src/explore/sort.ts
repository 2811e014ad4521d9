/** By which field a table is sorted. */
export interface Sort {
  field: string;
  direction: 'asc' | 'desc';
}
