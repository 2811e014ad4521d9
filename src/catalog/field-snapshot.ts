/** The custom fields once more in answers, under the name by which clients of the platform know them. */
export const FIELD_SNAPSHOT = 'extra_fields_snapshot';
