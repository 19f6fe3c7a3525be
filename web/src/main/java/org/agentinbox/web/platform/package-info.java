/**
 * What pages, sockets, REST and the widget share: headers, limits, texts, JSON messages, sending without blocking, bundled scripts. It
 * holds no rules of the product.
 *
 * <p>Events: none.
 *
 * <p>Read in this order: {@link JsonMessage}, {@link SocketHandshakeFilter}, {@link SocketSender}, {@link ProblemMapper}, {@link Assets},
 * {@link ModuleBundler}.
 */
package org.agentinbox.web.platform;
