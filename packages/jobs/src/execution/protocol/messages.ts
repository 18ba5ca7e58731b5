import type { ChoiceDescription, FieldDescription } from '@cmdlet/core';
import type { WorkSource } from '../executor.js';
import type { Traces } from '../work/traces.js';

/** What the host tells the place where the work runs. Values of the user are packed. */
export type ToWork =
  | {
      readonly type: 'start';
      readonly source: Exclude<WorkSource, { kind: 'live' }>;
      readonly initialization: Exclude<WorkSource, { kind: 'live' }> | undefined;
      /** What both may leave behind. */
      readonly traces: Traces;
      readonly args: unknown;
      readonly using: unknown;
      /** Parameters of a cmdlet. */
      readonly parameters: unknown;
      readonly hasInput: boolean;
      readonly workingDirectory: string | undefined;
      readonly environment: Readonly<Record<string, string>> | undefined;
      readonly largestRecord: number;
    }
  | { readonly type: 'inputEnd'; readonly error: unknown }
  /** Records that were read, and so may be followed by as many. */
  | { readonly type: 'read'; readonly records: number; readonly bytes: number }
  | { readonly type: 'stop' }
  | { readonly type: 'answer'; readonly question: number; readonly value: unknown }
  | { readonly type: 'refusal'; readonly question: number; readonly error: unknown }
  | { readonly type: 'inspect' }
  | { readonly type: 'ping' };

/** What begins a piece of work. */
export type Start = Extract<ToWork, { type: 'start' }>;

/** A question to a host. */
export type QuestionFacts =
  | {
      readonly kind: 'choice';
      readonly caption: string;
      readonly message: string;
      readonly choices: readonly ChoiceDescription[];
      readonly defaultChoice: number;
    }
  | {
      readonly kind: 'prompt';
      readonly caption: string;
      readonly message: string;
      readonly fields: readonly FieldDescription[];
    };

/** What the work tells the host. Values of the user are packed. */
export type FromWork =
  | { readonly type: 'read'; readonly records: number; readonly bytes: number }
  | { readonly type: 'question'; readonly question: number; readonly facts: QuestionFacts }
  /** Nobody waits for the answer any more. */
  | { readonly type: 'withdraw'; readonly question: number }
  | WorkEnd
  | { readonly type: 'inspector'; readonly url: string | undefined; readonly error: string | undefined }
  /** A program that the work has started in a process group of its own, by the id of its leader, runs or has ended. */
  | { readonly type: 'native'; readonly processId: number; readonly runs: boolean }
  /** Number by which the system knows the thread of the work: its children are programs that the work waits for. */
  | { readonly type: 'task'; readonly task: number }
  /** The place can be given work, or has heard a ping. */
  | { readonly type: 'pong' };

/** How work ended. The place can be given other work at once where it is reusable; else it ends. */
export type WorkEnd =
  | { readonly type: 'completed'; readonly exitCode: number | undefined; readonly reusable: boolean }
  | { readonly type: 'failed'; readonly error: unknown; readonly reusable: boolean };

/** Records that may be under way without having been read. */
export const WINDOW = 4096;
/** Records of the input that may be under way: it is to be read as fast as the work reads it, but not one by one. */
export const INPUT_WINDOW = 2048;
/** About so many bytes of records may be under way. */
export const WINDOW_BYTES = 4 * 1024 * 1024;
/** What was read is told when it is so many records, or about so many bytes: well below what may be under way. */
export const TOLD_RECORDS = 256;
export const TOLD_BYTES = 256 * 1024;
/** A frame is sent when it has so many records, or about so many bytes. */
export const FRAME_RECORDS = 512;
export const FRAME_BYTES = 64 * 1024;
