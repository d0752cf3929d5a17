// Who sends the test message to a recipient: the most preferred of its servers that takes it, once. Servers are visited
// side by side, so one that comes early waits here, its recipient accepted, until those before it have sent or given up.
import { got } from './answer';
import type { Run } from './run';

/**
 * One visit's part in it. Every visit leaves, however it ends; and all take the recipients in the same order, or two could
 * wait for each other.
 */
export type MessageVisitor = Readonly<{
  address: string;
  /** True where this visit is to send to `recipient` now. Waits for its turn, until the run's end at the latest. */
  claim: (recipient: string) => Promise<boolean>;
  /** What was claimed went well, or not: then the next server's turn comes. */
  end: (recipient: string, isSent: boolean) => void;
  /** This visit will not send to `recipient`. */
  pass: (recipient: string) => void;
  leave: () => void;
}>;

/** How a visit waits for its turn: others may use meanwhile what it does not. */
export type Meanwhile = (address: string, wait: () => Promise<boolean>) => Promise<boolean>;

/** One server's visits before one recipient: how many may still ask, and whether one has. The first that asks may send. */
type Standing = { left: number; hasAsked: boolean };

export class MessageTurns {
  /** For each recipient whose message nobody has sent, the servers that still may, most preferred first. */
  readonly #lines: Map<string, readonly string[]>;
  readonly #run: Run;
  readonly #waiting = new Set<() => void>();

  constructor(lines: ReadonlyMap<string, readonly string[]>, run: Run) {
    this.#lines = new Map(lines);
    this.#run = run;
  }

  /** A visitor for each of the addresses at which `server` is visited. A wait goes through `meanwhile`. */
  visitors(server: string, addresses: readonly string[], meanwhile: Meanwhile): MessageVisitor[] {
    const standings = new Map<string, Standing>(
      [...this.#lines.keys()].map((recipient) => [recipient, { left: addresses.length, hasAsked: false }]),
    );
    return addresses.map((address) => ({
      address,
      ...this.#visitor(server, standings, (wait) => meanwhile(address, wait)),
    }));
  }

  /** The server's visits are over, or there are none. */
  leave(server: string): void {
    for (const recipient of [...this.#lines.keys()]) this.#drop(server, recipient);
  }

  #visitor(
    server: string,
    standings: ReadonlyMap<string, Standing>,
    meanwhile: (wait: () => Promise<boolean>) => Promise<boolean>,
  ): Omit<MessageVisitor, 'address'> {
    const passed = new Set<string>();
    const claimed = new Set<string>();
    const end = (recipient: string, isSent: boolean): void => {
      claimed.delete(recipient);
      if (isSent) this.#lines.delete(recipient);
      this.#drop(server, recipient);
    };
    const pass = (recipient: string): void => {
      const standing = standings.get(recipient);
      if (!standing || passed.has(recipient)) return;
      passed.add(recipient);
      standing.left -= 1;
      if (standing.left === 0 && !standing.hasAsked) this.#drop(server, recipient);
    };
    const claim = async (recipient: string): Promise<boolean> => {
      const standing = standings.get(recipient);
      if (!standing || standing.hasAsked) return false;
      standing.hasAsked = true;
      claimed.add(recipient);
      return this.#answer(server, recipient) ?? meanwhile(() => this.#turn(server, recipient));
    };
    const leave = (): void => {
      for (const recipient of [...claimed]) end(recipient, false);
      for (const recipient of standings.keys()) pass(recipient);
    };
    return { claim, end, pass, leave };
  }

  #answer(server: string, recipient: string): boolean | undefined {
    const line = this.#lines.get(recipient) ?? [];
    if (!line.includes(server)) return false;
    return line[0] === server ? true : undefined;
  }

  async #turn(server: string, recipient: string): Promise<boolean> {
    const answer = await this.#run.wait<boolean>(this.#run.limits.runMs, (settle) => {
      const look = (): void => {
        const known = this.#answer(server, recipient);
        if (known !== undefined) settle(got(known));
      };
      this.#waiting.add(look);
      look();
      return () => this.#waiting.delete(look);
    });
    return answer.ok && answer.value;
  }

  #drop(server: string, recipient: string): void {
    const line = this.#lines.get(recipient)?.filter((each) => each !== server);
    if (line) this.#lines.set(recipient, line);
    for (const look of [...this.#waiting]) look();
  }
}
