/** The purge against a database of its own, portion by portion: in the package of what it tests, since none of that is public. */
package org.agentinbox.retention;
