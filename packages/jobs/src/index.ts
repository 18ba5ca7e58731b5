/**
 * @packageDocumentation
 * Background jobs: the `*-Job` cmdlets, and what runs the work of jobs.
 *
 * - {@link jobPack} brings all cmdlets and services into a session; {@link startJob} starts a function with full types.
 * - Work runs in this thread, in threads, in processes or on other computers: {@link JobExecutors}, one {@link Executor}
 *   each. {@link JobSettings} says how many work at the same time, and in which Node.
 * - {@link isolatedJob} marks a cmdlet whose jobs run in a thread or a process.
 * - {@link ScheduledJobs} are kept on disk and run by a {@link JobScheduler}; {@link EventManager} has the subscriptions to
 *   events.
 *
 * @example
 * const session = await Session.create({ packs: [jobPack] });
 * const job = await startJob(session, ({ args: [a, b] }) => a + b, { args: [40, 2] });
 * for await (const sum of job) console.log(sum);
 */

export { DebugJob } from './debug/debug-job.js';
export { JobInspector } from './debug/job-inspector.js';
export type { EventAction, EventActionContext } from './event/event-action.js';
export { EventManager, type EventRegistration } from './event/event-manager.js';
export type { EventQueue } from './event/event-queue.js';
export { GetEvent } from './event/get-event.js';
export { GetEventSubscriber } from './event/get-event-subscriber.js';
export { NewEvent } from './event/new-event.js';
export { PSEventArgs } from './event/ps-event-args.js';
export { PSEventJob } from './event/ps-event-job.js';
export type { PSEventSubscriber } from './event/ps-event-subscriber.js';
export { RegisterEngineEvent } from './event/register-engine-event.js';
export { RegisterObjectEvent } from './event/register-object-event.js';
export { RemoveEvent } from './event/remove-event.js';
export { UnregisterEvent } from './event/unregister-event.js';
export { WaitEvent } from './event/wait-event.js';
export { childEntryPath } from './execution/child-entry.js';
export { getOrigin, type Origin } from './execution/envelope/origin.js';
export { Serializable, type SerializationOptions } from './execution/envelope/serializable.js';
export type { Execution, Executor, ExecutorKind, WorkRequest, WorkResult, WorkSource } from './execution/executor.js';
export { InlineExecutor } from './execution/inline/inline-executor.js';
export type { PoolOptions } from './execution/pool/spare-pool.js';
export { ProcessExecutor, type ProcessExecutorOptions } from './execution/process/process-executor.js';
export { processLink } from './execution/process/process-link.js';
export type { ProcessUser } from './execution/process/process-user.js';
export { ChannelExecutor, type ChannelExecutorInit } from './execution/remote/channel-executor.js';
export { farSideCommand } from './execution/remote/far-side-command.js';
export { RemoteExecutor } from './execution/remote/remote-executor.js';
export type { RemoteTarget } from './execution/remote/remote-target.js';
export { type ConnectionEnd, type RemoteConnection, RemoteTransport } from './execution/remote/remote-transport.js';
export { spawnConnection } from './execution/remote/spawned-connection.js';
export { SshTransport, type SshTransportOptions } from './execution/remote/ssh-transport.js';
export type { LinkEnd, WorkLink } from './execution/remote/work-link.js';
export { SessionExecutors, type SessionExecutorsOptions } from './execution/session-executors.js';
export { ThreadExecutor, type ThreadExecutorOptions } from './execution/thread/thread-executor.js';
export { WorkLostException } from './execution/work-lost-exception.js';
export { GetJob } from './get-job.js';
export { InvokeCommand } from './invoke-command/invoke-command.js';
export { RemoteJob, type RemotePlan } from './invoke-command/remote-job.js';
export { type IsolatedJobClass, type Isolation, isolatedJob } from './isolation/isolated-job.js';
export { jobPack } from './job-pack.js';
export { JobStateEventArgs } from './job-state-event-args.js';
export { PSTaskChildJob, PSTaskJob } from './parallel/ps-task-job.js';
export { ReceiveJob } from './receive-job.js';
export { RemoveJob } from './remove-job.js';
export type { DayOfWeek } from './scheduled/day-of-week.js';
export { DisableScheduledJob } from './scheduled/disable-scheduled-job.js';
export { EnableScheduledJob } from './scheduled/enable-scheduled-job.js';
export type { FileSystem, WritableFile } from './scheduled/file-system.js';
export { GetScheduledJob } from './scheduled/get-scheduled-job.js';
export { JobScheduler } from './scheduled/job-scheduler.js';
export {
  type JobTriggerFacts,
  ScheduledJobTrigger,
  type TriggerFrequency,
} from './scheduled/job-trigger.js';
export { NewJobTrigger } from './scheduled/new-job-trigger.js';
export { RegisterScheduledJob } from './scheduled/register-scheduled-job.js';
export { ScheduledJob } from './scheduled/scheduled-job.js';
export {
  type MissedRunPolicy,
  type MultipleInstancePolicy,
  ScheduledJobDefinition,
  type ScheduledWork,
} from './scheduled/scheduled-job-definition.js';
export { type ScheduledJobOptions, ScheduledJobSettings } from './scheduled/scheduled-job-settings.js';
export { ScheduledJobs } from './scheduled/scheduled-jobs.js';
export { SetScheduledJob } from './scheduled/set-scheduled-job.js';
export type { SystemSession } from './scheduled/system-session.js';
export { UnregisterScheduledJob } from './scheduled/unregister-scheduled-job.js';
export type { ScriptBlockContext, ScriptBlockFunction } from './script-block/script-block.js';
export { SCRIPT_BLOCK_TEXT, type ScriptBlockArgument, ScriptBlockText } from './script-block/script-block-argument.js';
export { type CompiledBlock, type CompileRequest, ScriptBlockCompiler } from './script-block/script-block-compiler.js';
export { ContainerParentJob } from './source/container-parent-job.js';
export { BackgroundJob } from './start-job/background-job.js';
export { JobExecutors, type ProcessNeeds } from './start-job/job-executors.js';
export { type JobPlace, JobQueue, lendPlaceWhile } from './start-job/job-queue.js';
export { JobQueues } from './start-job/job-queues.js';
export { type JobOptions, JobSettings } from './start-job/job-settings.js';
export { type JobOrder, JobStarter } from './start-job/job-starter.js';
export type { NodeRuntime } from './start-job/node-runtime.js';
export { PSCredential } from './start-job/ps-credential.js';
export { StartJob } from './start-job/start-job.js';
export {
  type OutputOfBlock,
  type StartedJob,
  type StartJobOptions,
  startJob,
  type TypedScriptBlock,
} from './start-job/start-job-function.js';
export { WorkJob, type WorkPlan } from './start-job/work-job.js';
export { StopJob } from './stop-job.js';
export { ResumeJob } from './suspend/resume-job.js';
export { SuspendJob } from './suspend/suspend-job.js';
export { StartThreadJob } from './thread-job/start-thread-job.js';
export { ThreadJob } from './thread-job/thread-job.js';
export { WaitJob } from './wait-job.js';
