/** Tests the purge chunk by chunk, in a database of its own. They are in the package of the classes under test, which are not public. */
package org.agentinbox.retention;
