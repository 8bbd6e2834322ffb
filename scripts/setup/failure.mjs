/** A reason why the set-up cannot go on that the person can do something about; its message says what. */
export class SetupFailure extends Error {
  name = 'SetupFailure';
}
