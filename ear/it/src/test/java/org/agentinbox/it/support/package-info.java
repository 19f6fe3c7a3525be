/**
 * What tests share: the installations (PostgreSQL and server) and how to get one, clients of sockets and REST, the actions of agents and
 * visitors, and test doubles of the external servers that the application calls (mail, calendars, push services, models). Begin with {@link
 * org.agentinbox.it.support.Installation}, then {@link org.agentinbox.it.support.People} and {@link org.agentinbox.it.support.Chat}.
 */
package org.agentinbox.it.support;
