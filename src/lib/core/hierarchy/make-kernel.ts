import type { MakeKernel } from './kernel';
import { createPlainKernel } from './plain-kernel';
import { createWasmKernel } from './wasm-kernel';

/** Below so many nodes a memory of its own costs more than the vectors gain. */
const FEW_NODES = 1000;

/** The fastest kernel to be had. */
export const makeKernel: MakeKernel = (hierarchy, network) =>
  (network.nodeCount < FEW_NODES ? null : createWasmKernel(hierarchy, network)) ??
  createPlainKernel(hierarchy, network);
