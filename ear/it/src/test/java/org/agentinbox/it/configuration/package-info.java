/** Tests of the configuration as a document. */
package org.agentinbox.it.configuration;
