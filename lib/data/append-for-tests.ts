// A process of its own that writes to the audit log: node --import tsx append-for-tests.ts <location as JSON> <count>
import { appendAudit } from './audit';
import { openStore } from './store';

const [location = '{}', count = '0'] = process.argv.slice(2);
const store = await openStore(JSON.parse(location));
await Promise.all(
  Array.from({ length: Number(count) }, () =>
    store.write((tx) =>
      appendAudit(tx, { at: new Date(), actorName: 'Process', action: 'test', subjectKind: 'test' }),
    ),
  ),
);
await store.close();
