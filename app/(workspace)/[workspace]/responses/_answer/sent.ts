/** A value as a browser gets it from a procedure: moments are ISO 8601 texts. */
export type Sent<Value> = Value extends Date ? string : { [Key in keyof Value]: Sent<Value[Key]> };

/** The same value as it would be sent, so that what a page brings along and what is fetched later are of one shape. */
export const asSent = <Value>(value: Value): Sent<Value> => JSON.parse(JSON.stringify(value));
