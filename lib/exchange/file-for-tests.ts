// What reading a tenant's file brings, in a few words: the objects of a set-up, with what the test is about.
import type { Connector } from '../mailflow/connector';
import type { KeptConnector, MailSetup } from '../mailflow/mail-setup';
import { type ExchangeFile, FILE_LISTS, type ReadObject } from './exchange-file';

type Rest = Readonly<{ guid?: string; unsaid?: readonly string[] }>;

/** An object that was read; its line does not matter. */
export const readObject = <T>(name: string, value: T, rest: Rest = {}): ReadObject<T> => ({
  ok: true,
  line: 1,
  name,
  value,
  notes: [],
  ...rest,
});

export const unreadable = (name: string, guid?: string): ReadObject<never> => ({
  ok: false,
  line: 1,
  name,
  notes: [{ code: 'noDelivery', severity: 'error' }],
  ...(guid !== undefined && { guid }),
});

/** The file of a tenant that has this set-up: names in the place of ids. */
export function fileOf(setup: MailSetup, given: Partial<ExchangeFile> = {}): ExchangeFile {
  const names = new Map(setup.connectors.map(({ id, connector }) => [id, connector.name]));
  return {
    connectors: setup.connectors.map(({ connector }) => readConnectorObject(connector)),
    acceptedDomains: setup.acceptedDomains.map((value) => readObject(value.domain, value, guidOf(value))),
    transportRules: setup.transportRules.map(({ rule }) => {
      const { connector } = rule;
      const name = connector.by === 'name' ? connector.name : (names.get(connector.id) ?? connector.id);
      return readObject(rule.name, { ...rule, connector: { by: 'name', name } }, guidOf(rule));
    }),
    covers: FILE_LISTS,
    leftAside: { rulesWithoutConnector: 0, repeated: 0, otherObjects: 0 },
    ...given,
  };
}

export const readConnectorObject = (connector: Connector): ReadObject<Connector> =>
  readObject(connector.name, connector, guidOf(connector));

const guidOf = ({ exchange }: Pick<Connector, 'exchange'>) => (exchange?.guid ? { guid: exchange.guid } : {});

/** `kept` with another connector's settings under the same id. */
export const changed = (kept: KeptConnector, given: Partial<Connector>): KeptConnector => ({
  ...kept,
  connector: { ...kept.connector, ...given } as Connector,
});
