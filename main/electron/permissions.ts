import { desktopCapturer, type Session, type WebContents } from 'electron';

import type { PermissionFacts } from '../capture/permissions.ts';

/** Answers from the capture policy; asked anew each time. */
export interface PermissionRules {
  mayRequest(facts: PermissionFacts): boolean;
  mayCheck(facts: PermissionFacts): boolean;
  mayShareScreen(): boolean;
}

/** Every permission of every page goes through these handlers, and none is granted by default. */
export function guardPermissions(
  session: Session,
  isOurWindow: (contents: WebContents) => boolean,
  rules: PermissionRules,
): void {
  session.setPermissionRequestHandler((contents, permission, respond, details) => {
    const { mediaTypes } = details as { readonly mediaTypes?: readonly string[] };
    respond(
      rules.mayRequest({
        permission,
        from: details.requestingUrl,
        isMainFrame: details.isMainFrame,
        isOurWindow: isOurWindow(contents),
        mediaTypes: mediaTypes ?? [],
      }),
    );
  });
  session.setPermissionCheckHandler((contents, permission, origin, details) => {
    return rules.mayCheck({
      permission,
      from: origin,
      isMainFrame: details.isMainFrame,
      isOurWindow: contents !== null && isOurWindow(contents),
      mediaTypes: details.mediaType === undefined ? [] : [details.mediaType],
    });
  });
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, respond) => {
    void chooseScreen(rules).then((source) => {
      respond(source === null ? null : { video: source });
      return null;
    });
  });
}

async function chooseScreen(rules: PermissionRules): Promise<{ readonly id: string; readonly name: string } | null> {
  if (!rules.mayShareScreen()) return null;
  try {
    const [screen] = await desktopCapturer.getSources({ types: ['screen'], thumbnailSize: { width: 0, height: 0 } });
    // Asked again: it may have been switched off meanwhile.
    return screen === undefined || !rules.mayShareScreen() ? null : { id: screen.id, name: screen.name };
  } catch {
    return null;
  }
}
