/** Tests of reports, against histories whose figures are also computed in plain Java. */
package org.agentinbox.it.report;
