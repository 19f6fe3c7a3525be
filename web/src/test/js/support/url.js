// To be imported before scripts that ask for addresses of their own files.

globalThis.URL ??= class {
  constructor(text) {
    this.pathname = text;
  }
};
