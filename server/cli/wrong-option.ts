/** A command that was given something it cannot take; the message names the option and the way out. */
export class WrongOption extends Error {
  constructor(option: string, message: string) {
    super(`${option}: ${message}`);
    this.name = "WrongOption";
  }
}
