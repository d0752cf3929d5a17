// What a password may be. Length is what counts (NIST SP 800-63B 3.1.1.2): no rules about kinds of characters.

export const PASSWORD_MIN = 10;
/** Longer ones would only cost time: they are hashed whole. */
export const PASSWORD_MAX = 128;
