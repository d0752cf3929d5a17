// Connectors that Microsoft's Hybrid Configuration Wizard made, as far as their names tell.

const NAME = /^(?:Inbound from|Outbound to) ([0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12})$/i;

/**
 * True for the names that the Hybrid Configuration Wizard gives (`Outbound to <guid>`). It finds its connectors by that
 * name, and sets them back when it runs again. The surer mark, ConnectorSource, comes only with an import.
 */
export const isHybridWizardName = (name: string): boolean => NAME.test(name.trim());

/** What both halves of the wizard's pair have in their names, in lower case; undefined for other names. */
export const hybridWizardId = (name: string): string | undefined =>
  NAME.exec(name.trim())?.[1]?.toLowerCase();
