// Vitest's globalSetup: a clean checkout has no database clients yet.
import { generateClients } from './generate';

export default (): Promise<void> => generateClients((line) => console.log(line));
