/** The account list over REST and on its page. */
package org.agentinbox.it.companyaccount;
