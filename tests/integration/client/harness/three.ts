import { onTestFinished } from 'vitest';

import { newApiKey } from '#server/credentials/apiKeys.ts';
import type { TestServerOptions } from '#tests/fixtures/server.ts';
import { Integrator } from '#tests/integration/server/api/integrator.ts';

import { Party, type Person } from './party.ts';

/** Ana's meeting, with Ben and Cleo in it. */
export async function threeAt(party: Party) {
  const { access, people } = await party.meeting('Ana', 'Ben', 'Cleo');
  const [ana, ben, cleo] = people as [Person, Person, Person];
  return { access, ana, ben, cleo };
}

/** The same at a party of its own, whose server knows an integrator; gone when the test is over. */
export async function integratedThree(options: TestServerOptions = {}) {
  const { key, entry } = newApiKey('test');
  const party = await Party.start({ apiKeys: [entry], ...options });
  onTestFinished(() => party.end());
  return { party, integrator: new Integrator(party.server.address, key), ...(await threeAt(party)) };
}
