/** Tests of a deployment as a whole: settings, the clock, the schema, HTTPS, limits and hostile clients. */
package org.agentinbox.it.platform;
