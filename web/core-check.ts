import type { MainModule } from './core.js';
import type { Core } from "/work/main/web/worker/core.js";
export const fits = (module: MainModule): Core => module;
