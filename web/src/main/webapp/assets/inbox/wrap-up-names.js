// What outcomes and tags are called in the language of the page.

export const choiceName = ({ name, nameKo }) => (nameKo && document.documentElement.lang.startsWith('ko') ? nameKo : name);
