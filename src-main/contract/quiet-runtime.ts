/**
 * What the environment of a process says before it loads onnxruntime: since 1.29 its builds for Linux and macOS otherwise
 * tell their maker of the machine, the models and the sessions, and leave an identifier in the user's folder. It is read once in
 * the life of a process, from the environment of the process and not of a thread (decision 0021).
 */
export const QUIET_RUNTIME = { ORT_DISABLE_TELEMETRY: '1' } as const;
