// Where each way of the guide leads in this console.
import type { GuideWay } from '../mailflow/guide/step-state';
import { NO_QUESTION, routeQuestionQuery } from './route-trace-query';

const PLACES = {
  acceptedDomains: '/accepted-domains',
  connectors: '/connectors',
  newOutbound: '/connectors/new',
  newInbound: '/connectors/new',
  rules: '/rules',
  firewall: '/guide/firewall',
  server: '/guide/server',
  finalTest: '/guide/final-test',
} as const;

export function hrefOf(way: GuideWay): string {
  switch (way.to) {
    case 'mx':
      return `/guide/mx?${new URLSearchParams({ domain: way.domain })}`;
    case 'trace':
      return `/trace${routeQuestionQuery({ ...NO_QUESTION, recipients: [`postmaster@${way.domain}`] })}`;
    case 'connector':
      return `/connectors?connector=${encodeURIComponent(way.id)}`;
    case 'validation':
      return `/validation/${encodeURIComponent(way.runId)}`;
    default:
      return PLACES[way.to];
  }
}
