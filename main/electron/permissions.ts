import type { DisplayMediaRequestHandlerHandlerRequest, Session, Streams, WebContents } from 'electron';

import type { PermissionFacts } from '../capture/permissions.ts';
import { isOurPage } from '../ipc/sender.ts';
import type { ChosenScreen } from '../share/screens.ts';

/** Answers from the capture policy; asked anew each time. */
export interface PermissionRules {
  mayRequest(facts: PermissionFacts): boolean;
  mayCheck(facts: PermissionFacts): boolean;
  /** What may be recorded now. */
  chosenScreen(): ChosenScreen | null;
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
  session.setDisplayMediaRequestHandler((request, respond) => respond(streamsFor(request, rules)));
}

/** Null denies: nothing else would on every supported version. */
function streamsFor(request: DisplayMediaRequestHandlerHandlerRequest, rules: PermissionRules): Streams | null {
  const { frame, audioRequested } = request;
  const chosen = frame?.parent === null && isOurPage(frame.url) ? rules.chosenScreen() : null;
  if (chosen === null) return null;
  const { id, name, sound } = chosen;
  return { video: { id, name }, ...(sound && audioRequested && { audio: 'loopback' as const }) };
}
