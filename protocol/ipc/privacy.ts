import * as v from 'valibot';

/** What there can be of me on this computer, each kind deleted by itself. */
export const KeptKind = v.picklist([
  'settings',
  'identity',
  'recent',
  'receipts',
  'way-back',
  'servers',
  'hosting',
  'logs',
]);
export type KeptKind = v.InferOutput<typeof KeptKind>;

/** What is kept of one kind right now, as it is on the disk. */
export interface Kept {
  readonly kind: KeptKind;
  /** How many there are; null where counting says nothing. */
  readonly entries: number | null;
  readonly bytes: number;
  /** Whether it can be deleted `now`; only after the meeting that I am in; or once Parley was started anew. */
  readonly deletable: 'now' | 'after-meeting' | 'after-restart';
}
