// All words a person reads: one file a language and namespace. Server only: pages are handed what they show.
import enAttribution from './en/attribution.json';
import enAudit from './en/audit.json';
import enChanges from './en/changes.json';
import enCloudMx from './en/cloudMx.json';
import enCommandLine from './en/commandLine.json';
import enCommon from './en/common.json';
import enConnectors from './en/connectors.json';
import enCoverage from './en/coverage.json';
import enDeleted from './en/deleted.json';
import enDomains from './en/domains.json';
import enEditing from './en/editing.json';
import enExchange from './en/exchange.json';
import enFindings from './en/findings.json';
import enFirewall from './en/firewall.json';
import enFrame from './en/frame.json';
import enGuide from './en/guide.json';
import enGuidePages from './en/guidePages.json';
import enGuideScreens from './en/guideScreens.json';
import enHeaders from './en/headers.json';
import enHistory from './en/history.json';
import enImportNotes from './en/importNotes.json';
import enLife from './en/life.json';
import enMailSetup from './en/mailSetup.json';
import enReport from './en/report.json';
import enRoutes from './en/routes.json';
import enRules from './en/rules.json';
import enRuns from './en/runs.json';
import enScripts from './en/scripts.json';
import enServers from './en/servers.json';
import enSetupFindings from './en/setupFindings.json';
import enSetupReview from './en/setupReview.json';
import enSignIn from './en/signIn.json';
import enStages from './en/stages.json';
import enTrace from './en/trace.json';
import enTraceInbound from './en/traceInbound.json';
import enTraceList from './en/traceList.json';
import enUsers from './en/users.json';
import enValidation from './en/validation.json';
import enVerdicts from './en/verdicts.json';
import enWizard from './en/wizard.json';
import itAttribution from './it/attribution.json';
import itAudit from './it/audit.json';
import itChanges from './it/changes.json';
import itCloudMx from './it/cloudMx.json';
import itCommandLine from './it/commandLine.json';
import itCommon from './it/common.json';
import itConnectors from './it/connectors.json';
import itCoverage from './it/coverage.json';
import itDeleted from './it/deleted.json';
import itDomains from './it/domains.json';
import itEditing from './it/editing.json';
import itExchange from './it/exchange.json';
import itFindings from './it/findings.json';
import itFirewall from './it/firewall.json';
import itFrame from './it/frame.json';
import itGuide from './it/guide.json';
import itGuidePages from './it/guidePages.json';
import itGuideScreens from './it/guideScreens.json';
import itHeaders from './it/headers.json';
import itHistory from './it/history.json';
import itImportNotes from './it/importNotes.json';
import itLife from './it/life.json';
import itMailSetup from './it/mailSetup.json';
import itReport from './it/report.json';
import itRoutes from './it/routes.json';
import itRules from './it/rules.json';
import itRuns from './it/runs.json';
import itScripts from './it/scripts.json';
import itServers from './it/servers.json';
import itSetupFindings from './it/setupFindings.json';
import itSetupReview from './it/setupReview.json';
import itSignIn from './it/signIn.json';
import itStages from './it/stages.json';
import itTrace from './it/trace.json';
import itTraceInbound from './it/traceInbound.json';
import itTraceList from './it/traceList.json';
import itUsers from './it/users.json';
import itValidation from './it/validation.json';
import itVerdicts from './it/verdicts.json';
import itWizard from './it/wizard.json';

export const LOCALES = ['en', 'it'] as const;
export type Locale = (typeof LOCALES)[number];

const en = {
  attribution: enAttribution,
  audit: enAudit,
  changes: enChanges,
  cloudMx: enCloudMx,
  commandLine: enCommandLine,
  common: enCommon,
  connectors: enConnectors,
  coverage: enCoverage,
  deleted: enDeleted,
  domains: enDomains,
  editing: enEditing,
  exchange: enExchange,
  findings: enFindings,
  firewall: enFirewall,
  frame: enFrame,
  guide: enGuide,
  guidePages: enGuidePages,
  guideScreens: enGuideScreens,
  headers: enHeaders,
  history: enHistory,
  importNotes: enImportNotes,
  life: enLife,
  mailSetup: enMailSetup,
  report: enReport,
  routes: enRoutes,
  rules: enRules,
  runs: enRuns,
  scripts: enScripts,
  servers: enServers,
  setupFindings: enSetupFindings,
  setupReview: enSetupReview,
  signIn: enSignIn,
  stages: enStages,
  trace: enTrace,
  traceInbound: enTraceInbound,
  traceList: enTraceList,
  users: enUsers,
  validation: enValidation,
  verdicts: enVerdicts,
  wizard: enWizard,
};

/** English is the original: its keys are the type. */
export type Messages = typeof en;
export type Namespace = keyof Messages;

const it: Messages = {
  attribution: itAttribution,
  audit: itAudit,
  changes: itChanges,
  cloudMx: itCloudMx,
  commandLine: itCommandLine,
  common: itCommon,
  connectors: itConnectors,
  coverage: itCoverage,
  deleted: itDeleted,
  domains: itDomains,
  editing: itEditing,
  exchange: itExchange,
  findings: itFindings,
  firewall: itFirewall,
  frame: itFrame,
  guide: itGuide,
  guidePages: itGuidePages,
  guideScreens: itGuideScreens,
  headers: itHeaders,
  history: itHistory,
  importNotes: itImportNotes,
  life: itLife,
  mailSetup: itMailSetup,
  report: itReport,
  routes: itRoutes,
  rules: itRules,
  runs: itRuns,
  scripts: itScripts,
  servers: itServers,
  setupFindings: itSetupFindings,
  setupReview: itSetupReview,
  signIn: itSignIn,
  stages: itStages,
  trace: itTrace,
  traceInbound: itTraceInbound,
  traceList: itTraceList,
  users: itUsers,
  validation: itValidation,
  verdicts: itVerdicts,
  wizard: itWizard,
};

export const MESSAGES: Readonly<Record<Locale, Messages>> = { en, it };
