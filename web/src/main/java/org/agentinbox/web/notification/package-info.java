/**
 * What people are told beside the conversations: the list of what they missed; REST for the browsers that get pushes and for how an
 * inbox sounds.
 */
package org.agentinbox.web.notification;
