/** The run command and the image: what starts and stops the server outside of tests. */
package org.agentinbox.it.run;
