/** Runs a computation that could be interrupted after every step without a pause. @returns what it comes to */
export function runToEnd<Result>(steps: Generator<unknown, Result, void>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
