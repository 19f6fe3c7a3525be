/** What holds for a deployment as a whole: settings, the clock, the schema. */
package org.agentinbox.it.platform;
