import type Store from 'electron-store';

import type { Stored } from './stored.ts';

export type Migrations = NonNullable<NonNullable<ConstructorParameters<typeof Store<Stored>>[0]>['migrations']>;

/** Steps from older files to today's, by the version that brought them. The first version has none to come from. */
export const MIGRATIONS: Migrations = {};
