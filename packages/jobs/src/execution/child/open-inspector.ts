import type { FromWork } from '../protocol/messages.js';

/** Opens the inspector of this process or thread, on a port that is free, and tells where. */
export function openInspector(): FromWork {
  try {
    const inspector = process.getBuiltinModule('node:inspector');
    if (inspector.url() === undefined) inspector.open(0, '127.0.0.1');
    return { type: 'inspector', url: inspector.url(), error: undefined };
  } catch (error) {
    return { type: 'inspector', url: undefined, error: String(error) };
  }
}
