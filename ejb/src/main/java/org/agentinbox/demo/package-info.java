/**
 * Demo data: accounts with a known password, a configuration that is a document like those of programs, and past chats, only where {@code
 * agentinbox.demo} is true and no account exists. Everything in it is invented.
 *
 * <p>Invariants: data is added once, and never to an installation that has accounts.
 *
 * <p>Events: none.
 *
 * <p>Read in this order: {@link DemoData}, {@link DemoConfiguration}, {@link DemoChats}.
 */
package org.agentinbox.demo;
