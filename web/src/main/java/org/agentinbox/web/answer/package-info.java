/** Canned answers: the page that manages them, and REST for the composer, import and export. */
package org.agentinbox.web.answer;
