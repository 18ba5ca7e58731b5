import { fileURLToPath } from 'node:url';

/** Path of the file that called a function, which is still running; undefined where the stack does not tell. */
export function callerFile(callee: (...parameters: never[]) => unknown): string | undefined {
  const { stackTraceLimit } = Error;
  const prepare: unknown = Reflect.get(Error, 'prepareStackTrace');
  try {
    Error.stackTraceLimit = 1;
    Error.prepareStackTrace = (_error, sites) => sites;
    const holder: { stack?: unknown } = {};
    Error.captureStackTrace(holder, callee);
    const [site] = holder.stack as NodeJS.CallSite[];
    const file = site?.getFileName() ?? undefined;
    return file?.startsWith('file:') === true ? fileURLToPath(file) : file;
  } finally {
    Reflect.set(Error, 'prepareStackTrace', prepare);
    Error.stackTraceLimit = stackTraceLimit;
  }
}
