/** Parameters of a URL that open something: a signature of a download, a token that somebody put there by mistake. */
const SECRET_PARAMETER = /([?&](?:sig|signature|token|access_token|api_key|key)=)[^&#\s"]*/gi;
const TOKEN = /ptk_live_[0-9a-z]+/gi;

/** A line of the log without what would let its reader in: tokens and signatures, wherever they stand. */
export function redact(line: string): string {
  return line.replace(TOKEN, 'ptk_live_[redacted]').replace(SECRET_PARAMETER, '$1[redacted]');
}
