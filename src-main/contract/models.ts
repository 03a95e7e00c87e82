import { z } from 'zod';
import { errorCodeSchema } from './errors';

/** Identifies a model with its version and its very file; vectors are kept under it. */
const modelKeySchema = z.string().min(1).max(200);

export const modelSummarySchema = z.object({
  key: modelKeySchema,
  id: z.string(),
  name: z.string(),
  version: z.string(),
  licence: z.string(),
  /** Of its files; 0 when its manifest can't be read. */
  bytes: z.number(),
  /** Only a pack that was installed can be removed. */
  origin: z.enum(['shipped', 'installed']),
  /** Its vectors are in use. */
  active: z.boolean(),
  /** The library is being measured with it, to change to it when that is done. */
  next: z.boolean(),
  /** What it tells beyond style and subject. */
  heads: z.array(z.string()),
  period: z.boolean(),
  /** Whether it finds works by words. */
  text: z.boolean(),
  /** Set when it can't be used. */
  error: z.object({ code: errorCodeSchema, message: z.string() }).nullable(),
});
export type ModelSummary = z.infer<typeof modelSummarySchema>;

/** A pack on its way in. Bytes while it is downloaded or copied; `total` is 0 where that is not known. */
export const modelProgressSchema = z.object({
  stage: z.enum(['downloading', 'unpacking', 'checking', 'idle']),
  done: z.number(),
  total: z.number(),
});
export type ModelProgress = z.infer<typeof modelProgressSchema>;

export const modelKeyInput = z.object({ key: modelKeySchema });

/** Where a pack is fetched from. */
export const modelAddressSchema = z.object({
  url: z.string().trim().min(1).max(2048),
  /** Of the archive, as its source states it. */
  sha256: z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^[0-9a-f]{64}$/, 'Expected 64 hexadecimal digits'),
  /** The host that the user was asked about and said yes to, with its port where it names one. */
  agreedHost: z.string().min(1).max(300),
});
export type ModelAddress = z.infer<typeof modelAddressSchema>;
