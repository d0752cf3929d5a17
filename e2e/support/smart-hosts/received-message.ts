/** A message that a fake smart host took. `secure`: it came over TLS. */
export type ReceivedMessage = Readonly<{
  from: string;
  to: readonly string[];
  secure: boolean;
  text: string;
}>;
