import type { Result } from '#protocol/errors.ts';
import type { CommandRequest } from '#protocol/wire/command.ts';
import type { MeetingClient } from '#client/contract.ts';
import { isInside } from '#meeting/session/reduce.ts';

import { done } from '../../results.ts';
import type { SettingsChanges } from '../../settings/changes.ts';
import type { SnapshotStore } from '../../snapshot/snapshotStore.ts';
import type { RoutesOf } from '../routes.ts';

/** Orders to the room. Whether they are allowed is decided by the server; the client refuses what comes too early. */
export function roomRoutes(parts: {
  readonly client: MeetingClient;
  readonly store: SnapshotStore;
  readonly settings: SettingsChanges;
}): RoutesOf<'room'> {
  const { client, store, settings } = parts;
  const command = async (request: CommandRequest): Promise<Result<null>> => {
    const answer = await client.command(request);
    return answer.ok ? done : answer;
  };
  return {
    'room:leave': ({ handOverTo }) =>
      command(handOverTo === undefined ? { type: 'leave' } : { type: 'leave', handOverTo }),
    'room:end': ({ reason, lock }) => command({ type: 'end-room', reason, lock }),
    'room:schedule-end': ({ reason, lock, inMs }) => command({ type: 'schedule-end', reason, lock, inMs }),
    'room:cancel-end': () => command({ type: 'cancel-end' }),
    'room:remove': ({ participant, reason, bar }) => command({ type: 'remove', participant, reason, bar }),
    'room:mute': (request) => command({ type: 'mute', ...request }),
    'room:ask-to-unmute': (request) => command({ type: 'ask-to-unmute', ...request }),
    'room:raise-hand': (request) => command({ type: 'raise-hand', ...request }),
    'room:lower-hand': (request) => command({ type: 'lower-hand', ...request }),
    'room:react': (request) => command({ type: 'react', ...request }),
    'room:spotlight': (request) => command({ type: 'spotlight', ...request }),
    'room:unbar': ({ principal }) => command({ type: 'unbar', principal }),
    'room:change-role': async ({ participant, role, stepDown }) => {
      const answer = await command({ type: 'change-role', participant, role });
      const { session } = store.current;
      if (!answer.ok || stepDown === undefined || !isInside(session)) return answer;
      return command({ type: 'change-role', participant: session.me, role: stepDown });
    },
    'room:lock': () => command({ type: 'lock' }),
    'room:unlock': () => (store.current.session.phase === 'preview' ? client.unlock() : command({ type: 'unlock' })),
    'room:set-lobby': ({ on }) => command({ type: 'set-lobby', on }),
    'room:admit': ({ principal }) => command({ type: 'admit', principal }),
    'room:refuse-entry': (request) => command({ type: 'refuse-entry', ...request }),
    'room:send-to-lobby': (request) => command({ type: 'send-to-lobby', ...request }),
    'room:rename': async ({ name }) => {
      const answer = await command({ type: 'rename', name });
      if (answer.ok) settings.change({ displayName: name });
      return answer;
    },
  };
}
