/** What visitors did, over REST. */
package org.agentinbox.web.activity;
