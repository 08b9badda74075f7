export * from './locale';
export * from './t';
export * from './format';
export * from './names';
export { addMessages } from './messages';
