/**
 * What pages, sockets, REST and the widget share: headers, texts, JSON frames, sending without blocking, scripts put together. No rules of
 * the product.
 *
 * <p>Events: none.
 *
 * <p>Read in this order: {@link JsonMessage}, {@link SocketHandshakeFilter}, {@link SocketSender}, {@link ProblemMapper}, {@link Assets},
 * {@link ModuleBundler}.
 */
package org.agentinbox.web.platform;
