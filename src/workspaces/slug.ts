/** A slug: what a URL may say instead of the UUID, and never of the form of one. */
export const SLUG =
  /^(?![0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$)[a-z0-9][a-z0-9-]{0,62}$/;
export const SLUG_MESSAGE =
  'a slug has 1 to 63 lower-case letters, digits and dashes, begins with a letter or digit and is no UUID';
