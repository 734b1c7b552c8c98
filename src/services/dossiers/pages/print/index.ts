/** The printed forms as the room's module takes them. */
export { formAnswer } from './form.ts';
export { FormLinks } from './form-links.tsx';
export { registerAnswer, registerPage } from './register.tsx';
