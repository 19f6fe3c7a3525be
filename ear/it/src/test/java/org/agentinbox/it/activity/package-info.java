/** What visitors did on the site: recorded by the widget, shown to agents. */
package org.agentinbox.it.activity;
