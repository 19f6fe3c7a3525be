/** Tests of the run command and the image, which start and stop the server outside of tests. */
package org.agentinbox.it.run;
