/** An id that a job has had in this session, to be given to the job that takes its place. See `JobManager`. */
export interface JobIdentifier {
  readonly id: number;
  /** A UUID. */
  readonly instanceId: string;
}
