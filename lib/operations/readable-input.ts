// What no operation takes, whatever it is about. Asked once at each door, before anything is read of the input.
import { isStorable } from '../data/json';
import { isTooDeep } from '../mailflow/json-depth';

/** False for input that is nested without end, and for text with NUL or half a character, which no database takes. */
export const isReadable = (input: unknown): boolean => !isTooDeep(input) && isStorable({ input });
