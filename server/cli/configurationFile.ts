import { type Document, isMap, isScalar, LineCounter, parseDocument } from 'yaml';

import { ConfigurationError, type Problem } from './problem.ts';
import { textOf } from './textFile.ts';

/** One entry of the configuration file, and where it stands. */
export interface FileEntry {
  readonly key: string;
  readonly value: unknown;
  /** `parley.yaml:3 port`. */
  readonly where: string;
}

/** What a configuration file says, in its order. Throws a {@link ConfigurationError} where it can't be read at all. */
export function readConfigurationFile(file: string): readonly FileEntry[] {
  const lines = new LineCounter();
  const document = parseDocument(textOf(file, '--config'), { lineCounter: lines, prettyErrors: false });
  const mistakes = document.errors.map(({ message, pos: [start] }): Problem => ({
    where: `${file}:${lines.linePos(start).line}`,
    what: `is not YAML: ${message}.`,
  }));
  if (mistakes.length > 0) throw new ConfigurationError(mistakes);
  if (document.contents === null) return [];
  if (!isMap(document.contents)) throw ConfigurationError.of(file, 'must hold settings, as in port: 7470.');
  const values = valuesOf(document, file);
  return document.contents.items.map(({ key }) => {
    const name = isScalar(key) ? String(key.value) : String(key);
    const start = isScalar(key) ? (key.range?.[0] ?? 0) : 0;
    return { key: name, value: values[name], where: `${file}:${lines.linePos(start).line} ${name}` };
  });
}

function valuesOf(document: Document, file: string): Readonly<Record<string, unknown>> {
  try {
    return document.toJS() as Readonly<Record<string, unknown>>;
  } catch {
    // Aliases of aliases, as nobody writes who means a configuration.
    throw ConfigurationError.of(file, 'has more aliases than can be meant.');
  }
}
