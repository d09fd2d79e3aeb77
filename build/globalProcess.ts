/**
 * Stands for `node:process` in main: taken as a module, every property of it is read at the start, among them some that
 * open standard input and parse all of Node's options.
 */
export default process;
