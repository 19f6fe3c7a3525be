/** The hours of an agent's week, as people edit and see them. Rules and rights are those of {@code org.agentinbox.availability}. */
package org.agentinbox.web.availability;
