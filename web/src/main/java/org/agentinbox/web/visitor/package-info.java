/** What a customer's programs tell of visitors, over REST. */
package org.agentinbox.web.visitor;
