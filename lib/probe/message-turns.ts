// Who sends the test message to a recipient: the most preferred of its servers that takes it, once. Servers are visited
// side by side, so one that comes early waits here, its recipient accepted, until those before it have sent or given up.
import { got } from './answer';
import type { Run } from './run';

export class MessageTurns {
  /** For each recipient whose message nobody has sent, the servers that still may, most preferred first. */
  readonly #lines: Map<string, readonly string[]>;
  readonly #run: Run;
  readonly #asked = new Set<string>();
  readonly #waiting = new Set<() => void>();

  constructor(lines: ReadonlyMap<string, readonly string[]>, run: Run) {
    this.#lines = new Map(lines);
    this.#run = run;
  }

  /**
   * True where `server` is to send now; it must `end` then. Of a server's addresses the first that asks is the one.
   * Waiting goes through `meanwhile`, and ends with the run at the latest.
   */
  async claim(
    server: string,
    recipient: string,
    meanwhile: (wait: () => Promise<boolean>) => Promise<boolean>,
  ): Promise<boolean> {
    const key = JSON.stringify([server, recipient]);
    if (this.#asked.has(key)) return false;
    this.#asked.add(key);
    const known = this.#answer(server, recipient);
    return known ?? meanwhile(() => this.#turn(server, recipient));
  }

  /** Where the message was not sent, the next server's turn comes. */
  end(server: string, recipient: string, isSent: boolean): void {
    if (isSent) this.#lines.delete(recipient);
    else this.#drop(server, recipient);
    this.#wakeAll();
  }

  /** The server's visit is over: it sends nothing more. */
  leave(server: string): void {
    for (const recipient of this.#lines.keys()) this.#drop(server, recipient);
    this.#wakeAll();
  }

  #answer(server: string, recipient: string): boolean | undefined {
    const line = this.#lines.get(recipient) ?? [];
    if (!line.includes(server)) return false;
    return line[0] === server ? true : undefined;
  }

  async #turn(server: string, recipient: string): Promise<boolean> {
    const { limits } = this.#run;
    const answer = await this.#run.wait<boolean>(limits.runMs, (settle) => {
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
    const line = this.#lines.get(recipient) ?? [];
    this.#lines.set(
      recipient,
      line.filter((each) => each !== server),
    );
  }

  #wakeAll(): void {
    for (const look of [...this.#waiting]) look();
  }
}
