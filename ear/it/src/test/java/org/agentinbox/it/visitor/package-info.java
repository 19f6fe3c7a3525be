/** Tests of known visitors: by signature, by a claimed address, or by data from a CRM over REST. */
package org.agentinbox.it.visitor;
