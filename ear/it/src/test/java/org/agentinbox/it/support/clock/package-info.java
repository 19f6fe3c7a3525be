/**
 * The classes that are added to the EAR of a test installation so that the test can move its clock. They depend on the JDK and CDI only.
 */
package org.agentinbox.it.support.clock;
