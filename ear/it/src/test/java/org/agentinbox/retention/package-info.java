/** The purge against a database of its own, chunk by chunk: in the package of what it tests, since none of that is public. */
package org.agentinbox.retention;
