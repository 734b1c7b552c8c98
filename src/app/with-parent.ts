/** Loaded first into every process of the program: whatever it is doing, it does not outlive its parent. */
import { endWithParent } from '../ground/operate/orphan.ts';

/** Milliseconds for what is running to end in order; its own children begin theirs when it has ended. */
const grace = 500;
let running = false;

endWithParent(() => {
  if (!running) process.exit(1);
  setTimeout(() => process.exit(1), grace).unref();
});
running = true;
