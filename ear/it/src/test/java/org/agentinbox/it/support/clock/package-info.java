/** What is put into the EAR of a test installation so that the test can move its clock. Knows nothing but the JDK and CDI. */
package org.agentinbox.it.support.clock;
