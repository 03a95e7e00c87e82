/** Tells what comes next and lets others have their turn; may reject to put an end to the work. */
export type Step = (text: string) => Promise<void>;
