import type { EngineArguments } from '../contract';
import { composeEngine } from '../engine/compose';
import { parentPort } from './parent-port';
import { serve } from './serve';

const port = parentPort();
const engineArguments = JSON.parse(process.argv[2] ?? '{}') as EngineArguments;
serve(port, () => composeEngine(engineArguments));
