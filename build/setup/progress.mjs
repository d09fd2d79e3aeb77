/**
 * Told, in words for people, what set-up is doing.
 * @typedef {(text: string) => void} Progress
 */

/** Something that set-up can't mend itself: the message says what to do, so no stack is shown. */
export class SetupProblem extends Error {}

/**
 * Prints each line with the seconds since the start.
 * @param {{ write(text: string): unknown }} [out]
 * @returns {Progress}
 */
export function progressTo(out = process.stdout) {
  const start = performance.now();
  return (text) => {
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    out.write(`${seconds.padStart(6)} s  ${text}\n`);
  };
}

/**
 * Runs an entry point: a SetupProblem is told in its own words, anything else with its stack.
 * @param {() => Promise<number>} main Answers with the exit code.
 */
export async function runEntry(main) {
  try {
    process.exitCode = await main();
  } catch (error) {
    const words = error instanceof SetupProblem ? error.message : error instanceof Error ? error.stack : String(error);
    process.stderr.write(`\n${words}\n`);
    process.exitCode = 1;
  }
}
