// The inbox's access to PrimeFaces dialogs: sets the focus at once and reports how a dialog was closed.

import { byId } from './dom.js';
import { t } from './texts.js';
import { toast } from './toasts.js';

/** Returns whether a dialog is open, which then gets all keys. */
export const isDialogOpen = () => document.querySelector('.ui-dialog[aria-hidden="false"]') !== null;

/**
 * @param id of the component, which is also the name of its widget
 * @param focus id of the element that gets the focus
 * @param closed is called with the argument of {@code close}; with null where the person closed the dialog
 */
export function createDialog(id, focus, closed = () => {}) {
  // The widget exists once the page's deferred scripts have run.
  const widget = () => window.PrimeFaces?.widgets[id];
  let answer = null;

  function show() {
    const dialog = widget();
    if (!dialog) return whenThere();
    answer = null;
    // The component sets the focus with a delay, which could take it away from a field that the person has moved to.
    dialog.applyFocus = () => byId(focus).focus();
    dialog.cfg.onHide = () => {
      dialog.focusedElementBeforeDialogOpened?.focus({ preventScroll: true });
      dialog.focusedElementBeforeDialogOpened = null;
      closed(answer);
    };
    dialog.show();
  }

  /** Waits for the components' scripts where they are not loaded yet, and shows an error where they failed to load. */
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
