/** What people are told beside the conversations: the list of what they missed. */
package org.agentinbox.web.notification;
