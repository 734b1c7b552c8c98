/** The packages ship no types for their browser classes. Each file exports the one class it is named after. */
declare module 'govuk-frontend/dist/govuk/components/*.mjs' {
  type Class = { readonly moduleName: string; new (root: Element): unknown };
  export class Accordion {
    static readonly moduleName: string;
    constructor(root: Element);
    setExpanded(expanded: boolean, section: Element): void;
  }
  export const Button: Class;
  export const CharacterCount: Class;
  export const Checkboxes: Class;
  export const ErrorSummary: Class;
  export const ExitThisPage: Class;
  export class FileUpload {
    static readonly moduleName: string;
    constructor(root: Element);
  }
  export const NotificationBanner: Class;
  export const PasswordInput: Class;
  export class Radios {
    static readonly moduleName: string;
    constructor(root: Element);
    syncConditionalRevealWithInputState(input: HTMLInputElement): void;
  }
  export const ServiceNavigation: Class;
  export const SkipLink: Class;
  export const Tabs: Class;
}
declare module '@ministryofjustice/frontend/moj/components/*.mjs' {
  type Class = { readonly moduleName: string; new (root: Element): unknown };
  export const Alert: Class;
  export const ButtonMenu: Class;
}
