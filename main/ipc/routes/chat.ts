import type { MeetingClient } from '#client/contract.ts';

import type { ChatKeeper } from '../../chat/chatKeeper.ts';
import { browsable } from '../../chat/links.ts';
import type { BrowserPort, SavingPort } from '../../ports.ts';
import { done, refused } from '../../results.ts';
import type { RoutesOf } from '../routes.ts';

/** What is said in the meeting, and what may be done with it. */
export function chatRoutes(parts: {
  readonly keeper: ChatKeeper;
  readonly client: Pick<MeetingClient, 'chat'>;
  readonly saving: SavingPort;
  readonly browser: BrowserPort;
}): RoutesOf<'chat'> {
  const { keeper, client, saving, browser } = parts;
  return {
    'chat:all': () => ({ ok: true, value: keeper.all }),
    'chat:say': ({ text, mentions, file }) => keeper.say(text, mentions, file),
    'chat:retry': ({ message }) => {
      keeper.retry(message);
      return done;
    },
    'chat:discard': ({ message }) => {
      keeper.discard(message);
      return done;
    },
    'chat:typing': ({ writes }) => {
      client.chat.typing(writes);
      return done;
    },
    'chat:seen': () => {
      keeper.seen();
      return done;
    },
    'chat:save': async ({ name, text }) => {
      const path = await saving.choose(name);
      if (path === null) return done;
      return (await saving.write(path, text)) ? { ok: true, value: { path } } : refused('not-written');
    },
    'chat:open-link': async ({ url }) => {
      const address = browsable(url);
      if (address === null) return refused('bad-request', 'no address for a browser');
      return (await browser.open(address)) ? done : refused('not-opened');
    },
  };
}
