import { cameraKey } from '../../stage/items.ts';
import { pinning } from '../../stage/pinning.tsx';
import type { PersonActions } from '../personActions.ts';

/** Having somebody else large on my stage, as their tile offers it. */
export const pin: PersonActions = ({ t, person, isMe, stage }) => (isMe ? [] : pinning(t, stage, cameraKey(person.id)));
