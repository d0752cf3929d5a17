/** Why a backup was not made or not restored; the message says what to do, and nothing was changed. */
export class BackupError extends Error {}
