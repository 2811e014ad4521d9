/** Why a backup or a restore cannot be done, in a sentence for whoever runs the server. */
export class BackupError extends Error {}
