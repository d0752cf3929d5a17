// A hash for the eye: enough to tell one from another. The whole one is for copying.

export const shortHash = (hash: string): string => `${hash.slice(0, 8)}…${hash.slice(-8)}`;
