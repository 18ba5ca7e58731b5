import type { Channel } from '../protocol/channel.js';
import { type Frame, messageFrame } from '../protocol/frame.js';
import type { Start } from '../protocol/messages.js';
import { type Place, WorkSide } from './work-side.js';

/**
 * Does a piece of work of which nobody gets to know, so that the engine has compiled what the first real one needs: that
 * takes longer than the work.
 */
export function rehearse(): Promise<void> {
  return new Promise((resolve) => {
    let hear: (frame: Frame) => void = () => {};
    const channel: Channel = {
      clones: true,
      pending: 0,
      send: () => undefined,
      together: (send) => send(),
      listen: (frameCame) => {
        hear = frameCame;
      },
      drained: () => Promise.resolve(),
      hold: () => undefined,
      close: () => undefined,
    };
    const place: Place = { kind: 'process', exit: () => resolve(), end: () => resolve(), again: undefined };
    new WorkSide(channel, place);
    hear(messageFrame(START));
  });
}

const START: Start = {
  type: 'start',
  source: { kind: 'function', text: '({ args }) => [{ value: args[0] }]' },
  initialization: undefined,
  traces: 'visible',
  args: [1],
  using: {},
  parameters: undefined,
  hasInput: false,
  workingDirectory: undefined,
  environment: undefined,
  largestRecord: 1000,
};
