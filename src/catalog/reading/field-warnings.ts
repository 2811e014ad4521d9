import type { Binder } from '../binding/binder';
import { customFieldKind } from '../record-type';
import { identifierKind } from '../kinds/identifier';
import { referenceKind } from '../kinds/reference';
import { textKind } from '../kinds/text';
import { shownJson } from '../../formats/shown-text';
import type { Draft } from './draft';
import type { Warnings } from './warnings';

/** How a spreadsheet writes a code of digits: 1.23E+11, and 660.0 in a column with empty cells. */
const EXPONENT = /^\d(?:\.\d+)?E\+\d{1,3}$/;
const WITH_FRACTION = /^\d+\.0$/;
const DIGIT_0 = 48;
const DIGIT_9 = 57;

/** Warns of ignored columns whose names are close to that of a field. */
export function warnOfIgnored(binder: Binder, columns: readonly string[], warnings: Warnings): void {
  for (const column of columns) {
    const field = binder.isUnknown(column) ? binder.suggest(column) : null;
    if (field === null) continue;
    const send = shownJson({ [column]: field });
    const ignore = shownJson({ [column]: null });
    const message = `The column feeds no field. Did you mean ${field}? Send mapping=${send}, or mapping=${ignore} to ignore it.`;
    warnings.add('ignored_column', column, message);
  }
}

/** Looks for identifiers that a spreadsheet has changed. */
export class FieldWarnings {
  private readonly names: readonly string[];
  /** Custom fields that are texts in some type. */
  private readonly texts: ReadonlySet<string>;

  constructor(
    private readonly warnings: Warnings,
    { resource, types }: Binder,
  ) {
    this.names = [...resource.fields].flatMap(([name, { kind }]) =>
      kind === identifierKind || kind === referenceKind ? [name] : [],
    );
    const fields = types.flatMap((type) => type.fields);
    this.texts = new Set(
      fields.flatMap((field) => (customFieldKind(field).kind === textKind ? [field.key] : [])),
    );
  }

  /** Before references are resolved: they are the texts of the file. */
  look(drafts: readonly Draft[]): void {
    for (const name of this.names) {
      let last = { text: '', isDamaged: false }; // files are mostly sorted
      for (const draft of drafts) {
        const text = draft.core.get(name);
        if (typeof text !== 'string') continue;
        if (text !== last.text) last = { text, isDamaged: isDamaged(text) };
        if (last.isDamaged) this.warn(draft, draft.labels.get(name) ?? name, text);
      }
    }
    if (this.texts.size === 0) return;
    for (const draft of drafts) {
      for (const { key, label, value } of draft.customCells) {
        if (typeof value !== 'string' || !beginsWithDigit(value) || !value.includes('E+')) continue;
        if (EXPONENT.test(value) && this.texts.has(key)) this.warn(draft, label, value);
      }
    }
  }

  private warn({ row, fileRow }: Draft, column: string, text: string): void {
    const message = `"${text}" looks like a code that a spreadsheet turned into a number. Export the column as text from its source.`;
    this.warnings.add('spreadsheet_number', column, message, fileRow ?? row);
  }
}

const isDamaged = (text: string): boolean =>
  beginsWithDigit(text) && (EXPONENT.test(text) || WITH_FRACTION.test(text));

function beginsWithDigit(text: string): boolean {
  const code = text.charCodeAt(0);
  return code >= DIGIT_0 && code <= DIGIT_9;
}
