export { wesng } from './wesng.ts';
