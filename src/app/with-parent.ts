/** Loaded first into every process of the program: whatever it is doing, it does not outlive its parent. */
import { endWithParent } from '../ground/operate/orphan.ts';

/** Milliseconds for what is running to end in order. */
const grace = 1_000;
let running = false;

endWithParent(() => {
  if (!running) process.exit(1);
  setTimeout(() => process.exit(1), grace).unref();
});
running = true;
