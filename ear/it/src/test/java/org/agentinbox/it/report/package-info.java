/** Reports, held against histories whose figures are also counted in plain Java. */
package org.agentinbox.it.report;
