// The package has no types of its own.
declare module 'spdx-satisfies' {
  /** Does what the SPDX expression `licence` offers fit into `allowed`, all of it where it says AND? Throws where it is none. */
  export default function satisfies(licence: string, allowed: readonly string[]): boolean;
}
