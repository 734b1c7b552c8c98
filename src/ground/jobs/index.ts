export { announce, listener, type Event, type Listener, type Timed } from './events.ts';
export { engineOn, installEngine, listDeadJobs, type DeadJob } from './engine.ts';
export { dispatchOnce, startWorker, type Worker, type WorkerParts } from './worker.ts';
export { rerunDeadJob } from './rerun.ts';
