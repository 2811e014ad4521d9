/** A record that a reference without a record may mean. */
export interface NearRecord {
  readonly name: string;
  /** The record has the name, but another value than the reference wants: `composite`. Null: its name is similar. */
  readonly kind: string | null;
  /** The custom field that has the text; null when the name has. */
  readonly field: string | null;
}
