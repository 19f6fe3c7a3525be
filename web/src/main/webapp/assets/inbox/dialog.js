// PrimeFaces' dialogs, as the features of the inbox use them: focus goes in at once, and what they were closed with is told.

import { byId } from './dom.js';
import { t } from './texts.js';
import { toast } from './toasts.js';

/** Whether one is open: it has the keyboard then. */
export const isDialogOpen = () => document.querySelector('.ui-dialog[aria-hidden="false"]') !== null;

/**
 * @param id of the component, which is also the name of its widget
 * @param focus id of the element that gets the keyboard
 * @param closed told with what {@code close} was called with, null where the person left it
 */
export function createDialog(id, focus, closed = () => {}) {
  // The widget is there once the page's deferred scripts have run.
  const widget = () => window.PrimeFaces?.widgets[id];
  let answer = null;

  function show() {
    const dialog = widget();
    if (!dialog) return whenThere();
    answer = null;
    // The component moves the focus a moment later, away from where a quick person has gone by then.
    dialog.applyFocus = () => byId(focus).focus();
    dialog.cfg.onHide = () => {
      dialog.focusedElementBeforeDialogOpened?.focus({ preventScroll: true });
      dialog.focusedElementBeforeDialogOpened = null;
      closed(answer);
    };
    dialog.show();
  }

  /** Who is quicker than the scripts of the components gets the dialog a moment later; who never got them is told. */
  function whenThere() {
    if (document.readyState === 'complete') toast(t('page.incomplete'));
    else window.addEventListener('load', show, { once: true });
  }

  function close(given = null) {
    answer = given;
    widget()?.hide();
  }

  return { show, close, get open() { return Boolean(widget()?.isVisible()); } };
}
