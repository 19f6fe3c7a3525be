/** Calendars and meetings: REST for the widget and the inbox, the pages, and what the link in a mail opens. */
package org.agentinbox.web.meeting;
