// `npm run sbom [-- file]`: every package in the lock file, as a CycloneDX document by npm itself, held against that format's
// schema. Those for tests and builds alone are marked (cdx:npm:package:development). Writes nothing that does not fit.
import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Spec, Validation } from '@cyclonedx/cyclonedx-library';
import { StepError } from '../step-error';
import { npm } from './npm';

/** As much of a CycloneDX document as is looked at here. */
export type Bom = Readonly<{
  specVersion: string;
  metadata: Readonly<{ component: Readonly<Record<string, unknown>> }>;
  components: readonly Readonly<{ name: string; version: string; purl: string; hashes?: unknown }>[];
}>;

/** Throws StepError where npm can't make one. */
export async function makeBom(): Promise<Bom> {
  // From the lock file: what is installed is of one system. Whole: npm's --omit leaves out what is needed for both.
  const asked = ['sbom', '--sbom-format=cyclonedx', '--sbom-type=application', '--package-lock-only'];
  const { code, stdout, stderr } = await npm(asked);
  if (code !== 0) throw new StepError(`npm made no list of the packages (npm 10 or later does): ${stderr}`);
  const bom: Bom = JSON.parse(stdout);
  const { name } = JSON.parse(await readFile(resolve(import.meta.dirname, '../../package.json'), 'utf8'));
  // npm names the whole after the folder that it lies in.
  return { ...bom, metadata: { ...bom.metadata, component: { ...bom.metadata.component, name } } };
}

/** What is wrong with `bom` by the schema of its version; undefined where nothing is. */
export async function flawsOf(bom: unknown): Promise<string | undefined> {
  const flaws = await new Validation.JsonStrictValidator(Spec.Version.v1dot5).validate(JSON.stringify(bom));
  return flaws === null ? undefined : JSON.stringify(flaws);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    const bom = await makeBom();
    const flaws = await flawsOf(bom);
    if (flaws !== undefined) throw new StepError(`What npm made is no valid CycloneDX document: ${flaws}`);
    const text = `${JSON.stringify(bom, null, 2)}\n`;
    const [file] = process.argv.slice(2);
    if (file === undefined) process.stdout.write(text);
    else await writeFile(file, text);
  } catch (error) {
    if (!(error instanceof StepError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
