import { InferenceSession, Tensor } from 'onnxruntime-node';
import { QUIET_RUNTIME } from '../../contract';

// The only way to onnxruntime, so that no session is ever made before this is said: the first one settles it.
Object.assign(process.env, QUIET_RUNTIME);

export { InferenceSession, Tensor };
