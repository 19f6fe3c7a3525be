/** Visitors who are known: by signature, by claim, by what a CRM tells over REST. */
package org.agentinbox.it.visitor;
