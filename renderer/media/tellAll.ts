/** Tells every listener; one that throws is a bug that keeps no other from being told. */
export function tellAll<News>(
  listeners: ReadonlySet<(news: News) => void>,
  news: News,
  onFault: (fault: unknown) => void,
): void {
  for (const listener of listeners) {
    try {
      listener(news);
    } catch (fault) {
      onFault(fault);
    }
  }
}
