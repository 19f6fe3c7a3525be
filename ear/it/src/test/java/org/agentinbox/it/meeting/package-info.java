/** Tests of meetings: booking, moving, cancelling, invitations by mail, and connected calendars. */
package org.agentinbox.it.meeting;
