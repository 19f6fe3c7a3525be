/** The batch jobs, erasing and exporting, and that nothing refers to what is deleted. */
package org.agentinbox.it.retention;
