/** The command was not used as it should be; the message is for the person who typed it. */
export class UsageError extends Error {}
