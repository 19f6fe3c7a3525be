/** Tests of what goes on now: who sees what, and that pages are told. */
package org.agentinbox.it.now;
