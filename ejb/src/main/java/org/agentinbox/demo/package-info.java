/**
 * Demo data: accounts with a known password and past chats, only where {@code agentinbox.demo} is true and no account exists. Everything
 * in it is invented.
 *
 * <p>Invariants: data is added once, and never to an installation that has accounts.
 *
 * <p>Events: none.
 *
 * <p>Read in this order: {@link DemoData}, {@link DemoChats}.
 */
package org.agentinbox.demo;
