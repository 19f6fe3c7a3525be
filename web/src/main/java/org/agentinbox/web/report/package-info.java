/** The page of reports, its plots and files. Holds no rules. */
package org.agentinbox.web.report;
