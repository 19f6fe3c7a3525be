/** Tests of visitors' activity on the site, which the widget records and agents see. */
package org.agentinbox.it.activity;
