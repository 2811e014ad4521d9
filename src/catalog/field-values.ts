/** Name of the object of custom fields in bodies and answers. */
export const FIELD_VALUES = 'field_values';

/** The same object again in answers, under the name by which clients of the platform know it. */
export const FIELD_SNAPSHOT = 'extra_fields_snapshot';
