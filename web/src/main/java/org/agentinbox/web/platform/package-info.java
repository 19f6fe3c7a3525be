/**
 * What pages, sockets, REST and the widget share: headers, limits, texts, JSON messages, sending without blocking, bundled scripts, and
 * what of PrimeFaces had to be mended ({@link PanelRenderer}, {@link SwitchRenderer}, {@link MessageListRenderer},
 * {@link DeferredHandlers}; ADR 30). It holds no rules of the product.
 *
 * <p>Events: none.
 *
 * <p>Read in this order: {@link JsonMessage}, {@link SocketHandshakeFilter}, {@link SocketSender}, {@link ProblemMapper}, {@link Assets},
 * {@link ModuleBundler}.
 */
package org.agentinbox.web.platform;
