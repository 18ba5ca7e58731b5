/**
 * @packageDocumentation
 * Run one cmdlet or a pack in a unit test: virtual time, binding tables, pack lint, contract suites.
 */

// binding
export { literal } from './binding/argument-words.js';
export { type BindingRow, bindingTable } from './binding/binding-table.js';
// contracts
export { type ExecutorSubject, executorContract } from './contracts/executor-contract.js';
export { type HostSubject, hostContract } from './contracts/host-contract.js';
export { type JobSubject, jobContract } from './contracts/job-contract.js';
export { type JobSourceSubject, jobSourceContract } from './contracts/job-source-contract.js';
// examples
export { type ExampleOptions, exampleCases } from './examples/example-cases.js';
// faults
export { abortAt } from './faults/abort-at.js';
export { type Failing, type Fault, failing } from './faults/failing.js';
export { decliningHost, refusingHost, unansweringHost } from './faults/hosts.js';
export { slowConsumer } from './faults/slow-consumer.js';
// leaks
export { Leak, LeakError, type LeakKind } from './leaks/leak.js';
export { takeLeaks } from './leaks/open-sessions.js';
export type { Origin } from './leaks/origin.js';
// lint
export type { LintFinding, Severity } from './lint/finding.js';
export { formatFindings, type LintOptions, lintPack } from './lint/lint-pack.js';
// marbles
export { expectRecords, type RecordComparison } from './marbles/expect-records.js';
export { type MarbleOptions, type Marbles, marbles } from './marbles/marbles.js';
export type { Recording, RunRecord } from './marbles/recording.js';
// run
export type { Answer, Answers, ChoiceName, Prompt, Question } from './run/answer.js';
export { type Run, run } from './run/run.js';
export type {
  CallOptions,
  LeakDetection,
  Preferences,
  TestRunOptions,
  TestSessionOptions,
} from './run/run-options.js';
export { type BoundCommand, JobRunResult, RunResult } from './run/run-result.js';
export { TestSession } from './run/test-session.js';
export { commandSurface } from './surface/command-surface.js';
export { defineTests, type TestCase } from './test-case.js';
// time
export type { TimeSpan } from './time/milliseconds-of.js';
export type { PendingTimer } from './time/timer-queue.js';
export { VirtualTime } from './time/virtual-time.js';
