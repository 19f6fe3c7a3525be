/** Tests of the batch jobs, of erasure and export, and that nothing refers to deleted rows. */
package org.agentinbox.it.retention;
