// A step that did not succeed, in words for the person who started it: printed without a stack.
export class StepError extends Error {
  override readonly name = 'StepError';
}
